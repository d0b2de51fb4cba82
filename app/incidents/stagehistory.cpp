// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/stagehistory.h"

#include "app/base/ids.h"
#include "app/base/whendone.h"

#include <algorithm>

namespace watchroom::incidents {

using namespace Qt::StringLiterals;

namespace {

using Read = base::Result<QList<StagePassage>>;

Read readPassages(store::Reader &reader, const QString &incident)
{
    const auto rows = reader.rows(u"stage_record", u"incident = ?", {incident}, u"ORDER BY n");
    if (!rows)
        return tl::unexpected(rows.error());
    QList<StagePassage> passages;
    for (const domain::Row &row : *rows)
        passages.append({domain::integer(row, "n"_L1), domain::text(row, "stage"_L1),
            domain::text(row, "owner"_L1), domain::instant(row, "entered_at"_L1),
            domain::instant(row, "due_at"_L1), domain::instant(row, "left_at"_L1),
            domain::integer(row, "waited_s"_L1)});
    return passages;
}

} // namespace

StageHistory::StageHistory(store::Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&m_store, &store::Store::rowsChanged, this, [this](const QString &table) {
        if (table == "stage_record"_L1 && !m_incident.isNull())
            load();
    });
}

void StageHistory::setIncident(const QUuid &incident)
{
    if (m_incident == incident)
        return;
    m_incident = incident;
    m_passages.clear();
    if (!incident.isNull())
        load();
    Q_EMIT changed();
}

void StageHistory::load()
{
    base::whenDone(
        m_store.read<QList<StagePassage>>([id = base::toText(m_incident)](store::Reader &reader) {
            return readPassages(reader, id);
        }),
        this, [this, asked = m_incident](const Read &passages) {
            if (!passages || asked != m_incident)
                return;
            m_passages = *passages;
            Q_EMIT changed();
        });
}

const StagePassage *StageHistory::last(QStringView stage) const
{
    const auto found =
        std::ranges::find(m_passages.crbegin(), m_passages.crend(), stage, &StagePassage::stage);
    return found == m_passages.crend() ? nullptr : &*found;
}

} // namespace watchroom::incidents
