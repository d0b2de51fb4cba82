// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incidents/incidentcommands.h"
#include "ui/widgets/themedwidget.h"

#include <QUuid>

class QLineEdit;
class QListView;
class QMimeData;
class QPushButton;

namespace watchroom::incidents {
class Attachments;
class Directory;
class TimelineModel;
} // namespace watchroom::incidents
namespace watchroom::widgets {
class SectionHeader;
}

namespace watchroom::ui {

class AttachmentBar;
class Phrases;
class Pictures;

/// The record of one incident with a line to add to it: free text, or a phrase by one key. Files
/// go with it when they are chosen, dropped or pasted here. UI thread.
class TimelinePanel : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    TimelinePanel(const style::Theme &theme, store::Store &store,
        incidents::IncidentCommands &commands, incidents::Directory &directory,
        incidents::Attachments &attachments, QWidget *parent = nullptr);

    void setIncident(const QUuid &incident);
    void focusEntry();
    /// Brings an entry of the incident into sight, as soon as it is here.
    void reveal(const QUuid &entry);
    /// Of a closed incident nothing is added: the record is read.
    void setReadOnly(bool readOnly);
    /// Adds phrase 1 to 9 as an entry.
    void addPhrase(int number);

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void chooseFiles();
    /// False: there are no files and no image in it.
    bool attach(const QMimeData &mime);
    void attach(const QFuture<base::Result<domain::Attachment>> &kept);
    void showAttachments(const QModelIndex &index, int first);
    void add(const QString &text, const QString &channel);
    void retranslate();
    void count();
    void showWanted();

    incidents::IncidentCommands &m_commands;
    incidents::Attachments &m_attachments;
    incidents::TimelineModel *m_model;
    Pictures *m_pictures;
    QUuid m_incident;
    QUuid m_wanted; ///< an entry that is not in sight yet
    widgets::SectionHeader *m_head;
    QLineEdit *m_entry;
    QPushButton *m_attach;
    QPushButton *m_call;
    AttachmentBar *m_bar;
    Phrases *m_phrases;
    QListView *m_list;
};

} // namespace watchroom::ui
