// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverdialogs.h"

#include "app/domain/codes.h"
#include "app/domain/limits.h"
#include "app/domain/walltime.h"
#include "app/words/handovers.h"
#include "app/words/terms.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using handover::Missing;

namespace {

QComboBox *makeChoice(const QString &name, QWidget *parent)
{
    auto *choice = new QComboBox(parent);
    choice->setObjectName(name);
    return choice;
}

void addReasons(QComboBox &choice, const QStringList &reasons)
{
    for (const QString &reason : reasons)
        choice.addItem(words::reason(reason), reason);
    choice.setCurrentIndex(-1);
}

void addPeople(QComboBox &choice, const incidents::Directory &directory)
{
    const auto people = directory.people();
    for (const incidents::Person &person : people)
        choice.addItem(person.name, person.login);
    choice.setCurrentIndex(-1);
}

} // namespace

ReasonDialog::ReasonDialog(const style::Theme &theme, QWidget &window, const Words &words,
    const QStringList &reasons, Save save)
    : FormDialog(theme, window, words.heading, words.act)
    , m_save(std::move(save))
    , m_reason(makeChoice(u"reason"_s, &box()))
    , m_remark(new QLineEdit(&box()))
{
    auto *text = new QLabel(words.text, &box());
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    m_remark->setObjectName(u"remark"_s);
    m_remark->setMaxLength(int(domain::limits::kLineCharacters));
    addReasons(*m_reason, reasons);
    addRow({}, text);
    addRow(tr("Reason"), m_reason);
    addRow(tr("Remark, if it helps"), m_remark);
    m_reason->setFocus();
}

void ReasonDialog::submit()
{
    if (m_reason->currentIndex() < 0) {
        complain(tr("Choose a reason."));
        m_reason->setFocus();
        return;
    }
    save(m_save(m_reason->currentData().toString(), m_remark->text().trimmed()));
}

WaiveDialog::WaiveDialog(const style::Theme &theme, QWidget &window, const HandoverNeeds &needs,
    const QList<Missing> &rules)
    : FormDialog(theme, window, tr("Sign although something is wanting"), tr("Waive"))
    , m_needs(needs)
    , m_rules(rules)
    , m_rule(makeChoice(u"waivedRule"_s, &box()))
    , m_reason(makeChoice(u"reason"_s, &box()))
    , m_second(makeChoice(u"secondName"_s, &box()))
{
    for (const Missing &rule : rules)
        m_rule->addItem(wordsOf(rule));
    QStringList reasons;
    for (const QLatin1StringView reason : domain::codes::kWaiveReasons)
        reasons.append(QString(reason));
    addReasons(*m_reason, reasons);
    addPeople(*m_second, needs.directory);
    m_second->removeItem(m_second->findData(needs.me()));
    m_second->setCurrentIndex(-1);
    addRow(tr("What is waived; the sheet shows it"), m_rule);
    addRow(tr("Reason"), m_reason);
    addRow(tr("Second name: who else stands for it"), m_second);
    m_reason->setFocus();
}

QString WaiveDialog::wordsOf(const Missing &rule) const
{
    QString subject = rule.table == "system"_L1 ? words::keySystem(rule.subject) : QString();
    if (const handover::HandoverState *state = m_needs.state())
        if (const auto *item = state->find(rule.table, QUuid::fromString(rule.subject)))
            subject = item->facts.title;
    return subject.isEmpty() ? words::field(rule.what)
                             : words::field(rule.what) + u" · "_s + subject;
}

void WaiveDialog::submit()
{
    if (m_reason->currentIndex() < 0 || m_second->currentIndex() < 0) {
        complain(tr("A waiver needs a reason and a second name."));
        (m_reason->currentIndex() < 0 ? m_reason : m_second)->setFocus();
        return;
    }
    save(m_needs.commands.waive(m_needs.state()->id, m_rules[m_rule->currentIndex()],
        m_reason->currentData().toString(), m_second->currentData().toString()));
}

StartDialog::StartDialog(const style::Theme &theme, QWidget &window, const HandoverNeeds &needs)
    : FormDialog(theme, window, tr("Start a handover"), tr("Start"))
    , m_needs(needs)
    , m_at(new QDateTimeEdit(&box()))
    , m_outgoing(makeChoice(u"outgoing"_s, &box()))
    , m_incoming(makeChoice(u"incoming"_s, &box()))
{
    m_at->setObjectName(u"shiftAt"_s);
    m_at->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_at->setTimeSpec(Qt::UTC); // what the wall shows
    m_at->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    addPeople(*m_outgoing, needs.directory);
    addPeople(*m_incoming, needs.directory);
    addRow(tr("The shift begins at"), m_at);
    addRow({{.label = tr("Who hands over"), .field = m_outgoing},
        {.label = tr("Who takes over"), .field = m_incoming}});
    propose();
    connect(m_at, &QDateTimeEdit::dateTimeChanged, this, &StartDialog::chooseLeads);
    m_at->setFocus();
}

handover::NewHandover StartDialog::rostered() const
{
    return handover::crewsAt(
        m_needs.duty(), m_needs.book.scope(), domain::instantOf(m_at->dateTime(), m_needs.zone()));
}

void StartDialog::chooseLeads()
{
    const handover::NewHandover crews = rostered();
    m_outgoing->setCurrentIndex(m_outgoing->findData(crews.outgoing));
    m_incoming->setCurrentIndex(m_incoming->findData(crews.incoming));
}

// The next time that the watch passes by the roster, an hour ago at most; else the coming hour.
void StartDialog::propose()
{
    const base::Instant now = m_needs.now();
    const auto next = handover::nextDutyHandover(
        m_needs.duty(), m_needs.book.scope(), now - std::chrono::hours(1));
    const bool near = next && next->handover.shiftAt - now < std::chrono::hours(24);
    const base::Instant when =
        near ? next->handover.shiftAt : std::chrono::ceil<std::chrono::hours>(now);
    m_at->setDateTime(domain::wallTime(when, m_needs.zone()));
    chooseLeads();
}

void StartDialog::submit()
{
    const QString outgoing = m_outgoing->currentData().toString();
    const QString incoming = m_incoming->currentData().toString();
    if (outgoing.isEmpty() || incoming.isEmpty() || outgoing == incoming) {
        complain(tr("Choose who hands over and who takes over: two people."));
        (outgoing.isEmpty() ? m_outgoing : m_incoming)->setFocus();
        return;
    }
    handover::NewHandover what = rostered();
    what.outgoing = outgoing;
    what.incoming = incoming;
    for (const auto &[people, lead] :
        {std::pair(&what.outgoingPeople, outgoing), std::pair(&what.incomingPeople, incoming)}) {
        people->removeAll(lead);
        people->prepend(lead);
    }
    const auto &past = m_needs.book.past();
    what.attempt += std::ranges::count_if(
        past, [&what](const handover::PastHandover &one) { return one.shiftAt == what.shiftAt; });
    save(m_needs.commands.open(what));
}

} // namespace watchroom::ui
