// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/contactcommands.h"

#include "app/base/ids.h"
#include "app/domain/values.h"

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using store::Draft;
using store::SavedFuture;

namespace {
const QString kTable = u"contact"_s;
}

QString codeOf(CallResult result)
{
    switch (result) {
    case CallResult::Reached:
        return u"reached"_s;
    case CallResult::NoAnswer:
        return u"no_answer"_s;
    case CallResult::Busy:
        return u"busy"_s;
    }
    return {};
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
    QList<Draft> drafts;
    for (const Contact &contact : contacts)
        drafts.append({.table = kTable,
            .id = base::newId(m_clock.now()),
            .kind = domain::OperationKind::Insert,
            .set = contact.toRow()});
    return m_store.save(drafts, m_author());
}

SavedFuture ContactCommands::change(const Contact &contact)
{
    return m_store.save({{.table = kTable,
                            .id = contact.id,
                            .kind = domain::OperationKind::Update,
                            .set = contact.toRow()}},
        m_author());
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
    SavedFuture saved = m_store.save(
        {{.table = u"log_entry"_s,
            .id = base::newId(now),
            .kind = domain::OperationKind::Append,
            .set = {{u"incident"_s, domain::orNull(incident)}, {u"kind"_s, u"call"_s},
                {u"channel"_s, u"phone"_s}, {u"code"_s, u"contact_"_s + codeOf(result)},
                {u"happened_at"_s, base::toIso(now)},
                {u"params"_s,
                    QJsonObject{{u"contact"_s, base::toText(contact.id)}, {u"name"_s, contact.name},
                        {u"way"_s, way}}}}}},
        author);
    if (result == CallResult::Reached)
        (void)m_store.save({{.table = kTable,
                               .id = contact.id,
                               .kind = domain::OperationKind::Update,
                               .set = {{u"reached"_s, way}}}},
            author);
    return saved;
}

} // namespace watchroom::knowledge
