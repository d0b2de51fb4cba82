# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures gathered by sync.sh ("name value" a line) as one table, beside the naive client."""
import sys

# What, target, ours, the naive client's; each a text with the figures' names in it.
ROWS = [
    ("change at A in B's model, 1 other station, p50 / p99", "<= 10 / <= 50 ms",
     "{latency_1_p50:.1f} / {latency_1_p99:.1f} ms",
     "each second {naive_1000_1_p50:.0f} / {naive_1000_1_p99:.0f}, "
     "each 100 ms {naive_100_1_p50:.0f} / {naive_100_1_p99:.0f} ms"),
    ("the same with 50 stations", "<= 30 / <= 200 ms",
     "{latency_50_p50:.1f} / {latency_50_p99:.1f} ms",
     "each second {naive_1000_50_p50:.0f} / {naive_1000_50_p99:.0f}, "
     "each 100 ms {naive_100_50_p50:.0f} / {naive_100_50_p99:.0f} ms"),
    ("while another holds a transaction open, p50 / p99", "p99 < 1,000 ms",
     "{latency_1_held_p50:.1f} / {latency_1_held_p99:.1f} ms ({latency_1_held_for:.0f} s), "
     "its row arrives",
     "each 100 ms {naive_100_held_p50:.0f} / {naive_100_held_p99:.0f} ms, "
     "its row lost {naive_100_held_lost:.0f} of 1"),
    ("rows a client never sees, 16 writers", "0", "0 (replicas equal)",
     "each second {naive_1000_missed:.0f} of {naive_1000_missed_of:.0f}, "
     "each 100 ms {naive_100_missed:.0f} of {naive_100_missed_of:.0f}"),
    ("200 stations, 20 changes/s: server's processor", "< 1 core", "{fleet_cores:.2f}",
     "each second {naive_1000_fleet_cores:.2f}, each 100 ms {naive_100_fleet_cores:.2f}"),
    ("200 stations, 20 changes/s: at every station, p50 / p99", "p99 < 1,000 ms",
     "{fleet_p50:.0f} / {fleet_p99:.0f} ms",
     "each second {naive_1000_fleet_p50:.0f} / {naive_1000_fleet_p99:.0f} ms"),
    ("first sync of 100,000 rows: board / everything", "< 2 / < 6 s",
     "{fill_core:.0f} / {fill_all:.0f} ms", "{naive_fill_all:.0f} ms, one SELECT into SQLite"),
    ("operator's save during it, p50 / p99", "p99 < 100 ms",
     "{fill_save_p50:.1f} / {fill_save_p99:.1f} ms", ""),
    ("event-loop gap during it, p99 / longest", "< 50 ms",
     "{fill_gap_p99:.1f} / {fill_gap_max:.1f} ms", ""),
    ("10,000 operations over a link of 20 ms", "> 1,000 /s", "{push_ops_per_s:.0f} /s",
     "{naive_push_ops_per_s:.0f} /s"),
    ("60 incidents by 10 consoles at once, then 300 entries in each other's, p50 / p99 at all",
     "p99 < 1,000 ms", "{crowd_p50:.0f} / {crowd_p99:.0f} ms", ""),
    ("deadlocks there", "0", "{crowd_deadlocks:.0f}", ""),
    ("dead link shown, idle / with a change on its way", "< 5 s",
     "{dead_idle_max:.0f} / {dead_busy_max:.0f} ms", "not within {naive_dead_at_least:.0f} s"),
    ("frozen server shown, idle / with a change on its way", "< 15 s",
     "{frozen_idle_max:.0f} / {frozen_busy_max:.0f} ms", ""),
    ("primary killed, standby promoted: writes again", "< 10 s", "{failover_writes:.0f} ms", ""),
    ("5 clients through kills, cuts and server stops: lost, doubled, overwritten", "0",
     "0 of 5 x {operations_each:.0f}", ""),
    ("false conflicts of one editor", "0", "{histories_conflicts:.0f} of {histories_edits:.0f}", ""),
]


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        figures = {name: float(value) for name, value in (line.split() for line in lines)}

    def shown(text):
        try:
            return text.format(**figures)
        except KeyError:
            return ""

    print("| figure | target | measured | polling a sequence |\n|---|---|---|---|")
    for what, target, ours, theirs in ROWS:
        if shown(ours):
            print(f"| {what} | {target} | {shown(ours)} | {shown(theirs)} |")


if __name__ == "__main__":
    main()
