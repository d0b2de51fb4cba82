// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incidents/incidentcommands.h"
#include "ui/widgets/themedwidget.h"

#include <QUuid>

class QLineEdit;
class QListView;
class QPushButton;

namespace watchroom::incidents {
class Directory;
class TimelineModel;
} // namespace watchroom::incidents
namespace watchroom::widgets {
class SectionHeader;
}

namespace watchroom::ui {

class Phrases;

/// The record of one incident with a line to add to it: free text, or a phrase by one key.
/// UI thread.
class TimelinePanel : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    TimelinePanel(const style::Theme &theme, store::Store &store,
        incidents::IncidentCommands &commands, incidents::Directory &directory,
        QWidget *parent = nullptr);

    void setIncident(const QUuid &incident);
    void focusEntry();
    /// Of a closed incident nothing is added: the record is read.
    void setReadOnly(bool readOnly);
    /// Adds phrase 1 to 9 as an entry.
    void addPhrase(int number);

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void add(const QString &text, const QString &channel);
    void retranslate();
    void count();

    incidents::IncidentCommands &m_commands;
    incidents::TimelineModel *m_model;
    QUuid m_incident;
    widgets::SectionHeader *m_head;
    QLineEdit *m_entry;
    QPushButton *m_call;
    Phrases *m_phrases;
    QListView *m_list;
};

} // namespace watchroom::ui
