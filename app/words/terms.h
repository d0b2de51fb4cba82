// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace watchroom::words {

// The words of the trade by their code words, in the language that is on. An unknown code comes
// back as it is. Any thread; the language is switched on the UI thread only.

[[nodiscard]] QString level(QStringView code); ///< 红色 / Red
[[nodiscard]] QString levelLong(QStringView code); ///< 红色预警·立即处置 / Red: act now
[[nodiscard]] QString stage(QStringView code); ///< 诊断定位 / Diagnosis; `closed` too
[[nodiscard]] QString enterStage(QStringView code); ///< the button: 进入「诊断定位」, or 关闭事件
[[nodiscard]] QString group(QStringView code); ///< 网络组 / Network
[[nodiscard]] QString layer(QStringView code); ///< command, technical, support
[[nodiscard]] QString position(QStringView code); ///< shift_lead, network, av, system, scribe, ...
[[nodiscard]] QString role(QStringView code); ///< of an incident: commander, technical_network, ...
[[nodiscard]] QString right(QStringView code); ///< member, lead, command, admin
[[nodiscard]] QString party(QStringView code); ///< who is told: duty, command, business, ...
/// Why a level was lowered, a stage left out or gone back to (ARCHITECTURE, incident 7 and 11).
[[nodiscard]] QString reason(QStringView code);
[[nodiscard]] QString channel(QStringView code); ///< phone, im, onsite, other
[[nodiscard]] QString entryKind(QStringView code); ///< note, call, message, status, ...
[[nodiscard]] QString targetKind(QStringView code); ///< source, region, egress, site
[[nodiscard]] QString stationKind(QStringView code); ///< console, wall, agent
[[nodiscard]] QString allOfKind(QStringView code); ///< of stations: All consoles
[[nodiscard]] QString secretKind(QStringView code); ///< source, robot, smtp
/// Of a target or an alert: firing, cleared, normal, no_data, maintenance, inhibited, stale.
[[nodiscard]] QString state(QStringView code);
[[nodiscard]] QString workState(QStringView code); ///< of a ticket: open, done, dropped
/// What a gate still asks for: sites, level_confirmed, tech_group, acknowledged, cause, ...
[[nodiscard]] QString field(QStringView code);
/// "网络组、系统组" / "Network, System".
[[nodiscard]] QString list(const QStringList &items);

} // namespace watchroom::words
