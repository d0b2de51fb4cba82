# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures gathered by run.sh ("name value" a line, several rounds) as one table of medians."""
import collections
import statistics
import sys

MS = "{:.1f} ms"
MB = "{:.0f} MB"
TIMES = "{:.2f} x"
PERCENT = "{:.0f} %"

# FTS5 with a token a Han and bm25, with trigram, with unicode61.
PEERS = "one Han a token; trigram; unicode61"

# What, target, ours, the peer's name, the peer's figures.
ROWS = [
    ("operator's action saved, p50 / p99", "p99 < 3 ms", ["save_p50", "save_p99"], MS, "", []),
    ("the same on a disk with 20 ms fsync: UI event-loop gap, p99 / longest", "< 16 ms",
     ["slow_gap_p99", "slow_gap_max"], MS, "", []),
    ("action at one console in the other's model, p50 / p99", "<= 10 / <= 50 ms",
     ["sync_p50", "sync_p99"], MS, "PouchDB", ["pouchdb_p50", "pouchdb_p99"]),
    ("the same, one action straight after the other, p50 / p99", "",
     ["sync_burst_p50", "sync_burst_p99"], MS, "", []),
    ("key press to repaint of the board, 2,000 open, p50 / p99", "p99 < 50 ms",
     ["key_p50", "key_p99"], MS, "", []),
    ("start until the window is mapped, 2,000 open and 20,000 closed", "",
     ["watchroom_mapped"], MS, "KeePassXC, empty", ["keepassxc_mapped"]),
    ("start until the cards are painted / have answered a key", "<= 350 ms",
     ["start_cards", "start_interactive"], MS, "", []),
    ("resident memory, the same workspace, board open", "<= 150 MB", ["watchroom_rss"], MB,
     "KeePassXC, empty", ["keepassxc_rss"]),
    ("UI event-loop gap while 2,000 incidents arrive, p99 / longest", "< 16 / < 50 ms",
     ["arrival_gap_p99", "arrival_gap_max"], MS, "", []),
    ("8 charts x 4 series x 3,600 points, full redraw", "<= 10 ms", ["chart"], MS,
     "QLineSeries; uPlot", ["chart_qlineseries", "uplot"]),
    ("the same, noisy", "<= 20 ms", ["chart_noisy"], MS,
     "QLineSeries; uPlot", ["chart_noisy_qlineseries", "uplot_noisy"]),
    ("handover sheet of 40 items as a PDF: first / later ones", "< 500 ms",
     ["sheet_first", "sheet_p50"], MS, "its words by QTextDocument::print", ["sheet_bare"]),
    ("handover of 200 items, next step: median / slowest", "< 100 ms",
     ["handover_step_p50", "handover_step_slowest"], MS, "a bare table of them",
     ["handover_bare"]),
    ("two Han in 3,000 articles, 50 hits shown, p95", "<= 30 ms", ["search_3k_p95"], MS,
     PEERS, ["search_3k_single_p95", "search_3k_trigram_p95", "search_3k_unicode_p95"]),
    ("the same: recall / precision", "100 / 100 %", ["search_3k_recall", "search_3k_precision"], PERCENT,
     PEERS + " (recall)", ["search_3k_single_recall", "search_3k_trigram_recall", "search_3k_unicode_recall"]),
    ("the same: index, as a share of the text", "<= 1.1", ["search_3k_ratio"], TIMES,
     PEERS, ["search_3k_single_ratio", "search_3k_trigram_ratio", "search_3k_unicode_ratio"]),
    ("two Han in 30,000 articles, 50 hits shown, p95", "<= 60 ms", ["search_30k_p95"], MS,
     PEERS, ["search_30k_single_p95", "search_30k_trigram_p95", "search_30k_unicode_p95"]),
    ("the same: recall / precision", "100 / 100 %", ["search_30k_recall", "search_30k_precision"], PERCENT,
     PEERS + " (recall)", ["search_30k_single_recall", "search_30k_trigram_recall", "search_30k_unicode_recall"]),
    ("the same: index, as a share of the text", "<= 1.1", ["search_30k_ratio"], TIMES,
     PEERS, ["search_30k_single_ratio", "search_30k_trigram_ratio", "search_30k_unicode_ratio"]),
    ("longer words, several words, one Han in 30,000 articles, slowest; 20 common words", "",
     ["search_30k_others_max", "search_30k_twenty_words"], MS, "", []),
]


def gather(path):
    found = collections.defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            name, value = line.split()
            found[name].append(float(value))
    return {name: statistics.median(values) for name, values in found.items()}


def shown(figures, names, unit):
    values = [unit.format(figures[name]).rsplit(" ", 1)[0] for name in names if name in figures]
    return " / ".join(values) + " " + unit.rsplit(" ", 1)[1] if values else ""


def main():
    figures = gather(sys.argv[1])
    print("| figure | target | measured | beside it |\n|---|---|---|---|")
    for what, target, ours, unit, peer, theirs in ROWS:
        measured = shown(figures, ours, unit)
        beside = shown(figures, theirs, unit)
        if measured:
            print(f"| {what} | {target} | {measured} | {f'{peer}: {beside}' if beside else ''} |")


if __name__ == "__main__":
    main()
