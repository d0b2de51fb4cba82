// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tickets/workcommands.h"
#include "ui/widgets/themedwidget.h"

class QLabel;
class QPushButton;

namespace watchroom::incidents {
class Directory;
class IncidentsModel;
} // namespace watchroom::incidents
namespace watchroom::widgets {
class LevelMark;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class WorkFacts;

/// Everything about the ticket or pending item that is chosen, or about several, and what can be
/// done with it. UI thread.
class WorkPanel : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Needs
    {
        store::Store &store;
        tickets::WorkCommands &commands;
        const incidents::IncidentsModel &incidents;
        const incidents::Directory &directory;
        const base::Clock &clock;
        std::function<QString()> me; ///< login of who sits here
    };

    WorkPanel(const style::Theme &theme, const Needs &needs, QWidget *parent = nullptr);

    /// Of one kind. None: the panel hides.
    void setWorks(const QList<tickets::Work> &works);

    // What the buttons and the keys do with what is shown.
    /// Accepts what is offered to me, claims what is nobody's, takes over what is another's.
    void take();
    void transfer();
    void plan();
    void editText();
    void end();

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    /// Nobody sits here whose name a change could carry.
    void authorAsked();
    void incidentAsked(const QUuid &incident);
    void urlAsked(const QString &url);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    void build();
    void refresh();
    void refreshButtons();
    void showFacts(const tickets::Work &work);
    void cancelOffer();
    void waitOrResume();
    void run(const QList<store::SavedFuture> &changes);
    /// False where somebody must sign in first.
    [[nodiscard]] bool hasAuthor();
    [[nodiscard]] bool isMine(const tickets::Work &work) const; ///< or anybody's for a lead
    [[nodiscard]] bool mayWork(const tickets::Work &work) const; ///< mine or nobody's

    Needs m_needs;
    QList<tickets::Work> m_works;
    widgets::LevelMark *m_level;
    widgets::TextLabel *m_reference;
    QLabel *m_title;
    widgets::TextLabel *m_meta;
    QPushButton *m_edit;
    QPushButton *m_close;
    QPushButton *m_take;
    QPushButton *m_end;
    QPushButton *m_transfer;
    QPushButton *m_plan;
    QPushButton *m_wait;
    QPushButton *m_incident;
    QPushButton *m_url;
    WorkFacts *m_facts;
};

} // namespace watchroom::ui
