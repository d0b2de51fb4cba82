// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/workdialogs.h"

#include "app/domain/levels.h"
#include "app/domain/limits.h"
#include "app/incidents/directory.h"
#include "app/words/errors.h"
#include "app/words/terms.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using store::SavedFuture;
using tickets::Work;
using tickets::WorkKind;

namespace {

constexpr int kLine = int(domain::limits::kLineCharacters);
constexpr int kDetailHeight = 120; // px at a text factor of 1
constexpr qint64 kFirstDue = 2 * 60 * 60; // seconds from now, where none is set

QLineEdit *makeLine(const QString &name, const QString &text, QWidget *parent)
{
    auto *line = new QLineEdit(text, parent);
    line->setObjectName(name);
    line->setMaxLength(kLine);
    return line;
}

} // namespace

SavedFuture allOf(const QList<SavedFuture> &changes)
{
    if (changes.size() == 1)
        return changes.first();
    QList<SavedFuture> all = changes; // whenAll() wants them not const
    return QtFuture::whenAll(all.begin(), all.end())
        .then([](const QList<SavedFuture> &done) -> base::Result<store::Saved> {
            for (const SavedFuture &one : done) {
                if (one.resultCount() > 0 && !one.result())
                    return one.result();
            }
            return done.last().result();
        });
}

QString headingOf(const QList<Work> &works)
{
    const Work &first = works.first();
    if (works.size() == 1)
        return first.reference().isEmpty() ? first.title : first.reference() + u' ' + first.title;
    return first.kind == WorkKind::Ticket
        ? QCoreApplication::translate("WorkDialogs", "%n ticket(s)", nullptr, int(works.size()))
        : QCoreApplication::translate(
            "WorkDialogs", "%n pending item(s)", nullptr, int(works.size()));
}

OfferDialog::OfferDialog(const style::Theme &theme, QWidget &window,
    tickets::WorkCommands &commands, const incidents::Directory &directory,
    const QList<Work> &works)
    : FormDialog(theme, window, headingOf(works), tr("Transfer"))
    , m_commands(commands)
    , m_works(works)
    , m_to(new QComboBox(&box()))
{
    m_to->setObjectName(u"receiver"_s);
    const auto people = directory.people();
    for (const incidents::Person &person : people) {
        if (works.size() > 1 || person.login != works.first().owner)
            m_to->addItem(person.name, person.login);
    }
    m_to->setCurrentIndex(-1);
    addRow(tr("Transfer to; it stays with its owner until it is accepted"), m_to);
    m_to->setFocus();
}

void OfferDialog::submit()
{
    if (m_to->currentIndex() < 0) {
        complain(tr("Choose who is to take it."));
        m_to->setFocus();
        return;
    }
    QList<SavedFuture> changes;
    for (const Work &work : std::as_const(m_works))
        changes.append(m_commands.offer(work.kind, work.id, m_to->currentData().toString()));
    save(allOf(changes));
}

PlanDialog::PlanDialog(const style::Theme &theme, QWidget &window, tickets::WorkCommands &commands,
    const base::Clock &clock, const Work &work)
    : FormDialog(theme, window, headingOf({work}), tr("Save"))
    , m_commands(commands)
    , m_work(work)
    , m_next(makeLine(u"nextAction"_s, work.nextAction, &box()))
    , m_timed(new QCheckBox(tr("Due at"), &box()))
    , m_due(new QDateTimeEdit(&box()))
    , m_contingency(makeLine(u"contingency"_s, work.contingency, &box()))
{
    const base::Instant due = work.dueAt.value_or(clock.now() + base::Seconds{kFirstDue});
    m_timed->setObjectName(u"timed"_s);
    m_timed->setChecked(work.dueAt.has_value());
    m_due->setObjectName(u"due"_s);
    m_due->setButtonSymbols(QAbstractSpinBox::NoButtons); // typed, or by the arrow keys
    m_due->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    m_due->setDateTime(QDateTime::fromSecsSinceEpoch(
        std::chrono::floor<base::Seconds>(due).time_since_epoch().count()));
    m_due->setAccessibleName(m_timed->text());
    m_due->setEnabled(m_timed->isChecked());
    connect(m_timed, &QCheckBox::toggled, m_due, &QWidget::setEnabled);
    m_contingency->setPlaceholderText(
        tr("For example: if it drops again, switch to the backup line"));
    addRow(tr("Next action"), m_next);
    addRow({}, m_timed);
    addRow({}, m_due);
    addRow(tr("If ... then ..."), m_contingency);
    m_next->setFocus();
}

void PlanDialog::submit()
{
    tickets::Plan plan;
    if (m_next->text().trimmed() != m_work.nextAction)
        plan.nextAction = m_next->text();
    if (m_contingency->text().trimmed() != m_work.contingency)
        plan.contingency = m_contingency->text();
    const base::Instant due{base::Seconds{m_due->dateTime().toSecsSinceEpoch()}};
    if (m_timed->isChecked() && (!m_work.dueAt || due != *m_work.dueAt))
        plan.dueAt = due;
    plan.untimed = !m_timed->isChecked() && m_work.dueAt.has_value();
    if (plan == tickets::Plan{}) {
        accept();
        return;
    }
    save(m_commands.setPlan(m_work.kind, m_work.id, plan));
}

TextDialog::TextDialog(
    const style::Theme &theme, QWidget &window, tickets::WorkCommands &commands, const Work &work)
    : FormDialog(theme, window, headingOf({work}), tr("Save"))
    , m_commands(commands)
    , m_work(work)
    , m_title(makeLine(u"title"_s, work.title, &box()))
    , m_level(new widgets::SegmentedControl(theme, &box()))
    , m_detail(new QPlainTextEdit(work.detail, &box()))
{
    m_title->setMaxLength(int(domain::limits::kTitleCharacters));
    QStringList levels;
    for (const domain::Level level : domain::kLevels)
        levels.append(words::level(QString(domain::codeOf(level))));
    m_level->setObjectName(u"level"_s);
    m_level->setItems(levels);
    m_level->setCurrent(int(domain::levelFrom(work.level).value_or(domain::Level::Blue)));
    m_detail->setObjectName(u"detail"_s);
    m_detail->setTabChangesFocus(true);
    m_detail->setFixedHeight(theme.scaled(kDetailHeight));
    addRow(tr("Title"), m_title);
    addRow(tr("Level"), m_level);
    addRow(tr("Detail"), m_detail);
    if (work.kind == WorkKind::Ticket) {
        m_url = makeLine(u"url"_s, work.url, &box());
        m_url->setPlaceholderText(u"https://"_s);
        addRow(tr("Link to another tracker (optional)"), m_url);
    }
    m_title->setFocus();
}

void TextDialog::submit()
{
    tickets::WorkText text;
    const auto differs = [](const QString &now, const QString &before) {
        return now.trimmed() == before ? std::nullopt : std::optional(now.trimmed());
    };
    text.title = differs(m_title->text(), m_work.title);
    text.detail = differs(m_detail->toPlainText(), m_work.detail);
    text.level = differs(
        QString(domain::codeOf(domain::kLevels.at(std::size_t(m_level->current())))), m_work.level);
    if (m_url)
        text.url = differs(m_url->text(), m_work.url);
    if (text == tickets::WorkText{}) {
        accept();
        return;
    }
    save(m_commands.setText(m_work.kind, m_work.id, text));
}

EndDialog::EndDialog(const style::Theme &theme, QWidget &window, tickets::WorkCommands &commands,
    const QList<Work> &works)
    : FormDialog(theme, window, headingOf(works), tr("End"))
    , m_commands(commands)
    , m_works(works)
    , m_state(new widgets::SegmentedControl(theme, &box()))
    , m_outcome(makeLine(u"outcome"_s, {}, &box()))
{
    m_state->setObjectName(u"ending"_s);
    m_state->setItems({words::workState(u"done"), words::workState(u"dropped")});
    addRow(tr("State"), m_state);
    addRow(tr("What came of it"), m_outcome);
    m_outcome->setFocus();
}

void EndDialog::submit()
{
    const bool dropped = m_state->current() == 1;
    if (dropped && m_outcome->text().trimmed().isEmpty()) {
        complain(words::codeSentence(u"reason_missing"));
        m_outcome->setFocus();
        return;
    }
    QList<SavedFuture> changes;
    for (const Work &work : std::as_const(m_works))
        changes.append(m_commands.close(
            work.kind, work.id, dropped ? u"dropped"_s : u"done"_s, m_outcome->text()));
    save(allOf(changes));
}

WorkWaitDialog::WorkWaitDialog(
    const style::Theme &theme, QWidget &window, tickets::WorkCommands &commands, const Work &ticket)
    : FormDialog(theme, window, headingOf({ticket}), tr("Save"))
    , m_commands(commands)
    , m_id(ticket.id)
    , m_whom(makeLine(u"whom"_s, {}, &box()))
{
    m_whom->setPlaceholderText(tr("For example: the carrier, ticket DX-8841"));
    addRow(tr("Waits for"), m_whom);
    m_whom->setFocus();
}

void WorkWaitDialog::submit()
{
    if (m_whom->text().trimmed().isEmpty()) {
        complain(tr("Say whom it waits for, so that the next shift can ask there."));
        m_whom->setFocus();
        return;
    }
    save(m_commands.waitFor(m_id, m_whom->text()));
}

} // namespace watchroom::ui
