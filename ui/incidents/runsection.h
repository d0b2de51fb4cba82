// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/runbook.h"
#include "ui/widgets/themedwidget.h"

#include <functional>

class QVBoxLayout;

namespace watchroom::widgets {
class SectionHeader;
}

namespace watchroom::ui {

/// The procedures that are or were followed at one incident, for its details: how far, by whom,
/// since when. Takes no room where there are none. UI thread.
class RunSection final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    /// `personName`: what stands behind a login.
    RunSection(const style::Theme &theme, const knowledge::RunBook &book,
        std::function<QString(const QString &)> personName, QWidget *parent = nullptr);

    /// Null: none.
    void setIncident(const QUuid &incident);
    void refresh();

Q_SIGNALS:
    void runAsked(const QUuid &run);

protected:
    void changeEvent(QEvent *event) override;
    void themeChanged() override;

private:
    void addRun(const knowledge::RunState &run, int number);
    [[nodiscard]] QString stateOf(const knowledge::RunState &run) const;

    const knowledge::RunBook &m_book;
    std::function<QString(const QString &)> m_personName;
    QUuid m_incident;
    widgets::SectionHeader *m_head;
    QVBoxLayout *m_rows;
};

} // namespace watchroom::ui
