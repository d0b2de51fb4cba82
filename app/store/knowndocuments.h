// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace watchroom::store {

/// What ranking asks of every document, in memory: some 24 bytes each. A value.
class KnownDocuments
{
public:
    struct Known
    {
        qint64 at = 0; ///< microseconds
        qint32 weight = 0;
        qint32 kind = kNone;
    };
    static constexpr qint32 kNone = -1;

    void set(qint64 row, const QString &kind, int weight, qint64 at);
    void remove(qint64 row);

    /// kNone where no document has it.
    [[nodiscard]] qint32 kindNumber(const QString &kind) const;
    /// Of kind kNone where there is no such row.
    [[nodiscard]] const Known &at(qint64 row) const;
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] qsizetype count() const { return m_count; }

private:
    std::vector<Known> m_rows; // by row id, which SQLite gives densely
    QStringList m_kinds;
    qsizetype m_count = 0;
};

} // namespace watchroom::store
