// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

#include <QList>

#include <functional>

class QStackedWidget;

namespace watchroom::widgets {
class SegmentedControl;
}

namespace watchroom::ui {

/// One page of the rail that has several views, with the choice of one above them. UI thread.
class PageViews final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit PageViews(const style::Theme &theme, QWidget *parent = nullptr);

    /// `text` is asked again when the language changes.
    void addView(QWidget *view, std::function<QString()> text);
    void setCurrent(int view);
    [[nodiscard]] int current() const;
    /// The texts are asked again: one of them has another count.
    void refresh() { retranslate(); }

Q_SIGNALS:
    void currentChanged(int view);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    widgets::SegmentedControl *m_choice;
    QStackedWidget *m_views;
    QList<std::function<QString()>> m_texts;
};

} // namespace watchroom::ui
