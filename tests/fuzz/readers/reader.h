// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <functional>
#include <memory>
#include <span>

namespace watchroom::fuzz {

/// Reads one input as the program would read what another program wrote. It may refuse whatever it
/// likes; it may not crash, hang or break a promise of its own (must()). One thread.
class Reader
{
public:
    Reader() = default;
    virtual ~Reader() = default;
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;
    virtual void read(const QByteArray &input) = 0;
};

struct Target
{
    const char *name; ///< of its corpus too: tests/fuzz/corpus/NAME
    std::unique_ptr<Reader> (*make)();
};

/// Every reader there is.
[[nodiscard]] std::span<const Target> targets();

/// A promise; what breaks it ends the program, as a sanitizer's finding does.
void must(bool kept, const char *promise);

/// The input's lines; at most `most`, the last one takes the rest.
[[nodiscard]] QByteArrayList lines(const QByteArray &input, qsizetype most);

std::unique_ptr<Reader> makeAnswers();
std::unique_ptr<Reader> makeArticle();
std::unique_ptr<Reader> makeContacts();
std::unique_ptr<Reader> makeDocuments();
std::unique_ptr<Reader> makeMapping();
std::unique_ptr<Reader> makeOutbox();
std::unique_ptr<Reader> makeOutboxLog();
std::unique_ptr<Reader> makePulled();
std::unique_ptr<Reader> makeResults();
std::unique_ptr<Reader> makeRoster();
std::unique_ptr<Reader> makeSamples();
std::unique_ptr<Reader> makeSearch();
std::unique_ptr<Reader> makeSheets();
std::unique_ptr<Reader> makeWorkspace();

} // namespace watchroom::fuzz
