// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/runbook.h"
#include "ui/widgets/themedwidget.h"

#include <functional>

class QVBoxLayout;

namespace watchroom::widgets {
class TextLabel;
}

namespace watchroom::ui {

/// The procedures that are under way, each a button that leads to it. Hidden while there are none.
/// UI thread.
class RunList final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    /// `incident`: "#128" of an incident's id; empty where it is none.
    RunList(const style::Theme &theme, const knowledge::RunBook &book,
        std::function<QString(const QUuid &)> incident, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void runAsked(const QUuid &run);

protected:
    void changeEvent(QEvent *event) override;
    void themeChanged() override;

private:
    const knowledge::RunBook &m_book;
    std::function<QString(const QUuid &)> m_incident;
    widgets::TextLabel *m_title;
    QVBoxLayout *m_rows;
};

} // namespace watchroom::ui
