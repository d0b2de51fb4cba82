// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/handoverbook.h"

#include "app/base/whendone.h"
#include "app/domain/handoverguard.h"

#include <algorithm>
#include <tuple>

namespace watchroom::handover {

using namespace Qt::StringLiterals;

namespace {

struct Page
{
    std::optional<HandoverState> state;
    QList<PastHandover> past;
    HandoverFigures figures;
};

constexpr std::chrono::milliseconds kSoon{200};
constexpr auto kFiguresOf = std::chrono::hours(30 * 24);
constexpr auto kEarly = std::chrono::hours(24); // a watch may pass before its shift begins

base::Result<Page> readPage(store::Reader &reader, const QString &scope, base::Instant now)
{
    auto state = readHandover(reader, scope);
    if (!state && state.error().kind != base::Error::Kind::NotFound)
        return tl::unexpected(state.error());
    auto past = readPast(reader, scope);
    if (!past)
        return tl::unexpected(past.error());
    Page page{.state = {}, .past = std::move(*past), .figures = {}};
    if (state)
        page.state = std::move(*state);
    if (page.state && page.state->isLive())
        return page;
    const auto ended = readEndedHandovers(reader, scope, now - kFiguresOf, now + kEarly);
    if (!ended)
        return tl::unexpected(ended.error());
    page.figures = figuresOf(*ended);
    return page;
}

} // namespace

HandoverBook::HandoverBook(store::Store &store, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_scope(domain::kDesk)
{
    m_later.setSingleShot(true);
    m_later.setInterval(kSoon);
    connect(&m_later, &QTimer::timeout, this, &HandoverBook::load);
    connect(&m_store, &store::Store::rowsChanged, this, [this](const QString &table) {
        static const QStringList kAtOnce{u"handover"_s, u"handover_item"_s, u"handover_signature"_s,
            u"person"_s, u"position"_s, u"rotation"_s, u"roster_override"_s, u"check_in"_s};
        static const QStringList kWork{
            u"incident"_s, u"ticket"_s, u"pending_item"_s, u"procedure_run"_s, u"run_event"_s};
        if (kAtOnce.contains(table))
            load();
        else if (m_state && m_state->isLive() && kWork.contains(table) && !m_later.isActive())
            m_later.start();
    });
    load();
}

void HandoverBook::setScope(const QString &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    m_loaded = false;
    load();
}

void HandoverBook::setReadings(const QList<SheetSystem> &readings)
{
    m_readings = readings;
    if (takeReadings())
        Q_EMIT changed();
}

bool HandoverBook::takeReadings()
{
    if (!m_state || !m_state->isLive())
        return false;
    const auto shown = withReadings(m_said, m_readings, m_clock.now());
    const auto standing = [](const SheetSystem &system) {
        return std::tuple(system.key, system.name, system.result, system.by);
    };
    const bool other = !std::ranges::equal(shown, m_state->systems, {}, standing, standing);
    m_state->systems = shown;
    return other;
}

QFuture<base::Result<HandoverState>> HandoverBook::read(const QUuid &handover) const
{
    return m_store.read<HandoverState>(
        [handover](store::Reader &reader) { return readHandover(reader, handover); });
}

QFuture<base::Result<SheetEnd>> HandoverBook::readEnd(const HandoverState &state) const
{
    return m_store.read<SheetEnd>([state, now = m_clock.now()](store::Reader &reader) {
        return readSheetEnd(reader, state, now);
    });
}

void HandoverBook::load()
{
    m_stale = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    const auto ask = [scope = m_scope, now = m_clock.now()](
                         store::Reader &reader) { return readPage(reader, scope, now); };
    base::whenDone(m_store.read<Page>(ask), this, [this, scope = m_scope](const auto &read) {
        m_reading = false;
        if (scope != m_scope) {
            load();
            return;
        }
        if (!read) {
            Q_EMIT failed(read.error());
            return;
        }
        m_state = read->state;
        m_said = m_state ? m_state->systems : QList<SheetSystem>();
        takeReadings();
        m_past = read->past;
        m_figures = read->figures;
        m_loaded = true;
        Q_EMIT changed();
        if (m_stale)
            load();
    });
}

} // namespace watchroom::handover
