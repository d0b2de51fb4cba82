// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/signstep.h"

#include "app/base/whendone.h"
#include "app/words/times.h"
#include "ui/handover/handoverwords.h"
#include "ui/handover/sheetpreview.h"
#include "ui/style/theme.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using handover::HandoverState;
using handover::SheetSignature;
using style::FontRole;
using style::Ink;
using style::Weight;

namespace {

constexpr int kColumn = 500;
constexpr qsizetype kMostChanges = 12;

QString inFours(const QByteArray &hex)
{
    QString text;
    for (qsizetype i = 0; i < hex.size(); i += 4)
        text += QString::fromLatin1(hex.mid(i, 4)) + (i % 32 == 28 ? u'\n' : u' ');
    return text.trimmed();
}

} // namespace

SignStep::SignStep(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_preview(new SheetPreview(theme, this))
    , m_changesHead(new widgets::TextLabel(theme, FontRole::Section, Weight::Bold, Ink::T1, this))
    , m_changes(new QLabel(this))
    , m_seen(new QCheckBox(this))
    , m_outgoing(new SignatureBox(theme, needs, SignatureBox::Role::Outgoing, this))
    , m_incoming(new SignatureBox(theme, needs, SignatureBox::Role::Incoming, this))
    , m_witness(new SignatureBox(theme, needs, SignatureBox::Role::Witness, this))
    , m_fingerprintHead(
          new widgets::TextLabel(theme, FontRole::Section, Weight::Bold, Ink::T1, this))
    , m_fingerprint(new QLabel(this))
    , m_switchHead(new widgets::TextLabel(theme, FontRole::Section, Weight::Bold, Ink::T1, this))
    , m_switch(new QLabel(this))
{
    setObjectName(u"signStep"_s);
    m_changes->setObjectName(u"changesSince"_s);
    m_seen->setObjectName(u"changesSeen"_s);
    m_fingerprint->setObjectName(u"fingerprint"_s);
    m_switch->setObjectName(u"switchLines"_s);
    build();
    connect(m_seen, &QCheckBox::toggled, this, &SignStep::showBoxes);
    for (SignatureBox *box : {m_outgoing, m_incoming, m_witness})
        connect(box, &SignatureBox::proved, this,
            [this, box](const Signer &signer) { sign(*box, signer); });
    for (const auto &[box, meaning] :
        {std::pair(m_outgoing, u"handed_over"_s), std::pair(m_incoming, u"taken_over"_s)}) {
        connect(box, &SignatureBox::paperAsked, this,
            [this, meaning = meaning] { Q_EMIT paperAsked(meaning); });
        connect(box, &SignatureBox::photographAsked, this, &SignStep::photographAsked);
    }
}

void SignStep::build()
{
    for (QLabel *label : {m_changes, m_fingerprint, m_switch}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_fingerprint->setTextInteractionFlags(
        Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *boxes = new QHBoxLayout;
    boxes->setSpacing(8);
    boxes->addWidget(m_outgoing, 1);
    boxes->addWidget(m_incoming, 1);
    auto *right = new widgets::ScrollColumn(u"signScroll"_s, this);
    right->setFixedWidth(scaled(kColumn));
    right->add(m_changesHead);
    right->add(m_changes);
    right->add(m_seen);
    right->add(boxes);
    right->add(m_witness);
    right->add(m_fingerprintHead);
    right->add(m_fingerprint);
    right->add(m_switchHead);
    right->add(m_switch);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 10, 8, 10);
    layout->setSpacing(8);
    layout->addWidget(m_preview, 1);
    layout->addWidget(right);
}

void SignStep::refresh()
{
    m_fingerprintHead->setText(tr("Fingerprint of the record · SHA-256"));
    m_switchHead->setText(tr("At once after the second signature"));
    m_seen->setText(tr("I have seen these changes"));
    showChanges();
    showBoxes();
    if (isVisible())
        showSheet();
}

void SignStep::begin()
{
    showSheet();
    if (!m_outgoing->isSigned())
        m_outgoing->focusPassword();
    else if (m_seen->isVisible() && !m_seen->isChecked())
        m_seen->setFocus(Qt::OtherFocusReason);
    else if (m_witness->isVisible() && !m_witness->isSigned())
        m_witness->focusPassword();
    else
        m_incoming->focusPassword();
}

void SignStep::showSheet()
{
    const HandoverState *state = m_needs.state();
    if (!state)
        return;
    base::whenDone(m_needs.book.readEnd(*state), this,
        [this, id = state->id](const base::Result<handover::SheetEnd> &end) {
            const HandoverState *now = m_needs.state();
            if (!now || now->id != id)
                return;
            if (!end) {
                Q_EMIT failed(end.error());
                return;
            }
            const auto sheet = m_needs.sheet(*now);
            if (!sheet) {
                Q_EMIT failed(sheet.error());
                return;
            }
            m_fingerprint->setText(end->fingerprint.isEmpty() ? tr("Nothing is recorded yet")
                                                              : inFours(end->fingerprint));
            m_preview->setSheet(*sheet, *end, m_needs.now());
        });
}

std::optional<SheetSignature> SignStep::signatureOf(const QString &meaning) const
{
    const HandoverState *state = m_needs.state();
    if (!state || state->sheetHash.isEmpty())
        return std::nullopt;
    for (const handover::HandoverSignature &one : state->signatures) {
        if (one.what.meaning == meaning && one.what.hash == state->sheetHash.toLatin1())
            return one.what;
    }
    return std::nullopt;
}

void SignStep::showChanges()
{
    const HandoverState *state = m_needs.state();
    const bool between = state && state->state == "out_signed"_L1;
    QStringList lines;
    if (between) {
        if (state->sheetHash.toLatin1() != m_shownHash) {
            m_shownHash = state->sheetHash.toLatin1();
            m_seen->setChecked(false);
        }
        if (const auto sheet = m_needs.sheet(*state)) {
            const auto changes = handover::changesSince(*sheet, *state);
            for (const handover::SheetChange &change : changes)
                lines.append(changeSentence(change, m_needs));
        }
    }
    if (lines.size() > kMostChanges) {
        const int more = int(lines.size() - kMostChanges);
        lines = lines.first(kMostChanges);
        lines.append(tr("and %n more", nullptr, more));
    }
    m_changesHead->setText(tr("Changed since the first signature"));
    m_changesHead->setVisible(!lines.isEmpty());
    m_changes->setText(lines.join(u'\n'));
    m_changes->setVisible(!lines.isEmpty());
    m_seen->setVisible(!lines.isEmpty());
    QStringList switched;
    if (state) {
        const auto person = [this](const QString &login) {
            return login.isEmpty() ? tr("nobody") : m_needs.person(login);
        };
        for (const handover::SheetPosition &position : state->facts.positions) {
            if (position.from != position.to)
                switched.append(u"%1: %2 → %3"_s.arg(m_needs.position(position.position),
                    person(position.from), person(position.to)));
        }
    }
    m_switchHead->setVisible(!switched.isEmpty());
    m_switch->setText(switched.join(u'\n'));
}

QString SignStep::blockedIncoming() const
{
    const HandoverState *state = m_needs.state();
    if (!state || state->state != "out_signed"_L1)
        return tr("Waits for the outgoing lead's signature.");
    if (m_seen->isVisibleTo(this) && !m_seen->isChecked())
        return tr("See what changed since the first signature, and tick it.");
    if (m_needs.awaySince() && !signatureOf(u"witnessed"_s))
        return tr("The server is away: a second name comes first.");
    return {};
}

void SignStep::showBoxes()
{
    const HandoverState *state = m_needs.state();
    if (!state)
        return;
    const auto missing = handover::missingOf(*state, m_needs.now());
    const bool paper = state->isLive() && m_needs.passwords && m_needs.awaySince();
    m_outgoing->setPaper(state->unconfirmedPaper(u"handed_over"_s), paper);
    m_incoming->setPaper(state->unconfirmedPaper(u"taken_over"_s), paper);
    m_outgoing->setPeople({state->outgoing});
    m_outgoing->setSignature(signatureOf(u"handed_over"_s), state->pending);
    m_outgoing->setBlocked(state->state == "draft"_L1 && missing.isEmpty()
            ? QString()
            : tr("Still wanting: %1").arg(missingWords(missing)));
    m_incoming->setPeople({state->incoming});
    m_incoming->setSignature(signatureOf(u"taken_over"_s), state->pending);
    m_incoming->setBlocked(blockedIncoming());
    const auto witnessed = signatureOf(u"witnessed"_s);
    m_witness->setVisible(witnessed || (m_needs.awaySince() && state->state == "out_signed"_L1));
    QStringList others = state->outgoingPeople + state->incomingPeople;
    others.removeDuplicates();
    others.removeAll(state->outgoing);
    others.removeAll(state->incoming);
    m_witness->setPeople(others);
    m_witness->setSignature(witnessed, state->pending);
    m_witness->setBlocked(others.isEmpty()
            ? tr("Nobody else is on the sheet. Use the paper, and confirm it later.")
            : QString());
}

store::SavedFuture SignStep::save(
    SignatureBox::Role role, const Signer &signer, const handover::HandoverSheet &sheet) const
{
    handover::HandoverCommands commands(
        m_needs.store, m_needs.clock, [author = signer.author] { return author; });
    const HandoverState &state = *m_needs.state();
    // Who signed by hand confirms it; what is checked only at this station stays marked as that.
    const auto how = [&](const QString &meaning) {
        return signer.how == "password"_L1 && state.unconfirmedPaper(meaning) ? u"paper"_s
                                                                              : signer.how;
    };
    switch (role) {
    case SignatureBox::Role::Outgoing:
        return commands.handOver(sheet, how(u"handed_over"_s), m_needs.station());
    case SignatureBox::Role::Incoming:
        return commands.accept(state, how(u"taken_over"_s), m_needs.station());
    case SignatureBox::Role::Witness:
        break;
    }
    return commands.witness(state, signer.how, m_needs.station());
}

void SignStep::sign(SignatureBox &box, const Signer &signer)
{
    const HandoverState *state = m_needs.state();
    if (!state)
        return;
    const auto sheet = m_needs.sheet(*state);
    if (!sheet) {
        box.finish(tl::unexpected(sheet.error()));
        return;
    }
    const auto role = &box == m_outgoing ? SignatureBox::Role::Outgoing
        : &box == m_incoming             ? SignatureBox::Role::Incoming
                                         : SignatureBox::Role::Witness;
    base::whenDone(
        save(role, signer, *sheet), this, [&box](const base::Result<store::Saved> &done) {
            box.finish(done ? base::Result<>() : base::Result<>(tl::unexpected(done.error())));
        });
}

void SignStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
