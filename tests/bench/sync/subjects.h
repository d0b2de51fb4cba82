// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace watchroom::bench {

// Each starts its own server, prints its figures and ends the program where something was lost,
// doubled or differs.

/// A change at one of `stations` + 1 desks until another's models show it; `heldFor` seconds more
/// while a transaction stays open.
void measureLatency(int stations, int seconds, int heldFor);
void measureFleet(int stations, int changesASecond, int seconds);

void measureFilling(int rows);
/// Operations made offline, pushed through a link with this round trip.
void measurePushing(int operations, int roundTripMs);
/// 10 consoles at once, on each other's incidents.
void measureCrowd(int incidents);

/// One editor's work through faults, so many rounds.
void measureHistories(int rounds);

void measureDeadLink();
void measureFrozenServer();
void measureFailover();

/// The client everybody writes first: asks for numbers above the last it saw.
void measureNaive(int seconds, int heldFor);

} // namespace watchroom::bench
