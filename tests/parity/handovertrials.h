// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/domain/derivedids.h"
#include "app/domain/rosterrows.h"
#include "app/domain/tables.h"
#include "app/domain/values.h"
#include "tests/parity/incidentrows.h"
#include "tests/parity/parityserver.h"

#include <QTest>

namespace watchroom::parity {

using namespace domain;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A column and the values it may be tried with.
struct Choice
{
    QString column;
    QList<QJsonValue> values;
};

[[nodiscard]] QList<QJsonValue> words(std::initializer_list<const char *> texts); ///< and absence
[[nodiscard]] QJsonArray people(std::initializer_list<const char *> logins);
[[nodiscard]] QString hashOf(const QJsonValue &sheet);

/// Handovers for both sides: anna hands over to lena; ben leaves with anna, carl stays.
class HandoverTrials : public QObject
{
protected:
    [[nodiscard]] QByteArray start();
    void begin();
    void end() { m_server.rollback(); }

    [[nodiscard]] QString at(std::chrono::minutes later) const
    {
        return base::toIso(m_now + later);
    }
    [[nodiscard]] Row plainHandover() const;
    Row add(const QString &table, Row row);
    Row addHandover(const QString &state, const Row &changes = {});
    void sign(const Row &handover, const QString &meaning, const QJsonObject &sheet);
    [[nodiscard]] QJsonObject sheetOf(const Row &handover, const QJsonArray &items = {}) const;
    [[nodiscard]] QJsonObject itemOf(const QString &table, const Row &row) const;
    Row addWork(const QString &table, const QJsonValue &owner, const QString &level);
    /// One step of an article of its own; `title` is what a sheet says of it.
    Row addRun(const QJsonValue &owner, const QJsonValue &incident, const QString &state);
    void put(const QString &table, OperationKind kind, const Row &old, const Row &set,
        bool newId = false);
    void putEach(const QString &table, const Row &old, const Row &plain,
        const QList<Choice> &columns, OperationKind kind);
    [[nodiscard]] bool isEqual(const QStringList &expected);

    ParityServer m_server;
    ParityFacts m_facts;
    base::Instant m_now;
    QList<Trial> m_trials;
    int m_shift = 0;
};

} // namespace watchroom::parity
