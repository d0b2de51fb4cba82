// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/knowndocuments.h"

namespace watchroom::store {

void KnownDocuments::set(qint64 row, const QString &kind, int weight, qint64 at)
{
    const auto index = static_cast<std::size_t>(row);
    if (index >= m_rows.size())
        m_rows.resize(index + 1);
    Known &known = m_rows[index];
    if (known.kind == kNone)
        ++m_count;
    if (!m_kinds.contains(kind))
        m_kinds.append(kind);
    known = {.at = at, .weight = weight, .kind = kindNumber(kind)};
}

void KnownDocuments::remove(qint64 row)
{
    const auto index = static_cast<std::size_t>(row);
    if (index >= m_rows.size() || m_rows[index].kind == kNone)
        return;
    m_rows[index] = {};
    --m_count;
}

qint32 KnownDocuments::kindNumber(const QString &kind) const
{
    return static_cast<qint32>(m_kinds.indexOf(kind));
}

const KnownDocuments::Known &KnownDocuments::at(qint64 row) const
{
    static constexpr Known kNobody;
    const auto index = static_cast<std::size_t>(row);
    return index < m_rows.size() ? m_rows[index] : kNobody;
}

} // namespace watchroom::store
