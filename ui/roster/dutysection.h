// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/roster/dutyline.h"
#include "ui/widgets/themedwidget.h"

#include <QDate>

class QVBoxLayout;

namespace watchroom::widgets {
class SectionHeader;
}

namespace watchroom::ui {

/// A section of the roster's panel: its head, and a line for each thing to say. UI thread.
class DutySection final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Line
    {
        DutyLine::Content content;
        QDate day = {}; ///< where it leads; invalid: nowhere
        friend bool operator==(const Line &, const Line &) = default;
    };

    /// `name`: objectName; that of the lines is it with their number.
    DutySection(const style::Theme &theme, const QString &name, QWidget *parent = nullptr);

    void setHead(const QString &title, const QString &aside = {});
    /// What is said where there is no line.
    void setNothing(const QString &nothing);
    void setLines(const QList<Line> &lines);

Q_SIGNALS:
    void dayAsked(const QDate &day);

protected:
    void themeChanged() override;

private:
    void refresh();
    [[nodiscard]] int headWidth() const;

    widgets::SectionHeader *m_head;
    QVBoxLayout *m_layout;
    QString m_nothing;
    QList<Line> m_lines;
    QList<DutyLine *> m_shown;
};

} // namespace watchroom::ui
