// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/policy.h"
#include "app/incidents/incidentcommands.h"
#include "app/incidents/incidentsmodel.h"
#include "app/incidents/stagehistory.h"
#include "app/incidents/timerkeeper.h"
#include "ui/widgets/themedwidget.h"

#include <QUuid>

class QAction;
class QLabel;
class QPushButton;

namespace watchroom::incidents {
class Attachments;
class Directory;
} // namespace watchroom::incidents
namespace watchroom::widgets {
class LevelMark;
class Stepper;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class NextDueLine;
class TimelinePanel;

enum class ExportFormat
{
    Pdf, ///< to be read
    Json, ///< to be verified
};

/// Everything about one incident, and what can be done with it. UI thread.
class Inspector : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Needs
    {
        store::Store &store;
        incidents::IncidentCommands &commands;
        incidents::IncidentsModel &model;
        const incidents::TimerKeeper &timers;
        incidents::Directory &directory;
        incidents::Attachments &attachments;
        const base::Clock &clock;
        std::function<QString()> me; ///< login of who sits here
    };

    Inspector(const style::Theme &theme, const Needs &needs, QWidget *parent = nullptr);

    /// Null: nothing is selected.
    void setIncident(const QUuid &incident);
    [[nodiscard]] QUuid incident() const { return m_id; }
    /// Null: nothing is shown. Valid until the event loop goes on.
    [[nodiscard]] const incidents::Incident *shown() const;
    /// Where closed ones are found; they are shown and no longer changed.
    void setClosed(incidents::IncidentsModel *closed);
    /// Limits of the stages to come follow the policy.
    void setPolicy(const domain::Policy &policy);
    /// While it is locked, what people wrote is hidden and only a claim is possible.
    void setLocked(bool locked);
    /// What moves, once a second.
    void tick();
    [[nodiscard]] TimelinePanel &timeline() const { return *m_timeline; }
    /// What another feature says of the incident, above the timeline; out of sight while locked.
    void setAside(QWidget *widget);
    /// The same below the timeline, and below what was added there before.
    void addFoot(QWidget *widget);

    // What the buttons and the keys do with the incident shown.
    /// Whoever owns it acknowledges where that is asked.
    void claimOrTakeOver();
    void advance();
    void raise();
    void showTarget();
    void askCalls();
    void exportAs(ExportFormat format);
    /// Claims in the name of who sits here now, without asking who it is.
    void claimNow(const QUuid &incident);

Q_SIGNALS:
    /// After any change of which one is shown, or of it.
    void shownChanged();
    void closeRequested();
    void failed(const watchroom::base::Error &error);
    /// Nobody sits here whose name the claim could carry.
    void authorAsked(const QUuid &incident);
    /// A dialog is asked for: the page opens it over its window.
    void stepAsked(const QUuid &incident);
    void assessmentAsked(const QUuid &incident);
    void levelAsked(const QUuid &incident);
    void waitAsked(const QUuid &incident);
    /// The quality of this target is wanted.
    void targetAsked(const QString &target);
    /// Whom this incident concerns is to be called.
    void callsAsked(const QUuid &incident);
    /// What was not sent of this incident is to be decided.
    void unsentAsked(const QUuid &incident);
    /// The incident shown is to be written to a file.
    void exportAsked(watchroom::ui::ExportFormat format);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    void build();
    void refresh();
    void refreshButtons(const incidents::Incident &incident);
    void refreshHead(const incidents::Incident &incident);
    void refreshSteps();
    void showDue(const incidents::Incident &incident, const domain::StageClock &clock);
    /// Nobody has heard it yet, or its acknowledgement has lapsed.
    [[nodiscard]] bool asksForAnswer(const incidents::Incident &incident) const;
    void run(const incidents::SavedFuture &future);

    Needs m_needs;
    incidents::IncidentsModel *m_closed = nullptr; ///< of the page
    domain::Policy m_policy;
    QUuid m_id;
    bool m_locked = false;
    incidents::StageHistory *m_history;
    widgets::LevelMark *m_level;
    widgets::TextLabel *m_reference;
    QLabel *m_title;
    widgets::TextLabel *m_meta;
    QPushButton *m_quality;
    QPushButton *m_calls; ///< whom to call
    QPushButton *m_menu; ///< what is rarer: files
    QAction *m_pdf;
    QAction *m_json;
    QPushButton *m_close;
    QPushButton *m_unsent;
    QPushButton *m_advance;
    QPushButton *m_claim;
    QPushButton *m_raise;
    QPushButton *m_lower;
    QPushButton *m_wait;
    NextDueLine *m_due;
    widgets::Stepper *m_stepper;
    TimelinePanel *m_timeline;
    widgets::TextLabel *m_hidden; ///< in place of the timeline
    QWidget *m_aside = nullptr; ///< child
    QList<QWidget *> m_feet; ///< children
};

} // namespace watchroom::ui
