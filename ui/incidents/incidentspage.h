// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/policy.h"
#include "ui/incidents/inspector.h"
#include "ui/incidents/oldermonths.h"
#include "ui/widgets/themedwidget.h"

#include <QList>

class QStackedWidget;

namespace watchroom::incidents {
class LatestEntry;
}

namespace watchroom::ui {

class BoardColumn;
class IncidentList;
class IncidentsToolbar;

/// The page of incidents: the board of six stages, the list, the closed ones, and the inspector
/// beside them.
/// UI thread.
class IncidentsPage : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    IncidentsPage(
        const style::Theme &theme, const Inspector::Needs &needs, QWidget *parent = nullptr);

    void setPolicy(const domain::Policy &policy);
    void show(const QUuid &incident);
    /// The toolbar gives way to the window's lock bar; only looking and claiming are left.
    void setLocked(bool locked);
    void focusSearch();
    void openNewIncident();
    void tick();
    [[nodiscard]] QUuid current() const { return m_inspector->incident(); }
    [[nodiscard]] Inspector &inspector() const { return *m_inspector; }
    /// What the server has of months before those kept here.
    void setOlderMonths(const OlderMonths::Told &told);
    /// 0 the board, 1 the list, 2 the closed ones.
    void setView(int view);

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    /// The quality of this target is wanted.
    void targetAsked(const QString &target);
    /// Closed incidents of months before those kept here are wanted.
    void olderMonthsAsked();
    /// What was not sent of an incident is to be decided.
    void unsentAsked(const QUuid &incident);
    /// An incident is to be written to a file.
    void exportAsked(const QUuid &incident, watchroom::ui::ExportFormat format);
    /// One line on what happened last to any incident.
    void happened(const QString &line);
    /// A claim is asked for, and nobody sits here whose name it could carry.
    void authorAsked(const QUuid &incident);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildBoard();
    void showView(int view);
    IncidentList *makeList(incidents::IncidentsModel &model, const QString &name);
    void addClosed();
    void showOlder();
    void connectDialogs();
    void retranslate();
    void refilter();
    void count();
    void claim(const QUuid &incident);
    void tellLatest();
    [[nodiscard]] const incidents::Incident *shown() const;

    Inspector::Needs m_needs;
    domain::Policy m_policy;
    bool m_locked = false;
    QList<BoardColumn *> m_columns;
    incidents::IncidentsModel *m_closed = nullptr; ///< once they were asked for
    OlderMonths *m_older = nullptr; ///< below them
    OlderMonths::Told m_onServer;
    QList<IncidentList *> m_lists; ///< open, and once they were asked for, closed
    IncidentsToolbar *m_toolbar;
    QStackedWidget *m_views;
    Inspector *m_inspector;
    incidents::LatestEntry *m_latest;
};

} // namespace watchroom::ui
