// SPDX-License-Identifier: GPL-3.0-or-later
// A handover sheet of 40 items as a PDF, and in the same run the same words through a bare
// QTextDocument::print(). Prints the first of each, with its fonts still to be read, and medians.
#include "app/words/language.h"
#include "tests/bench/figures.h"
#include "tests/fakes/handoversheets.h"
#include "ui/sheets/handoverpaper.h"
#include "ui/sheets/sheetpages.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPdfWriter>
#include <QTextDocument>

#include <functional>

using namespace Qt::StringLiterals;
using namespace watchroom;

namespace {

constexpr int kItems = 40;
constexpr int kRounds = 25;

void ours(const handover::HandoverSheet &sheet)
{
    QBuffer pdf;
    pdf.open(QIODevice::WriteOnly);
    const auto written =
        sheets::writeHandoverSheet(sheet, test::signedByBoth(sheet), test::shanghai(20, 1), pdf);
    bench::demand(written.has_value() && pdf.size() > 0, u"writing the sheet"_s);
}

/// A line for each thing that the sheet says of an item.
QString wordsOf(const handover::HandoverSheet &sheet)
{
    QStringList lines;
    for (const handover::SheetItem &item : sheet.items)
        lines.append(QStringList{item.label, item.title, item.nextAction, item.contingency,
            sheet.nameOf(item.receiver), sheet.nameOf(item.owner)}
                         .join(u' '));
    return lines.join(u'\n');
}

void bare(const QString &words)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&buffer);
    pdf.setResolution(600);
    QTextDocument document;
    document.setDefaultFont(sheets::paperFont(8.5));
    document.setPlainText(words);
    document.print(&pdf);
}

QList<double> timesOf(const std::function<void()> &make)
{
    QList<double> times;
    for (int i = 0; i < kRounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        make();
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    words::Language language;
    language.use(words::Language::Code::Chinese);
    const handover::HandoverSheet sheet = test::busyShift(kItems);
    const QString words = wordsOf(sheet);
    const QList<double> sheets = timesOf([&sheet] { ours(sheet); });
    const QList<double> prints = timesOf([&words] { bare(words); });
    bench::tell(u"sheet_first"_s, sheets.constFirst());
    bench::tell(u"sheet_p50"_s, bench::percentile(sheets, 0.5));
    bench::tell(u"sheet_bare"_s, bench::percentile(prints, 0.5));
    return 0;
}
