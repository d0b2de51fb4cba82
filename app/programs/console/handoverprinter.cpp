// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/console/handoverprinter.h"

#include "app/base/whendone.h"
#include "app/exports/savefile.h"
#include "ui/sheets/handoverpaper.h"

#include <QIODevice>
#include <QPrinter>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using base::Result;
using handover::HandoverState;
using handover::SheetEnd;

HandoverPrinter::HandoverPrinter(
    const handover::HandoverBook &book, const base::Clock &clock, SheetOf sheetOf, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_clock(clock)
    , m_sheetOf(std::move(sheetOf))
    , m_thread(u"handover sheets"_s)
{
}

HandoverPrinter::~HandoverPrinter() = default;

QString HandoverPrinter::fileName(const QString &label)
{
    return label.isEmpty() ? u"handover.pdf"_s : u"handover-%1.pdf"_s.arg(label);
}

void HandoverPrinter::prepare(const QUuid &handover, const std::function<void(const Paper &)> &then)
{
    base::whenDone(m_book.read(handover), this, [this, then](const Result<HandoverState> &state) {
        if (!state) {
            Q_EMIT failed(state.error());
            return;
        }
        base::whenDone(m_book.readEnd(*state), this,
            [this, then, shown = *state](const Result<SheetEnd> &end) {
                const auto sheet = m_sheetOf(shown);
                if (!end || !sheet)
                    Q_EMIT failed(end ? sheet.error() : end.error());
                else
                    then({*sheet, *end, m_clock.now()});
            });
    });
}

void HandoverPrinter::writePdf(const QUuid &handover, const QString &path)
{
    prepare(handover, [this, path](const Paper &paper) {
        const auto task = [paper, path] {
            return exports::saveFile(path, [&paper](QIODevice &to) {
                return sheets::writeHandoverSheet(paper.sheet, paper.end, paper.now, to);
            });
        };
        base::whenDone(m_thread.run(task), this, [this](const Result<QString> &saved) {
            if (saved)
                Q_EMIT written(*saved);
            else
                Q_EMIT failed(saved.error());
        });
    });
}

void HandoverPrinter::print(const QUuid &handover, const std::shared_ptr<QPrinter> &printer)
{
    prepare(handover, [this, printer](const Paper &paper) {
        const auto task = [paper, printer] {
            return sheets::printHandoverSheet(paper.sheet, paper.end, paper.now, *printer);
        };
        base::whenDone(m_thread.run(task), this, [this](const Result<> &done) {
            if (done)
                Q_EMIT printed();
            else
                Q_EMIT failed(done.error());
        });
    });
}

} // namespace watchroom::programs
