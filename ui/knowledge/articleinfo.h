// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/library.h"
#include "ui/widgets/themedwidget.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace watchroom::incidents {
class Directory;
}
namespace watchroom::widgets {
class SectionHeader;
}

namespace watchroom::ui {

/// What is known about an article beside its text: who answers for it, when it is to be looked
/// through again, its versions. UI thread.
class ArticleInfo final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    ArticleInfo(const style::Theme &theme, const incidents::Directory &directory,
        QWidget *parent = nullptr);

    /// `shown`: the version whose text is on the screen.
    void setArticle(const knowledge::ShelfEntry &entry,
        const QList<knowledge::ArticleVersion> &versions, int shown, base::Instant now);

Q_SIGNALS:
    void versionAsked(int version);
    void compareAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void themeChanged() override;

private:
    struct Fact
    {
        QString name;
        QString text;
    };
    void fill();
    [[nodiscard]] QList<Fact> facts() const;
    [[nodiscard]] QString changeOf(const knowledge::ArticleVersion &version) const;
    void addFact(const Fact &fact);
    void addVersion(const knowledge::ArticleVersion &version);

    const incidents::Directory &m_directory;
    knowledge::ShelfEntry m_entry;
    QList<knowledge::ArticleVersion> m_versions;
    int m_shown = 0;
    base::Instant m_now;
    widgets::SectionHeader *m_head;
    widgets::SectionHeader *m_history;
    QVBoxLayout *m_factRows;
    QVBoxLayout *m_versionRows;
    QPushButton *m_compare;
};

} // namespace watchroom::ui
