// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/library.h"
#include "ui/widgets/themedwidget.h"

class QLabel;
class QHBoxLayout;
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
/// through again, how it was used, its versions, the incidents at which it was followed. UI thread.
class ArticleInfo final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    ArticleInfo(const style::Theme &theme, const incidents::Directory &directory,
        QWidget *parent = nullptr);

    /// `shown`: the version whose text is on the screen.
    void setArticle(const knowledge::ShelfEntry &entry,
        const QList<knowledge::ArticleVersion> &versions, int shown, base::Instant now);
    /// What is not of the article that is set is left out.
    void setUse(const QUuid &article, const knowledge::ArticleUse &use);

Q_SIGNALS:
    void versionAsked(int version);
    void compareAsked();
    void incidentAsked(const QUuid &incident);
    void targetAsked(const QString &key);

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
    [[nodiscard]] QList<Fact> useFacts() const;
    [[nodiscard]] QString due(base::Instant at) const;
    [[nodiscard]] QString changeOf(const knowledge::ArticleVersion &version) const;
    [[nodiscard]] QHBoxLayout *addFactRow(const QString &name);
    void addFact(const Fact &fact);
    void addTargets();
    void addVersion(const knowledge::ArticleVersion &version);
    void addIncident(const knowledge::ArticleUse::Incident &incident, int number);

    const incidents::Directory &m_directory;
    knowledge::ShelfEntry m_entry;
    QList<knowledge::ArticleVersion> m_versions;
    int m_shown = 0;
    QUuid m_usedArticle; ///< that m_use is of
    knowledge::ArticleUse m_use;
    base::Instant m_now;
    widgets::SectionHeader *m_head;
    widgets::SectionHeader *m_history;
    QVBoxLayout *m_factRows;
    QVBoxLayout *m_versionRows;
    QPushButton *m_compare;
    widgets::SectionHeader *m_incidents;
    QVBoxLayout *m_incidentRows;
};

} // namespace watchroom::ui
