// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/knowntargets.h"

#include <QSignalSpy>
#include <QTest>

using namespace watchroom::quality;
using namespace Qt::StringLiterals;

namespace {

const TargetInfo kListed{u"egress"_s, {}, u"egress"_s, u"上海电信出口"_s, {}};
const TargetInfo kRow{u"site"_s, {}, u"site"_s, u"华山院区"_s, {}};

QualityUpdate heard(const QString &target)
{
    return {.at = 5, .readings = {{target, u"rtt"_s, 5, 42}}};
}

} // namespace

class TestKnownTargets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSourcesListComesFirst();
    void withoutAListTheRowsAre();
    void whatIsHeardIsNeverUnseen();
};

void TestKnownTargets::theSourcesListComesFirst()
{
    KnownTargets known;
    known.setRows({kRow});
    known.setListed({kListed});
    QCOMPARE(known.targets(), QList<TargetInfo>{kListed});
}

void TestKnownTargets::withoutAListTheRowsAre()
{
    KnownTargets known;
    known.setListed({});
    known.setRows({kRow});
    QCOMPARE(known.targets(), QList<TargetInfo>{kRow});
}

void TestKnownTargets::whatIsHeardIsNeverUnseen()
{
    KnownTargets known;
    known.setListed({kListed});
    QSignalSpy changed(&known, &KnownTargets::changed);
    known.hear(heard(u"egress"_s));
    QCOMPARE(changed.size(), 0);
    known.hear(heard(u"10.0.0.7:9115"_s));
    known.hear(heard(u"10.0.0.7:9115"_s));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(known.targets().size(), 2);
    QCOMPARE(known.targets().last().name, u"10.0.0.7:9115"_s);
    // A row that names it later takes its place; another source begins anew.
    known.setListed({});
    known.hear(heard(u"site"_s));
    known.setRows({kRow});
    QCOMPARE(known.targets(), QList<TargetInfo>{kRow});
}

QTEST_GUILESS_MAIN(TestKnownTargets)
#include "tst_knowntargets.moc"
