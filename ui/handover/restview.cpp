// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/restview.h"

#include "app/base/ids.h"
#include "app/base/whendone.h"
#include "app/domain/walltime.h"
#include "app/words/handovers.h"
#include "app/words/times.h"
#include "ui/handover/handoverwords.h"
#include "ui/handover/sheetpreview.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using handover::HandoverState;
using handover::PastHandover;
using style::FontRole;
using style::Ink;
using style::Weight;

namespace {
constexpr int kLeft = 460;
} // namespace

RestView::RestView(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_fact(new widgets::EmptyState(theme, this))
    , m_start(widgets::makeButton(theme, widgets::ButtonKind::Primary, u"startHandover"_s, {},
          u"switch-horizontal"_s, widgets::ButtonSize::Normal, this))
    , m_movedHead(new widgets::TextLabel(theme, FontRole::Section, Weight::Bold, Ink::T1, this))
    , m_moved(new QLabel(this))
    , m_seen(widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"movedSeen"_s, {},
          u"check"_s, widgets::ButtonSize::Normal, this))
    , m_figuresHead(new widgets::TextLabel(theme, FontRole::Section, Weight::Bold, Ink::T1, this))
    , m_figures(new QLabel(this))
    , m_pastHead(new widgets::TextLabel(theme, FontRole::Section, Weight::Bold, Ink::T1, this))
    , m_past(new QListWidget(this))
    , m_sheet(new SheetPreview(theme, this))
{
    setObjectName(u"restView"_s);
    m_moved->setObjectName(u"moved"_s);
    m_past->setObjectName(u"pastHandovers"_s);
    build();
    connect(m_start, &QPushButton::clicked, this, &RestView::startAsked);
    connect(m_seen, &QPushButton::clicked, this, [this] {
        if (const HandoverState *state = m_needs.state())
            Q_EMIT seenAsked(state->id);
    });
    connect(m_past, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item)
            showSheet(QUuid::fromString(item->data(Qt::UserRole).toString()));
    });
}

void RestView::build()
{
    m_fact->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    for (QLabel *label : {m_moved, m_figures}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_figures->setObjectName(u"handoverFigures"_s);
    auto *left = new QVBoxLayout;
    left->setSpacing(10);
    left->addSpacing(scaled(32));
    left->addWidget(m_fact);
    left->addWidget(m_start, 0, Qt::AlignHCenter);
    left->addSpacing(scaled(32));
    left->addWidget(m_movedHead);
    left->addWidget(m_moved);
    left->addWidget(m_seen, 0, Qt::AlignLeft);
    left->addWidget(m_figuresHead);
    left->addWidget(m_figures);
    left->addWidget(m_pastHead);
    left->addWidget(m_past, 1);
    left->addStretch(0);
    auto *side = new QWidget(this);
    side->setLayout(left);
    side->setFixedWidth(scaled(kLeft));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(side);
    layout->addWidget(m_sheet, 1);
}

void RestView::refresh()
{
    m_start->setText(tr("Start a handover…"));
    showNext();
    showMoved();
    showFigures();
    showPast();
}

void RestView::begin()
{
    if (m_seen->isVisible())
        m_seen->setFocus(Qt::OtherFocusReason);
    else
        m_start->setFocus(Qt::OtherFocusReason);
}

void RestView::showNext()
{
    base::Instant now = m_needs.now();
    const HandoverState *last = m_needs.state();
    if (last && last->shiftAt && last->state == "accepted"_L1)
        now = std::max(now, *last->shiftAt); // that one has passed, early or not
    QString detail = tr("By the roster none is due within eight days.");
    const auto next =
        handover::nextDutyHandover(m_needs.duty(), m_needs.book.scope(), now + base::Seconds(1));
    if (next && next->gap)
        detail = tr("At %1 the watch ends, and the roster has nobody after it.")
                     .arg(dueWords(next->handover.shiftAt, m_needs));
    else if (next)
        detail = tr("The next one is due at %1: %2 takes over. "
                    "It is made an hour before, for both leads.")
                     .arg(dueWords(next->handover.shiftAt, m_needs),
                         m_needs.person(next->handover.incoming));
    m_fact->setFact(u"switch-horizontal"_s, tr("No handover is under way"), detail);
}

void RestView::showMoved()
{
    const HandoverState *state = m_needs.state();
    const bool passed = state && (state->state == "accepted"_L1 || state->state == "forced"_L1);
    QStringList lines;
    if (passed)
        for (const QJsonValue &change : state->changes)
            lines.append(movedSentence(change.toObject(), m_needs));
    const bool toBeSeen = passed && !state->seen && !lines.isEmpty();
    m_movedHead->setText(tr("Not as the sheet says"));
    m_moved->setText(lines.join(u'\n'));
    m_movedHead->setVisible(toBeSeen);
    m_moved->setVisible(toBeSeen);
    m_seen->setText(tr("I know of these changes"));
    m_seen->setVisible(toBeSeen && (m_needs.me() == state->incoming || m_needs.isSenior()));
}

void RestView::showFigures()
{
    const handover::HandoverFigures &figures = m_needs.book.figures();
    m_figuresHead->setText(tr("The last 30 days"));
    m_figuresHead->setVisible(figures.shifts > 0);
    m_figures->setVisible(figures.shifts > 0);
    if (figures.shifts == 0)
        return;
    QStringList lines{tr("On time: %1 of %2").arg(figures.onTime).arg(figures.shifts),
        tr("Read back: %1 of %2").arg(figures.readBack).arg(figures.accepted)};
    if (figures.whole.p50 && figures.whole.p90)
        lines.append(
            tr("From begin to acceptance: half within %1, nine of ten within %2")
                .arg(words::duration(*figures.whole.p50), words::duration(*figures.whole.p90)));
    lines.append(tr("Waivers: %1, refused: %2, changes between the signatures: %3")
                     .arg(figures.waivers)
                     .arg(figures.refused)
                     .arg(figures.changes));
    lines.append(tr("Red soon after and not on the sheet: %1").arg(figures.surprises));
    m_figures->setText(lines.join(u'\n'));
}

QString RestView::lineOf(const PastHandover &past) const
{
    QStringList parts;
    if (past.shiftAt)
        parts.append(words::dateTime(*past.shiftAt, m_needs.zone()));
    parts.append(m_needs.person(past.outgoing) + u" → "_s + m_needs.person(past.incoming));
    parts.append(past.pending ? tr("To be verified") : words::handoverState(past.state));
    if (!past.label.isEmpty())
        parts.append(past.label);
    return parts.join(u" · "_s);
}

void RestView::showPast()
{
    const auto &past = m_needs.book.past();
    m_pastHead->setText(tr("The last handovers"));
    m_pastHead->setVisible(!past.isEmpty());
    m_past->setAccessibleName(m_pastHead->text());
    m_past->setVisible(!past.isEmpty());
    m_sheet->setVisible(!past.isEmpty());
    const QSignalBlocker quiet(m_past);
    const QString before = base::toText(m_shown);
    m_past->clear();
    for (const PastHandover &one : past) {
        auto *item = new QListWidgetItem(lineOf(one), m_past);
        item->setData(Qt::UserRole, base::toText(one.id));
        if (base::toText(one.id) == before)
            m_past->setCurrentItem(item);
    }
    if (past.isEmpty())
        return;
    if (!m_past->currentItem())
        m_past->setCurrentRow(0);
    const QUuid chosen = QUuid::fromString(m_past->currentItem()->data(Qt::UserRole).toString());
    const QString standing = m_past->currentItem()->text() + base::toText(chosen);
    if (!isVisible() || standing == m_drawn) // it is drawn when somebody sees it, and once
        return;
    m_drawn = standing;
    showSheet(chosen);
}

void RestView::showEvent(QShowEvent *event)
{
    ThemedWidget::showEvent(event);
    showPast();
}

void RestView::showSheet(const QUuid &handover)
{
    m_shown = handover;
    base::whenDone(m_needs.book.read(handover), this,
        [this, handover](const base::Result<HandoverState> &state) {
            if (handover != m_shown)
                return;
            if (!state) {
                Q_EMIT failed(state.error());
                return;
            }
            if (state->sheetHash.isEmpty()) { // it ended before anybody signed
                m_sheet->clear();
                return;
            }
            base::whenDone(m_needs.book.readEnd(*state), this,
                [this, past = *state](const base::Result<handover::SheetEnd> &end) {
                    const auto sheet = m_needs.sheet(past);
                    if (past.id != m_shown)
                        return;
                    if (!end || !sheet)
                        Q_EMIT failed(end ? sheet.error() : end.error());
                    else
                        m_sheet->setSheet(*sheet, *end, m_needs.now());
                });
        });
}

void RestView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
