// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handoverwords.h"
#include "ui/widgets/themedwidget.h"

class QStackedWidget;

namespace watchroom::ui {

class AwayBar;
class HandoverFoot;
class HandoverHead;
class HandoverSide;
class ItemsStep;
class ReadBackStep;
class RestView;
class SignStep;
class StepBar;
class SystemsStep;

/// The shift handover: five steps while one is under way, else the last ones. UI thread.
class HandoverPage final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    HandoverPage(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent = nullptr);

    /// Who sits here, the roster, names or the language are others.
    void refresh();
    /// What moves, once a second.
    void tick();
    void showStep(HandoverStep step);
    [[nodiscard]] HandoverStep step() const;
    [[nodiscard]] ItemsStep &tickets() const { return *m_tickets; }
    [[nodiscard]] ItemsStep &pending() const { return *m_pending; }
    [[nodiscard]] SystemsStep &systems() const { return *m_systems; }
    [[nodiscard]] ReadBackStep &readBack() const { return *m_readBack; }
    [[nodiscard]] SignStep &signatures() const { return *m_sign; }
    [[nodiscard]] RestView &rest() const { return *m_rest; }
    /// Puts the focus where the work goes on.
    void begin();
    void start();
    /// Of the one under way: how many things wait for who sits here; for the rail.
    [[nodiscard]] int waitingForMe() const;

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    void authorAsked();
    void printAsked(const QUuid &handover);
    void pdfAsked(const QUuid &handover);
    void stepShown();
    /// The entry of the log that has it.
    void photographAsked(const QUuid &entry);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void wire();
    void showSteps();
    void showFoot();
    void goOn();
    void goBack();
    void waive();
    void recall();
    void openMore();
    void refuse();
    void extend();
    void force();
    void putOnPaper(const QString &meaning);
    [[nodiscard]] bool hasAuthor();
    [[nodiscard]] bool isLive() const;
    [[nodiscard]] QUuid sheetShown() const;

    HandoverNeeds m_needs;
    HandoverHead *m_head;
    AwayBar *m_away;
    StepBar *m_bar;
    QStackedWidget *m_stack;
    ItemsStep *m_tickets;
    ItemsStep *m_pending;
    SystemsStep *m_systems;
    ReadBackStep *m_readBack;
    SignStep *m_sign;
    RestView *m_rest;
    HandoverSide *m_side;
    HandoverFoot *m_foot;
    QUuid m_live; ///< the one whose steps are shown
};

} // namespace watchroom::ui
