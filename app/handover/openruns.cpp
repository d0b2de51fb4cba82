// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/openruns.h"

#include "app/domain/values.h"
#include "app/handover/statereading.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace watchroom::handover {

using namespace Qt::StringLiterals;
using base::Result;
using domain::text;

namespace {

using Settled = QHash<QString, QSet<QString>>; // steps that somebody marked, by run

Result<Settled> readSettled(store::Reader &reader)
{
    const auto said = reader.query(u"SELECT e.run, e.step, e.kind FROM run_event e"
                                   " JOIN procedure_run r ON r.id = e.run AND r.state = 'running'"
                                   " WHERE e.deleted = 0 AND e.kind IN"
                                   " ('done', 'undone', 'failed', 'not_applicable')"
                                   " ORDER BY e.id"_s);
    if (!said)
        return tl::unexpected(said.error());
    Settled settled;
    for (const QJsonObject &event : *said) {
        QSet<QString> &steps = settled[text(event, "run"_L1)];
        if (text(event, "kind"_L1) == "undone"_L1)
            steps.remove(text(event, "step"_L1));
        else
            steps.insert(text(event, "step"_L1));
    }
    return settled;
}

OpenRun fromRow(const QJsonObject &row, const QSet<QString> &settled)
{
    const QJsonArray steps = QJsonDocument::fromJson(text(row, "steps"_L1).toUtf8()).array();
    const auto open = std::ranges::find_if(steps, [&settled](const QJsonValue &step) {
        return !settled.contains(text(step.toObject(), "id"_L1));
    });
    const qint64 step = std::min<qint64>(open - steps.begin() + 1, steps.size());
    return {.id = domain::uuid(row, "id"_L1),
        .owner = text(row, "owner"_L1),
        .title = text(row, "title"_L1),
        .version = domain::integer(row, "version"_L1),
        .step = step,
        .steps = steps.size(),
        .stepText = text(steps.at(step - 1).toObject(), "text"_L1),
        .level = text(row, "level"_L1),
        .group = text(row, "tech_group"_L1),
        .label = text(row, "label"_L1),
        .number = numberOf(row)};
}

} // namespace

Result<QList<OpenRun>> readOpenRuns(store::Reader &reader)
{
    const auto rows = reader.query(
        u"SELECT r.id, r.owner, v.title, v.version, v.steps, i.level, i.tech_group, i.label,"
        " i.number FROM procedure_run r"
        " JOIN article_version v ON v.article = r.article AND v.version = r.now_version"
        " LEFT JOIN incident i ON i.id = r.incident"
        " WHERE r.deleted = 0 AND r.state = 'running' ORDER BY r.started_at, r.id"_s);
    const auto settled = readSettled(reader);
    if (!rows || !settled)
        return tl::unexpected(rows ? settled.error() : rows.error());
    QList<OpenRun> runs;
    for (const QJsonObject &row : *rows)
        runs.append(fromRow(row, settled->value(text(row, "id"_L1))));
    return runs;
}

} // namespace watchroom::handover
