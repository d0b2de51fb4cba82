// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contacts/contactcommands.h"

#include "app/base/ids.h"
#include "app/domain/values.h"

#include <algorithm>
#include <array>

namespace watchroom::contacts {

using namespace Qt::StringLiterals;
using store::Draft;
using store::SavedFuture;

namespace {

const QString kTable = u"contact"_s;
/// In the order of CallResult.
constexpr std::array kCodes{"contact_reached"_L1, "contact_no_answer"_L1, "contact_busy"_L1};

Draft insertion(const Contact &contact, base::Instant now)
{
    return {.table = kTable,
        .id = base::newId(now),
        .kind = domain::OperationKind::Insert,
        .set = contact.toRow()};
}

/// Without columns: nothing differs.
Draft difference(const Contact &before, const Contact &after)
{
    const domain::Row old = before.toRow();
    domain::Row set = after.toRow();
    for (auto it = set.begin(); it != set.end();)
        it = old.value(it.key()) == it.value() ? set.erase(it) : std::next(it);
    return {.table = kTable, .id = before.id, .kind = domain::OperationKind::Update, .set = set};
}

} // namespace

QString codeOf(CallResult result)
{
    return kCodes.at(std::size_t(result));
}

std::optional<CallResult> resultOf(QStringView code)
{
    const auto found =
        std::ranges::find_if(kCodes, [code](QLatin1StringView known) { return known == code; });
    if (found == kCodes.end())
        return {};
    return CallResult(found - kCodes.begin());
}

ContactCommands::ContactCommands(
    store::Store &store, const base::Clock &clock, std::function<store::Author()> author)
    : m_store(store)
    , m_clock(clock)
    , m_author(std::move(author))
{
}

SavedFuture ContactCommands::add(const QList<Contact> &contacts)
{
    return take(contacts, {});
}

SavedFuture ContactCommands::change(const Contact &before, const Contact &after)
{
    return take({}, {{before, after}});
}

SavedFuture ContactCommands::take(const QList<Contact> &added, const QList<ContactChange> &changed)
{
    QList<Draft> drafts;
    for (const Contact &contact : added)
        drafts.append(insertion(contact, m_clock.now()));
    for (const auto &[before, after] : changed) {
        if (const Draft draft = difference(before, after); !draft.set.isEmpty())
            drafts.append(draft);
    }
    if (drafts.isEmpty())
        return QtFuture::makeReadyFuture(base::Result<store::Saved>(store::Saved{}));
    return m_store.save(drafts, m_author());
}

SavedFuture ContactCommands::remove(const QUuid &contact)
{
    return m_store.save(
        {{.table = kTable, .id = contact, .kind = domain::OperationKind::Delete, .set = {}}},
        m_author());
}

SavedFuture ContactCommands::called(
    const Contact &contact, const QString &way, CallResult result, const QUuid &incident)
{
    const base::Instant now = m_clock.now();
    const store::Author author = m_author();
    // An entry of its own: it arrives whatever has become of the contact.
    SavedFuture saved =
        m_store.save({{.table = u"log_entry"_s,
                         .id = base::newId(now),
                         .kind = domain::OperationKind::Append,
                         .set = {{u"incident"_s, domain::orNull(incident)}, {u"kind"_s, u"call"_s},
                             {u"channel"_s, u"phone"_s}, {u"code"_s, codeOf(result)},
                             {u"happened_at"_s, base::toIso(now)},
                             {u"params"_s,
                                 QJsonObject{{u"contact"_s, base::toText(contact.id)},
                                     {u"name"_s, contact.name}, {u"way"_s, way}}}}}},
            author);
    if (result == CallResult::Reached)
        (void)m_store.save({{.table = kTable,
                               .id = contact.id,
                               .kind = domain::OperationKind::Update,
                               .set = {{u"reached"_s, way}}}},
            author);
    return saved;
}

} // namespace watchroom::contacts
