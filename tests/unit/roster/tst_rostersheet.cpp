// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/roster/sheetfixture.h"

#include <QRandomGenerator>
#include <QStringEncoder>

#include <algorithm>

using namespace watchroom::roster;
using namespace watchroom::roster::test;

namespace {

constexpr qsizetype kDays = 31;
constexpr qsizetype kPeople = 5;
const QDate kFirst(2026, 3, 1);

/// Everybody's word for every day of a month; words by their slot.
struct Month
{
    QStringList words = QStringList(kDays * kPeople);

    [[nodiscard]] QString word(qsizetype day, qsizetype person) const
    {
        return words.at(day * kPeople + person);
    }
};

const QStringList kWords{u"白"_s, u"夜"_s, u"休"_s, QString()};

QStringList slots_()
{
    return {u"day"_s, u"night"_s};
}

QString loginOf(qsizetype person)
{
    return tables().team.at(person).login;
}

QString nameOf(qsizetype person)
{
    return tables().team.at(person).name;
}

Month randomMonth(QRandomGenerator &random)
{
    Month month;
    for (QString &word : month.words)
        word = kWords.at(random.bounded(static_cast<int>(kWords.size())));
    return month;
}

QString shift(const QDate &date, const QString &login, const QString &slot)
{
    return u"%1 %2 %3"_s.arg(date.toString(Qt::ISODate), login, slot);
}

QStringList shiftsOf(const Month &month)
{
    QStringList all;
    for (qsizetype day = 0; day < kDays; ++day) {
        for (qsizetype person = 0; person < kPeople; ++person) {
            const qsizetype slot = kWords.indexOf(month.word(day, person));
            if (slot < 2)
                all.append(shift(kFirst.addDays(day), loginOf(person), slots_().at(slot)));
        }
    }
    all.sort();
    return all;
}

QStringList shiftsOf(const RosterSheet &sheet)
{
    QStringList all;
    for (const SheetShift &one : sheet.shifts)
        all.append(shift(one.date, one.person, one.slot));
    all.sort();
    return all;
}

/// The ways in which the same month is written, and where its body begins.
struct Rendering
{
    QList<QStringList> rows;
    qsizetype top = 0;
    qsizetype left = 0;

    [[nodiscard]] QString text() const
    {
        QStringList lines;
        for (const QStringList &row : rows) {
            QStringList cells;
            for (const QString &cell : row)
                cells.append(u'"' + cell + u'"');
            lines.append(cells.join(u','));
        }
        return lines.join(u"\r\n"_s);
    }
};

QString dateText(qsizetype day, int style)
{
    const QDate date = kFirst.addDays(day);
    const QStringList formats{u"d"_s, u"M/d"_s, u"M月d日"_s, u"yyyy-MM-dd"_s, u"MM.dd"_s};
    return date.toString(formats.at(style));
}

Rendering codesAcross(const Month &month, int style)
{
    Rendering sheet{.rows = {{u"2026年3月值班表"_s}, {u"姓名"_s}}, .top = 2, .left = 1};
    for (qsizetype day = 0; day < kDays; ++day)
        sheet.rows[1].append(dateText(day, style));
    for (qsizetype person = 0; person < kPeople; ++person) {
        QStringList row{nameOf(person)};
        for (qsizetype day = 0; day < kDays; ++day)
            row.append(month.word(day, person));
        sheet.rows.append(row);
    }
    return sheet;
}

Rendering codesDown(const Month &month, int style)
{
    Rendering sheet{.rows = {{u"2026年3月值班表"_s}, {u"日期"_s}}, .top = 2, .left = 1};
    for (qsizetype person = 0; person < kPeople; ++person)
        sheet.rows[1].append(nameOf(person));
    for (qsizetype day = 0; day < kDays; ++day) {
        QStringList row{dateText(day, style)};
        for (qsizetype person = 0; person < kPeople; ++person)
            row.append(month.word(day, person));
        sheet.rows.append(row);
    }
    return sheet;
}

QString namesOf(const Month &month, qsizetype day, const QString &word)
{
    QStringList names;
    for (qsizetype person = 0; person < kPeople; ++person) {
        if (month.word(day, person) == word)
            names.append(nameOf(person));
    }
    return names.join(u"、"_s);
}

Rendering namesDown(const Month &month, int style)
{
    Rendering sheet{
        .rows = {{u"2026年3月"_s}, {u"日期"_s, u"白班"_s, u"夜班"_s}}, .top = 2, .left = 1};
    for (qsizetype day = 0; day < kDays; ++day)
        sheet.rows.append({dateText(day, style), namesOf(month, day, kWords.at(0)),
            namesOf(month, day, kWords.at(1))});
    return sheet;
}

Rendering namesAcross(const Month &month, int style)
{
    Rendering sheet{
        .rows = {{u"2026年3月"_s}, {u"班次"_s}, {u"白班"_s}, {u"夜班"_s}}, .top = 2, .left = 1};
    for (qsizetype day = 0; day < kDays; ++day) {
        sheet.rows[1].append(dateText(day, style));
        sheet.rows[2].append(namesOf(month, day, kWords.at(0)));
        sheet.rows[3].append(namesOf(month, day, kWords.at(1)));
    }
    return sheet;
}

QList<Rendering> renderings(const Month &month, int style)
{
    return {codesAcross(month, style), codesDown(month, style), namesDown(month, style),
        namesAcross(month, style)};
}

/// What people write where something else is expected.
void spoil(Rendering &sheet, QRandomGenerator &random)
{
    static const QStringList words{u"甲"_s, u"钱七"_s, u"早?"_s, u"12"_s, u"2/30"_s, u"99"_s,
        u"张三 替 李四"_s, u"3/18"_s, u"待定"_s, u"孙宇"_s, u"值班长"_s, u"8:00-16:00"_s, u"一"_s,
        u"日"_s, u"！"_s, u"3月"_s, u"\u3000"_s, u"A/B"_s, QString()};
    const int changes = 1 + random.bounded(12);
    for (int i = 0; i < changes; ++i) {
        QStringList &row = sheet.rows[random.bounded(static_cast<int>(sheet.rows.size()))];
        if (!row.isEmpty())
            row[random.bounded(static_cast<int>(row.size()))] =
                words.at(random.bounded(static_cast<int>(words.size())));
    }
}

/// A cell of the body that is read as if it were a head or a remark, without a doubt.
QString vanished(const Rendering &from, const RosterSheet &sheet)
{
    QSet<Cell> named;
    for (const SheetProblem &problem : sheet.problems)
        named += QSet<Cell>(problem.cells.begin(), problem.cells.end());
    for (qsizetype row = from.top; row < from.rows.size(); ++row) {
        for (qsizetype column = from.left; column < from.rows.at(row).size(); ++column) {
            const CellUse use = sheet.use({row, column});
            if (!plain(from.rows.at(row).at(column)).isEmpty() && use != CellUse::Shift
                && use != CellUse::Off && !named.contains({row, column}))
                return Cell{row, column}.name();
        }
    }
    return {};
}

} // namespace

class TestRosterSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRenderingSaysTheSame();
    void nothingVanishes();
    void everyEncodingSaysTheSame();
    void theLargestSheetIsRead();
};

void TestRosterSheet::everyRenderingSaysTheSame()
{
    QRandomGenerator random(20260318);
    for (int round = 0; round < 40; ++round) {
        const Month month = randomMonth(random);
        for (const Rendering &rendering : renderings(month, round % 5)) {
            const RosterSheet sheet = read(rendering.text());
            QCOMPARE(shiftsOf(sheet).join(u'\n'), shiftsOf(month).join(u'\n'));
            for (const SheetProblem &problem : sheet.problems)
                QVERIFY2(problem.code == u"shifts_overlap", qPrintable(problem.code));
        }
    }
}

/// Each cell of the body is a shift, off duty, or lost with a problem that names it.
void TestRosterSheet::nothingVanishes()
{
    QRandomGenerator random(4711);
    for (int round = 0; round < 500; ++round) {
        const Month month = randomMonth(random);
        Rendering rendering = renderings(month, random.bounded(5)).at(random.bounded(4));
        spoil(rendering, random);
        const RosterSheet sheet = read(rendering.text());
        const QString cell = vanished(rendering, sheet);
        QVERIFY2(
            cell.isEmpty(), qPrintable(cell + u" of round %1:\n"_s.arg(round) + rendering.text()));
    }
}

void TestRosterSheet::everyEncodingSaysTheSame()
{
    QRandomGenerator random(7);
    const Month month = randomMonth(random);
    const QString text = codesAcross(month, 0).text();
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    QStringEncoder gb("GB18030");
    QVERIFY(gb.isValid());
    const QList<std::pair<QString, QByteArray>> files{{u"UTF-8"_s, text.toUtf8()},
        {u"UTF-8"_s, "\xef\xbb\xbf" + text.toUtf8()},
        {u"UTF-16"_s, utf16(QString(text).replace(u',', u'\t'))}, {u"GB18030"_s, gb(text)}};
    for (const auto &[encoding, bytes] : files) {
        const auto file = readRosterFile(bytes);
        QVERIFY(file);
        const RosterSheet sheet = readRosterSheet(*file, tables());
        QCOMPARE(sheet.encoding, encoding);
        QCOMPARE(shiftsOf(sheet), shiftsOf(month));
    }
}

void TestRosterSheet::theLargestSheetIsRead()
{
    Grid grid{.rows = {}, .columns = kMostRosterColumns};
    for (qsizetype row = 0; row < kMostRosterRows; ++row) {
        QStringList cells;
        for (qsizetype column = 0; column < kMostRosterColumns; ++column)
            cells.append(u"甲%1"_s.arg((row * column) % 1'000));
        grid.rows.append(cells);
    }
    for (qsizetype row = 1; row < kMostRosterRows; ++row)
        grid.rows[row][0] = kFirst.addDays(row % 300).toString(Qt::ISODate);
    grid.rows[0][1] = u"早班"_s;
    const RosterSheet sheet = readRosterSheet({.encoding = {}, .cells = grid}, tables());
    QCOMPARE(broken(sheet), QString());
    QVERIFY(sheet.shifts.isEmpty());
}

QTEST_GUILESS_MAIN(TestRosterSheet)
#include "tst_rostersheet.moc"
