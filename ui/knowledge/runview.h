// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/knowledge/library.h"
#include "app/knowledge/runbook.h"
#include "app/knowledge/runcommands.h"
#include "ui/knowledge/steprow.h"

#include <QPointer>

#include <functional>

class QScrollArea;

namespace watchroom::incidents {
class Attachments;
class Directory;
class IncidentsModel;
} // namespace watchroom::incidents

namespace watchroom::ui {

class ArticleText;
class RunHead;
class RunNotice;

/// A procedure while it is followed: what stands before the steps, the steps one under another with
/// their marks, what stands behind them. UI thread.
class RunView final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Needs
    {
        knowledge::Library &library;
        const knowledge::RunBook &book;
        knowledge::RunCommands &commands;
        incidents::Attachments &attachments;
        const incidents::Directory &directory;
        const incidents::IncidentsModel &incidents;
        const base::Clock &clock;
        std::function<QString()> me; ///< login of who sits here
    };

    RunView(const style::Theme &theme, const Needs &needs, QWidget *parent = nullptr);

    /// Null: none.
    void show(const QUuid &run);
    [[nodiscard]] const QUuid &shown() const { return m_run; }
    /// The time used, once a second.
    void tick();

    void focusCurrentStep();

    // What the keys do.
    void completeStep();
    void chooseNewer();
    void chooseBegun();
    void noteOnStep();
    void showDiff();

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    /// Nobody sits here whose name a change could carry.
    void authorAsked();
    void told(const QString &sentence);
    void incidentAsked(const QUuid &incident);
    void articleAsked(const QString &key, const QString &heading);
    void urlAsked(const QUrl &url);

protected:
    void changeEvent(QEvent *event) override;

private:
    void wire();
    void refresh();
    void readTexts(const knowledge::RunState &state);
    void readText(const QUuid &article, int version, quint64 asked,
        const std::function<void(const knowledge::Library::Opened &)> &take);
    void showHead(const knowledge::RunState &state);
    void showNotice(const knowledge::RunState &state);
    void showSteps(const knowledge::RunState &state);
    void bringIntoSight(const knowledge::RunState &state);
    void keepInSight();
    [[nodiscard]] StepRow::Content contentOf(
        const knowledge::RunState &state, qsizetype step) const;
    [[nodiscard]] StepChoice::Content choiceOf(
        const knowledge::RunState &state, const knowledge::StepProgress &step) const;
    [[nodiscard]] QString versionWords(const knowledge::RunState &state, int version) const;
    [[nodiscard]] QString notesOf(const QList<knowledge::RunEvent> &notes) const;
    [[nodiscard]] bool isLocked(const knowledge::RunState &state) const;
    [[nodiscard]] StepRow *addRow();
    void act(qsizetype step, StepRow::Act act);
    void ask(qsizetype step, StepRow::Act act);
    void reason(const QString &heading, const QString &act,
        std::function<store::SavedFuture(const knowledge::RunReason &why)> save);
    void note(const QString &heading, const QString &step);
    void goOn();
    void stop();
    void follow(const store::SavedFuture &saving);
    [[nodiscard]] bool hasAuthor();
    [[nodiscard]] const knowledge::RunState *state() const { return m_needs.book.find(m_run); }

    Needs m_needs;
    QUuid m_run;
    QString m_opened; ///< id of a step whose detail somebody wants to see
    QSet<QUuid> m_goneOn; ///< withdrawn, and followed all the same
    StepChoice::Texts m_texts;
    int m_begun = 0; ///< versions of these
    int m_newer = 0;
    quint64 m_asked = 0;
    qsizetype m_wanted = -1; ///< the step that was last brought into sight
    QPointer<StepRow> m_inSight; ///< its row, while it is kept there
    ArticleText *m_before;
    RunHead *m_head;
    RunNotice *m_notice;
    QVBoxLayout *m_stepRows;
    QList<StepRow *> m_rows;
    ArticleText *m_after;
    QScrollArea *m_scroll;
};

} // namespace watchroom::ui
