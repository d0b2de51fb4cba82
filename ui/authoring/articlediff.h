// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/comparison.h"
#include "ui/widgets/themedwidget.h"

class QLabel;
class QTextBrowser;

namespace watchroom::ui {

/// Two texts of an article side by side: which steps changed, then the lines, words marked. UI
/// thread.
class ArticleDiff final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit ArticleDiff(const style::Theme &theme, QWidget *parent = nullptr);

    /// `before`, `now`: what they are called.
    void setComparison(
        const knowledge::Comparison &comparison, const QString &before, const QString &now);
    /// Why there is nothing to be seen.
    void setSentence(const QString &sentence);
    [[nodiscard]] QTextBrowser &text() const { return *m_text; }

protected:
    void themeChanged() override;
    void changeEvent(QEvent *event) override;

private:
    void fill();

    std::optional<knowledge::Comparison> m_comparison;
    QString m_before;
    QString m_now;
    QString m_sentence;
    QLabel *m_steps;
    QTextBrowser *m_text;
};

} // namespace watchroom::ui
