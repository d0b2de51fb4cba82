// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/errors.h"
#include "app/words/language.h"
#include "ui/settings/preferences.h"
#include "ui/settings/servergroup.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/sourcegroup.h"
#include "ui/style/theme.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace watchroom::ui;
using namespace Qt::StringLiterals;
using base::Error;
using Kind = SourceChoice::Kind;

/// The settings as a person fills them in.
class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void preferencesAreKept();
    void everyFieldHasANameInBothLanguages();
    void standaloneSaysWhatItMeans();
    void serverLineIsCheckedBesideItsField_data();
    void serverLineIsCheckedBesideItsField();
    void serverTestAnswersInASentence();
    void anAnswerToAnOlderLineIsIgnored();
    void savedServerWaitsForTheNextStart();
    void sourceAddressIsChecked_data();
    void sourceAddressIsChecked();
    void onlyPrometheusNeedsTheFields();
    void mappingIsAProfileOrAFile();
    void aStoredSecretStays();
    void errorsStandAtTheFieldTheyAreAbout();

private:
    template <class Widget>
    [[nodiscard]] Widget *find(const QString &name) const
    {
        return m_page->findChild<Widget *>(name);
    }
    [[nodiscard]] QString text(const QString &name) const
    {
        const auto *label = find<QLabel>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    void type(const QString &field, const QString &words)
    {
        find<QLineEdit>(field)->clear();
        QTest::keyClicks(find<QLineEdit>(field), words);
    }
    void press(const QString &name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void choosePrometheus()
    {
        m_page->source().setSource({.kind = Kind::Prometheus,
            .address = u"http://127.0.0.1:9090"_s,
            .mapping = {},
            .user = {},
            .secret = {},
            .authority = {}});
    }

    style::Theme m_theme;
    words::Language m_language;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<SettingsPage> m_page;
};

void TestSettings::initTestCase()
{
    m_theme.apply(*qobject_cast<QApplication *>(qApp));
}

void TestSettings::init()
{
    m_language.use(words::Language::Code::Chinese);
    m_page.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_preferences = std::make_unique<Preferences>(m_dir->filePath(u"console.ini"_s));
    m_page = std::make_unique<SettingsPage>(m_theme, *m_preferences);
    m_page->resize(1100, 1400);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestSettings::preferencesAreKept()
{
    QSignalSpy changed(m_preferences.get(), &Preferences::changed);
    QTest::keyClick(find<QWidget>(u"theme"_s), Qt::Key_End);
    QTest::keyClick(find<QWidget>(u"textSize"_s), Qt::Key_End);
    QTest::keyClick(find<QWidget>(u"language"_s), Qt::Key_End);
    QVERIFY(changed.count() >= 3);
    const Preferences again(m_dir->filePath(u"console.ini"_s));
    QCOMPARE(again.theme(), style::ThemeKind::Light);
    QCOMPARE(again.textSize(), style::TextSize::Larger);
    QCOMPARE(again.language(), words::Language::Code::English);
}

void TestSettings::everyFieldHasANameInBothLanguages()
{
    choosePrometheus();
    const QStringList fields{u"language"_s, u"theme"_s, u"textSize"_s, u"server"_s, u"sourceKind"_s,
        u"source"_s, u"mapping"_s, u"mappingFile"_s, u"sourceUser"_s, u"sourceSecret"_s,
        u"sourceAuthority"_s};
    QStringList chinese;
    for (const QString &field : fields) {
        chinese.append(find<QWidget>(field)->accessibleName());
        QVERIFY2(!chinese.last().isEmpty(), qPrintable(field));
    }
    m_language.use(words::Language::Code::English);
    QTRY_VERIFY(find<QWidget>(u"server"_s)->accessibleName() != chinese[3]);
    for (int i = 0; i < fields.size(); ++i)
        QVERIFY2(find<QWidget>(fields[i])->accessibleName() != chinese[i], qPrintable(fields[i]));
}

void TestSettings::standaloneSaysWhatItMeans()
{
    m_page->server().setServer({});
    QVERIFY(text(u"serverMeaning"_s).contains(u"单机"_s));
    QVERIFY(text(u"serverMeaning"_s).contains(u"add-station"_s));
    m_page->server().setServer({u"host=db1 dbname=watchroom user=desk1"_s, true});
    QVERIFY(!text(u"serverMeaning"_s).contains(u"单机"_s));
}

void TestSettings::serverLineIsCheckedBesideItsField_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("code");
    QTest::newRow("address of the web") << u"postgresql://db1/watchroom"_s << u"conninfo_uri"_s;
    QTest::newRow("no pairs") << u"db1"_s << u"conninfo_invalid"_s;
}

void TestSettings::serverLineIsCheckedBesideItsField()
{
    QFETCH(QString, line);
    QFETCH(QString, code);
    QSignalSpy tested(&m_page->server(), &ServerGroup::testAsked);
    QSignalSpy saved(&m_page->server(), &ServerGroup::saveAsked);
    type(u"server"_s, line);
    QCOMPARE(text(u"serverProblem"_s), words::errorSentence({Error::Kind::Invalid, {}, code}));
    press(u"testServer"_s);
    press(u"saveServer"_s);
    QCOMPARE(tested.count() + saved.count(), 0);
    type(u"server"_s, u"host=db1 dbname=watchroom user=desk1"_s);
    QVERIFY(text(u"serverProblem"_s).isEmpty());
    press(u"saveServer"_s);
    QCOMPARE(saved.count(), 1);
}

void TestSettings::serverTestAnswersInASentence()
{
    type(u"server"_s, u"host=db1 dbname=watchroom user=desk1"_s);
    press(u"testServer"_s);
    QVERIFY(!text(u"serverResult"_s).isEmpty());
    QVERIFY(!find<QPushButton>(u"testServer"_s)->isEnabled());
    const Error error{Error::Kind::Denied, {}, u"certificate_host"_s};
    m_page->server().tellTested(tl::unexpected(error));
    QCOMPARE(text(u"serverResult"_s), words::errorSentence(error));
    const QString chinese = text(u"serverResult"_s);
    m_language.use(words::Language::Code::English);
    QTRY_COMPARE(text(u"serverResult"_s), words::errorSentence(error));
    QVERIFY(text(u"serverResult"_s) != chinese);
    QVERIFY(find<QPushButton>(u"testServer"_s)->isEnabled());
}

void TestSettings::anAnswerToAnOlderLineIsIgnored()
{
    type(u"server"_s, u"host=db1 dbname=watchroom user=desk1"_s);
    press(u"testServer"_s);
    type(u"server"_s, u"host=db2 dbname=watchroom user=desk1"_s);
    m_page->server().tellTested({});
    QVERIFY(text(u"serverResult"_s).isEmpty());
}

void TestSettings::savedServerWaitsForTheNextStart()
{
    QSignalSpy restart(&m_page->server(), &ServerGroup::restartAsked);
    QVERIFY(!find<QPushButton>(u"restart"_s)->isVisible());
    m_page->server().tellSaved({}, true);
    QVERIFY(!text(u"serverResult"_s).isEmpty());
    press(u"restart"_s);
    QCOMPARE(restart.count(), 1);
}

void TestSettings::sourceAddressIsChecked_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("good");
    QTest::newRow("good") << u"http://prometheus:9090"_s << true;
    QTest::newRow("behind a path") << u"https://monitor.example/prometheus"_s << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("no scheme") << u"prometheus:9090"_s << false;
    QTest::newRow("with the api") << u"http://prometheus:9090/api/v1/query"_s << false;
    QTest::newRow("with a password") << u"http://me:secret@prometheus:9090"_s << false;
    QTest::newRow("another scheme") << u"ftp://prometheus"_s << false;
}

void TestSettings::sourceAddressIsChecked()
{
    QFETCH(QString, address);
    QFETCH(bool, good);
    QSignalSpy saved(&m_page->source(), &SourceGroup::saveAsked);
    choosePrometheus();
    type(u"source"_s, address);
    press(u"saveSource"_s);
    QCOMPARE(saved.count(), good ? 1 : 0);
    QCOMPARE(text(u"sourceProblem"_s),
        good ? QString() : words::errorSentence({Error::Kind::Invalid, {}, u"source_address"_s}));
}

void TestSettings::onlyPrometheusNeedsTheFields()
{
    choosePrometheus();
    QVERIFY(find<QLineEdit>(u"source"_s)->isVisible());
    QTest::keyClick(find<QWidget>(u"sourceKind"_s), Qt::Key_Home);
    QCOMPARE(m_page->source().choice().kind, Kind::None);
    for (const QString &field :
        {u"source"_s, u"mapping"_s, u"sourceUser"_s, u"sourceSecret"_s, u"sourceAuthority"_s})
        QVERIFY2(!find<QWidget>(field)->isVisible(), qPrintable(field));
    // Without a source nothing is to be checked.
    QSignalSpy saved(&m_page->source(), &SourceGroup::saveAsked);
    press(u"saveSource"_s);
    QCOMPARE(saved.count(), 1);
}

void TestSettings::mappingIsAProfileOrAFile()
{
    choosePrometheus();
    auto *profile = find<QComboBox>(u"mapping"_s);
    QVERIFY(!find<QLineEdit>(u"mappingFile"_s)->isVisible());
    profile->setCurrentIndex(profile->findText(u"jvb"_s));
    QCOMPARE(m_page->source().choice().mapping, u"jvb"_s);
    profile->setCurrentIndex(profile->count() - 1);
    QVERIFY(find<QLineEdit>(u"mappingFile"_s)->isVisible());
    QSignalSpy saved(&m_page->source(), &SourceGroup::saveAsked);
    press(u"saveSource"_s);
    QCOMPARE(saved.count(), 0);
    QVERIFY(!text(u"mappingFileProblem"_s).isEmpty());
    type(u"mappingFile"_s, u"/etc/watchroom/mapping.json"_s);
    press(u"saveSource"_s);
    QCOMPARE(saved.count(), 1);
    QCOMPARE(m_page->source().choice().mapping, u"/etc/watchroom/mapping.json"_s);
    m_page->source().setSource(m_page->source().choice());
    QCOMPARE(m_page->source().choice().mapping, u"/etc/watchroom/mapping.json"_s);
}

void TestSettings::aStoredSecretStays()
{
    SourceChoice stored{.kind = Kind::Prometheus,
        .address = u"http://127.0.0.1:9090"_s,
        .mapping = u"blackbox"_s,
        .user = u"grafana"_s,
        .secret = {},
        .hasSecret = true,
        .authority = {}};
    m_page->source().setSource(stored);
    QVERIFY(find<QLineEdit>(u"sourceSecret"_s)->text().isEmpty());
    QVERIFY(!find<QLineEdit>(u"sourceSecret"_s)->placeholderText().isEmpty());
    QCOMPARE(m_page->source().choice(), stored);
    type(u"sourceSecret"_s, u"new"_s);
    QCOMPARE(m_page->source().choice().secret, u"new"_s);
    m_page->source().tellSaved({});
    QVERIFY(find<QLineEdit>(u"sourceSecret"_s)->text().isEmpty());
}

void TestSettings::errorsStandAtTheFieldTheyAreAbout()
{
    choosePrometheus();
    const auto tested = [&](const Error &error) {
        press(u"testSource"_s);
        m_page->source().tellTested(tl::unexpected(error));
    };
    const Error credentials{Error::Kind::Denied, {}, u"source_credentials"_s};
    tested(credentials);
    QCOMPARE(text(u"sourceSecretProblem"_s), words::errorSentence(credentials));
    const Error certificate{Error::Kind::Denied, {}, u"source_certificate"_s};
    tested(certificate);
    QVERIFY(text(u"sourceSecretProblem"_s).isEmpty());
    QCOMPARE(text(u"sourceAuthorityProblem"_s), words::errorSentence(certificate));
    const Error slow{Error::Kind::Offline, {}, u"source_timeout"_s};
    tested(slow);
    QCOMPARE(text(u"sourceResult"_s), words::errorSentence(slow));
    QVERIFY(text(u"sourceAuthorityProblem"_s).isEmpty());
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
