// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/readers/reader.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;

/// Every input the fuzzers kept, and every one that once broke something, read once more: no crash
/// (a sanitizer ends the program), no broken promise, and each soon done.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void input_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("path");
        for (const fuzz::Target &target : fuzz::targets()) {
            const QString name = QString::fromLatin1(target.name);
            const QDir corpus(QStringLiteral(WATCHROOM_CORPUS) + u'/' + name);
            const auto files = corpus.entryInfoList(QDir::Files, QDir::Name);
            QVERIFY2(files.size() >= 5, target.name);
            for (const QFileInfo &file : files)
                QTest::newRow(qPrintable(name + u'/' + file.fileName()))
                    << name << file.filePath();
        }
    }

    void input()
    {
        QFETCH(const QString, target);
        QFETCH(const QString, path);
        if (target != m_name) {
            m_name = target;
            for (const fuzz::Target &known : fuzz::targets()) {
                if (target == QLatin1StringView(known.name))
                    m_reader = known.make();
            }
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QElapsedTimer timer;
        timer.start();
        m_reader->read(file.readAll());
        QVERIFY2(timer.elapsed() < 5000, "an input takes for ever");
    }

private:
    QString m_name;
    std::unique_ptr<fuzz::Reader> m_reader;
};

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_corpus.moc"
