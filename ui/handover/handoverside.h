// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handoverneeds.h"
#include "ui/widgets/themedwidget.h"

class QLabel;

namespace watchroom::ui {

/// Beside the steps: the two sides and who of the incoming shift is there, how many things are
/// open, what was waived. UI thread.
class HandoverSide final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    HandoverSide(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent = nullptr);

    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Part
    {
        QLabel *head;
        QLabel *text;
    };
    Part addPart(const QString &name);
    void showSides(const handover::HandoverState &state);
    void showCounts(const handover::HandoverState &state);
    void showWaivers(const handover::HandoverState &state);
    static void set(const Part &part, const QString &head, const QStringList &lines);

    HandoverNeeds m_needs;
    Part m_sides;
    Part m_absent;
    Part m_counts;
    Part m_waivers;
};

} // namespace watchroom::ui
