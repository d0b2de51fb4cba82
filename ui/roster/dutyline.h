// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QAbstractButton>

namespace watchroom::ui {

/// One line of the roster's panel: what, who, when. It leads to its day where it has one. UI
/// thread.
class DutyLine final : public QAbstractButton
{
    Q_OBJECT

public:
    struct Content
    {
        QString head; ///< where or when, in captions, all of one width
        QString text;
        QString aside; ///< at the right end
        QString spoken = {}; ///< all of it; empty: the three as they are
        bool strong = false; ///< bold
        bool wanting = false; ///< nobody, or somebody twice: raised, with the inverse bar
        bool mine = false;
        bool strongAside = false;
        friend bool operator==(const Content &, const Content &) = default;
    };

    DutyLine(const style::Theme &theme, QWidget *parent);

    void setContent(const Content &content, int headWidth);
    void setLeads(bool leads); ///< it can be pressed
    [[nodiscard]] const Content &content() const { return m_content; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const style::Theme &m_theme;
    Content m_content;
    int m_headWidth = 0;
};

} // namespace watchroom::ui
