// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/syncstatebox.h"

#include "app/words/errors.h"
#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/paint.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTimeZone>

#include <cmath>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using widgets::ButtonKind;
using SyncState = sync::SyncStatus::State;

namespace {

QString dayAndTime(base::Instant at)
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    return words::date(at, zone) + u' ' + words::timeOfDay(at, zone);
}

} // namespace

SyncStateBox::SyncStateBox(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setObjectName(u"syncStateBox"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.scaled(16));
    grid->setVerticalSpacing(theme.scaled(6));
    grid->setColumnMinimumWidth(0, theme.scaled(152));
    grid->setColumnStretch(1, 1);
    for (int line = 0; line < Count; ++line) {
        const auto at = static_cast<std::size_t>(line);
        m_words[at] = new QLabel(this);
        m_values[at] = new QLabel(this);
        m_values[at]->setObjectName(u"syncLine%1"_s.arg(line));
        m_values[at]->setWordWrap(true);
        m_values[at]->setTextFormat(Qt::PlainText);
        m_values[at]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(m_words[at], line, 0, Qt::AlignTop);
        grid->addWidget(m_values[at], line, 1);
    }
    const auto button = [&](ButtonKind kind, const QString &name, auto signal) {
        auto *made =
            widgets::makeButton(theme, kind, name, {}, {}, widgets::ButtonSize::Normal, this);
        connect(made, &QPushButton::clicked, this, signal);
        return made;
    };
    m_sync = button(ButtonKind::Secondary, u"syncNow"_s, &SyncStateBox::syncAsked);
    m_audit = button(ButtonKind::Secondary, u"auditNow"_s, &SyncStateBox::auditAsked);
    m_diagnostics =
        button(ButtonKind::Secondary, u"exportDiagnostics"_s, &SyncStateBox::diagnosticsAsked);
    m_accept = button(ButtonKind::Destructive, u"acceptServer"_s, &SyncStateBox::serverAccepted);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme.scaled(8));
    for (QPushButton *each : {m_accept, m_sync, m_audit, m_diagnostics})
        buttons->addWidget(each);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        theme.scaled(16), theme.scaled(12), theme.scaled(16), theme.scaled(12));
    layout->setSpacing(theme.scaled(12));
    layout->addLayout(grid);
    layout->addLayout(buttons);
    retranslate();
}

void SyncStateBox::setStatus(const sync::SyncStatus &status)
{
    m_status = status;
    for (int line = 0; line < Count; ++line) {
        const QString text = lineText(static_cast<Line>(line));
        QLabel *value = m_values[static_cast<std::size_t>(line)];
        if (value->text() != text)
            value->setText(text);
    }
    m_accept->setVisible(status.lastError && status.lastError->code == "other_server"_L1);
    const bool connected = status.state != SyncState::Offline
        && status.state != SyncState::Connecting && status.state != SyncState::NeedsAttention;
    m_audit->setEnabled(connected && status.fillDone == status.fillTotal);
}

QString SyncStateBox::clockText() const
{
    const double seconds = double(m_status.clockOffset.count()) / 1e6;
    if (std::abs(seconds) < 0.1)
        return tr("in step with the server's");
    return seconds > 0 ? tr("%1 s ahead of the server's").arg(seconds, 0, 'f', 1)
                       : tr("%1 s behind the server's").arg(-seconds, 0, 'f', 1);
}

QString SyncStateBox::stateText() const
{
    const qint64 waiting =
        m_status.counts.held + m_status.counts.conflicts + m_status.counts.rejected;
    switch (m_status.state) {
    case SyncState::Connecting:
        return tr("Connecting");
    case SyncState::Filling:
        return tr("Loading: %1 of %2 tables").arg(m_status.fillDone).arg(m_status.fillTotal);
    case SyncState::Synced:
        return waiting > 0 ? tr("Synced, but for what waits for a person below")
                           : tr("Synced: everything saved here is on the server");
    case SyncState::Waiting:
        return tr("Sending");
    case SyncState::Offline:
        return tr("Offline since %1; work goes on and is kept").arg(dayAndTime(m_status.since));
    case SyncState::NeedsAttention:
        break;
    }
    return tr("Stopped: a person must act");
}

QString SyncStateBox::lineText(Line line) const
{
    switch (line) {
    case State:
        if (m_status.lastError)
            return stateText() + u'\n' + words::errorSentence(*m_status.lastError);
        return m_status.pooled ? stateText() + u'\n'
                + words::errorSentence({base::Error::Kind::Invalid, {}, u"pooler"_s})
                               : stateText();
    case Pending:
        return tr("On their way %1 · held %2 · conflicts %3 · refused %4")
            .arg(m_status.counts.pending)
            .arg(m_status.counts.held)
            .arg(m_status.counts.conflicts)
            .arg(m_status.counts.rejected);
    case Contact:
        return m_status.lastContact ? dayAndTime(*m_status.lastContact) : u"–"_s;
    case Lag:
        return u"%1 ms"_s.arg(m_status.lag.count());
    case Clock:
        return clockText();
    case Audit:
        return m_status.lastAudit ? tr("%1, %2 rows set right")
                                        .arg(dayAndTime(*m_status.lastAudit))
                                        .arg(m_status.auditRepaired)
                                  : u"–"_s;
    case Online:
        return m_status.online.isEmpty()
            ? u"–"_s
            : u"%1 · %2"_s.arg(m_status.stationsOnline).arg(words::list(m_status.online));
    case Epoch:
        return m_status.serverEpoch.isEmpty() ? u"–"_s : m_status.serverEpoch;
    case Count:
        break;
    }
    return {};
}

void SyncStateBox::retranslate()
{
    const std::array<QString, Count> words{tr("State"), tr("Changes"), tr("Last in step"),
        tr("There and back"), tr("This clock"), tr("Last comparison"), tr("Stations online"),
        tr("Server's epoch")};
    for (std::size_t line = 0; line < words.size(); ++line)
        m_words[line]->setText(words[line]);
    m_sync->setText(tr("Sync now"));
    m_audit->setText(tr("Compare everything"));
    m_diagnostics->setText(tr("Save diagnostics"));
    m_accept->setText(tr("This server takes the other's place…"));
    setStatus(m_status);
}

void SyncStateBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    widgets::paintBox(painter, rect(), tokens().panel, Qt::NoPen);
}

} // namespace watchroom::ui
