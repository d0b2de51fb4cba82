// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

class QPushButton;

namespace watchroom::widgets {
class TextLabel;
}

namespace watchroom::ui {

/// Below the closed incidents: whether there are older ones, and the button that brings them. UI
/// thread.
class OlderMonths : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    enum class State
    {
        Nothing, ///< all there is, is here
        More, ///< here or on the server
        Loading, ///< `month` comes from the server
        Offline, ///< the server may have older ones, and cannot be reached
    };
    struct Told
    {
        State state = State::Nothing;
        QString month = {}; ///< "2026-03": that comes next or is coming; empty: none in particular
        friend bool operator==(const Told &, const Told &) = default;
    };

    explicit OlderMonths(const style::Theme &theme, QWidget *parent = nullptr);

    void tell(const Told &told);
    [[nodiscard]] const Told &told() const { return m_told; }

Q_SIGNALS:
    /// More is wanted; while offline, another attempt.
    void asked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Told m_told;
    widgets::TextLabel *m_words;
    QPushButton *m_button;
};

} // namespace watchroom::ui
