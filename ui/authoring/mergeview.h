// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/textmerge.h"
#include "app/articles/words.h"
#include "ui/widgets/themedwidget.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;

namespace watchroom::widgets {
class SegmentedControl;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// Where two people wrote about the same lines: both texts side by side, and which of them stays.
/// Nothing is taken until every place is decided. UI thread.
class MergeView final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit MergeView(const style::Theme &theme, QWidget *parent = nullptr);

    void begin(const articles::TextMerge &merge, int version);

Q_SIGNALS:
    void merged(const QString &text, int version);
    void cancelled();

protected:
    void themeChanged() override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *conflict(const articles::MergePart &part, int number);
    void fill();
    void mark();
    void decided();
    void finish();

    articles::TextMerge m_merge;
    int m_version = 0;
    /// A text of a place, and what the other one has not.
    struct Place
    {
        QPlainTextEdit *text;
        QList<articles::Range> words;
    };
    QList<Place> m_places;
    QList<widgets::SegmentedControl *> m_choices;
    widgets::TextLabel *m_heading;
    QLabel *m_state;
    QPushButton *m_back;
    QPushButton *m_take;
    QScrollArea *m_scroll;
};

} // namespace watchroom::ui
