// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tickets/workmodel.h"
#include "ui/widgets/themedwidget.h"

class QPushButton;
class QVBoxLayout;

namespace watchroom::widgets {
class SectionHeader;
}

namespace watchroom::ui {

/// The open tickets and pending items of one incident, for the details of the incident: each leads
/// to its page, and a new one is a button. UI thread.
class IncidentWork : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Needs
    {
        tickets::WorkModel &tickets; ///< open ones
        tickets::WorkModel &pending; ///< open ones
        tickets::WorkModel::Naming naming;
    };

    IncidentWork(const style::Theme &theme, const Needs &needs, QWidget *parent = nullptr);

    void setIncident(const QUuid &incident);
    /// A closed incident gets no new work.
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void workAsked(watchroom::tickets::WorkKind kind, const QUuid &work);
    void newAsked(const QUuid &incident);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void themeChanged() override;

private:
    void refresh();
    void showLine(qsizetype line, const tickets::Work &work);

    Needs m_needs;
    QUuid m_incident;
    QList<tickets::Work> m_works;
    widgets::SectionHeader *m_head;
    QPushButton *m_new;
    QVBoxLayout *m_lines;
    QList<QPushButton *> m_buttons;
};

} // namespace watchroom::ui
