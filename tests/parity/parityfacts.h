// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/judge.h"

#include <QHash>
#include <QMap>

namespace watchroom::parity {

/// The rows both sides know, for domain::judge(). One thread.
class ParityFacts final : public domain::Facts
{
public:
    void clear() { m_rows.clear(); }
    void add(const QString &table, const domain::Row &row);

    [[nodiscard]] const QMap<QString, QHash<QUuid, domain::Row>> &tables() const { return m_rows; }
    /// Who acts, as the rows say: what apply_changes and LocalAuthority look up before they judge.
    [[nodiscard]] domain::Actor person(const QString &login) const;

    [[nodiscard]] std::optional<domain::Row> row(QStringView table, const QUuid &id) const override;
    [[nodiscard]] QList<domain::Row> rowsWhere(
        QStringView table, QLatin1StringView column, const QJsonValue &value) const override;
    [[nodiscard]] std::optional<domain::Row> newestPolicy() const override;
    [[nodiscard]] qint64 nextNumber() override { return ++m_number; }

private:
    QMap<QString, QHash<QUuid, domain::Row>> m_rows;
    qint64 m_number = 0;
};

} // namespace watchroom::parity
