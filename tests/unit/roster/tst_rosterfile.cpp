// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rosterfile.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::roster;

namespace {

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding)
{
    QStringEncoder encode(encoding, QStringConverter::Flag::WriteBom);
    return encode(text);
}

/// Rows between "|", cells between "/".
QString shown(const Grid &grid)
{
    QStringList rows;
    for (const QStringList &row : grid.rows)
        rows.append(row.join(u'/'));
    return rows.join(u'|');
}

QString refusal(const QByteArray &bytes)
{
    const auto file = readRosterFile(bytes);
    return file ? QString() : file.error().code;
}

} // namespace

class TestRosterFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodings_data();
    void encodings();
    void damagedBytesAreMarked();
    void cells_data();
    void cells();
    void anEndlessQuoteIsOneCell();
    void refusals_data();
    void refusals();
    void theLimitsThemselvesAreTaken();
    void namesOfCells();
    void plainTexts();
};

void TestRosterFile::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("text");
    // GB bytes by `printf '张三' | iconv -t GB18030 | xxd -p`.
    QTest::newRow("ascii") << QByteArray("Li,D") << u"UTF-8"_s << u"Li/D"_s;
    QTest::newRow("utf-8") << QByteArray("\xe5\xbc\xa0\xe4\xb8\x89,D") << u"UTF-8"_s << u"张三/D"_s;
    QTest::newRow("utf-8 with a mark")
        << QByteArray("\xef\xbb\xbf\xe5\xbc\xa0\xe4\xb8\x89,D") << u"UTF-8"_s << u"张三/D"_s;
    QTest::newRow("gbk") << QByteArray("\xd5\xc5\xc8\xfd,\xd4\xe7") << u"GB18030"_s << u"张三/早"_s;
    // Of four bytes: 㐀 (U+3400) and 𠀀 (U+20000).
    QTest::newRow("gb18030") << QByteArray("\x81\x39\xee\x39,\x95\x32\x82\x36") << u"GB18030"_s
                             << u"\u3400/\U00020000"_s;
    QTest::newRow("utf-16 le") << utf16(u"张三\t早\r\n"_s, QStringConverter::Utf16LE) << u"UTF-16"_s
                               << u"张三/早"_s;
    QTest::newRow("utf-16 be") << utf16(u"张三\t早\r\n"_s, QStringConverter::Utf16BE) << u"UTF-16"_s
                               << u"张三/早"_s;
}

void TestRosterFile::encodings()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, encoding);
    QFETCH(const QString, text);
    const auto file = readRosterFile(bytes);
    QVERIFY(file);
    QCOMPARE(file->encoding, encoding);
    QCOMPARE(shown(file->cells), text);
}

void TestRosterFile::damagedBytesAreMarked()
{
    const auto file = readRosterFile("\xef\xbb\xbfLi,\xd4\xe7");
    QVERIFY(file);
    QCOMPARE(file->encoding, u"UTF-8"_s);
    QVERIFY(shown(file->cells).contains(QChar::ReplacementCharacter));
}

void TestRosterFile::cells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("separator");
    QTest::addColumn<QString>("cells");
    const auto row = [](const char *name, const QString &text, const QString &separator,
                         const QString &cells) {
        QTest::newRow(name) << text << separator << cells;
    };
    row("comma", u"a,b\nc,d\n"_s, u","_s, u"a/b|c/d"_s);
    row("semicolon", u"a;b\nc;d"_s, u";"_s, u"a/b|c/d"_s);
    row("tab", u"a\tb\nc\td"_s, u"\t"_s, u"a/b|c/d"_s);
    row("names between semicolons", u"日,早,晚\n1,甲;乙,丙\n2,丁;戊,己\n"_s, u","_s,
        u"日/早/晚|1/甲;乙/丙|2/丁;戊/己"_s);
    row("names between commas", u"日;早;晚\n1;甲,乙;丙\n2;丁,戊;己\n"_s, u";"_s,
        u"日/早/晚|1/甲,乙/丙|2/丁,戊/己"_s);
    row("a title alone", u"3月值班表;;\n日;早;晚\n1;甲,乙;丙"_s, u";"_s,
        u"3月值班表|日/早/晚|1/甲,乙/丙"_s);
    row("crlf", u"a,b\r\nc,d\r\n"_s, u","_s, u"a/b|c/d"_s);
    row("old mac", u"a,b\rc,d"_s, u","_s, u"a/b|c/d"_s);
    row("quoted", u"\"a,b\",\"c\"\"d\",\"e\nf\"\ng,h,i"_s, u","_s, u"a,b/c\"d/e\nf|g/h/i"_s);
    row("separators in quotes", u"\"a;b;c\",d\n\"e;f;g\",h"_s, u","_s, u"a;b;c/d|e;f;g/h"_s);
    row("a quote in the middle", u"5\" disk,b\nc,d"_s, u","_s, u"5\" disk/b|c/d"_s);
    row("text behind a quote", u"\"a\"b,c"_s, u","_s, u"ab/c"_s);
    row("blank ends", u"a,b,,,\n,,,,\nc,,,,\n,,,,\n,,,,\n"_s, u","_s, u"a/b||c"_s);
    row("blanks around", u"  a , b\u3000\n\u3000,\u00a0c"_s, u","_s, u"a/b|/c"_s);
    row("one column", u"a\nb"_s, u","_s, u"a|b"_s);
}

void TestRosterFile::cells()
{
    QFETCH(const QString, text);
    QFETCH(const QString, separator);
    QFETCH(const QString, cells);
    const auto file = readRosterFile(text.toUtf8());
    QVERIFY(file);
    QCOMPARE(QString(file->separator), separator);
    QCOMPARE(shown(file->cells), cells);
}

void TestRosterFile::anEndlessQuoteIsOneCell()
{
    const auto file = readRosterFile("a,b\nc,\"d\ne,f\n");
    QVERIFY(file);
    QCOMPARE(shown(file->cells), u"a/b|c/d\ne,f"_s);
}

void TestRosterFile::refusals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QByteArray() << u"roster_empty"_s;
    QTest::newRow("blanks") << QByteArray(",,,\r\n , ,\n\n") << u"roster_empty"_s;
    QTest::newRow("xlsx") << QByteArray("PK\x03\x04\x14\x00", 6) << u"roster_is_workbook"_s;
    QTest::newRow("xls") << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
                         << u"roster_is_workbook"_s;
    QTest::newRow("a page") << QByteArray("\r\n<html><table>") << u"roster_is_workbook"_s;
    QTest::newRow("binary") << QByteArray("a\0b,c", 5) << u"roster_not_text"_s;
    QTest::newRow("bytes") << QByteArray(4 * 1024 * 1024 + 1, ',') << u"roster_too_large"_s;
    QTest::newRow("rows") << QByteArray("a\n").repeated(1'001) << u"roster_too_many_rows"_s;
    QTest::newRow("columns") << QByteArray("a,").repeated(401) << u"roster_too_many_columns"_s;
}

void TestRosterFile::refusals()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, code);
    QCOMPARE(refusal(bytes), code);
}

void TestRosterFile::theLimitsThemselvesAreTaken()
{
    const QByteArray row = QByteArray("a,").repeated(400) + QByteArray(",").repeated(600) + "\n";
    const auto file =
        readRosterFile(row + QByteArray("b\n").repeated(999) + QByteArray(",,,\n").repeated(5'000));
    QVERIFY(file);
    QCOMPARE(file->cells.rows.size(), 1'000);
    QCOMPARE(file->cells.columns, 400);
}

void TestRosterFile::namesOfCells()
{
    QCOMPARE((Cell{6, 2}.name()), u"C7"_s);
    QCOMPARE((Cell{0, 25}.name()), u"Z1"_s);
    QCOMPARE((Cell{0, 26}.name()), u"AA1"_s);
    QCOMPARE((Cell{1'999, 399}.name()), u"OJ2000"_s); // 400 = 15 * 26 + 10
    QCOMPARE((Cell{0, 701}.name()), u"ZZ1"_s);
    QCOMPARE((Cell{0, 702}.name()), u"AAA1"_s);
}

void TestRosterFile::plainTexts()
{
    QCOMPARE(plain(u"　３／１８（三）　"_s), u"3/18(三)"_s);
    QCOMPARE(plain(u"08：00—16：00"_s), u"08:00-16:00"_s);
    QCOMPARE(plain(u"张\u00a0 \u3000三\u200b\ufeff"_s), u"张 三"_s);
    QCOMPARE(plain(u"早 \r\n 中"_s), u"早\n中"_s);
    QCOMPARE(squeezed(u"Ｗａｎｇ　WEI"_s), u"wangwei"_s);
}

QTEST_GUILESS_MAIN(TestRosterFile)
#include "tst_rosterfile.moc"
