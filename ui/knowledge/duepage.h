// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/knowledge/articlecommands.h"
#include "app/knowledge/reviewbook.h"
#include "ui/widgets/themedwidget.h"

#include <functional>

class QLabel;
class QVBoxLayout;

namespace watchroom::incidents {
class Directory;
}
namespace watchroom::widgets {
class SectionHeader;
}

namespace watchroom::ui {

/// What is to be looked through, what changed of what this person used, and how well the articles
/// are kept. UI thread.
class DuePage final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Needs
    {
        const knowledge::ReviewBook &book;
        knowledge::ArticleCommands &commands;
        const incidents::Directory &directory;
        const base::Clock &clock;
        std::function<QString()> me; ///< login of who sits here
    };

    DuePage(const style::Theme &theme, const Needs &needs, QWidget *parent = nullptr);

Q_SIGNALS:
    void articleAsked(const QUuid &article);
    void compareAsked(const QUuid &article, int before, int now);
    void authorAsked();
    void failed(const watchroom::base::Error &error);
    void told(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void themeChanged() override;

private:
    [[nodiscard]] QVBoxLayout *addPart(widgets::SectionHeader *head);
    void fill();
    void addDue(const knowledge::DueReview &due, int number);
    void addUsed(const knowledge::UsedChange &used, int number);
    void addFigures();
    void addRow(QVBoxLayout &rows, const QUuid &article, const QString &title, const QString &words,
        bool loud, QWidget *act);
    void addWords(QVBoxLayout &rows, const QString &words);
    [[nodiscard]] QString dueWords(const knowledge::DueReview &due) const;
    [[nodiscard]] QString usedWords(const knowledge::UsedChange &used) const;
    void confirm(const QUuid &article, const QString &title);

    Needs m_needs;
    QVBoxLayout *m_column;
    widgets::SectionHeader *m_dueHead;
    widgets::SectionHeader *m_usedHead;
    widgets::SectionHeader *m_figuresHead;
    QVBoxLayout *m_due;
    QVBoxLayout *m_used;
    QVBoxLayout *m_figures;
};

} // namespace watchroom::ui
