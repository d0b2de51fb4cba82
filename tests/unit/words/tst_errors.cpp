// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codes.h"
#include "app/words/errors.h"
#include "app/words/language.h"

#include <QJsonArray>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using base::Error;

/// Errors as a person reads them: what is wrong, and what to do next.
class TestErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasASentenceForEveryCode_data();
    void hasASentenceForEveryCode();
    void hasASentenceForEveryKind();
    void saysWhatAGateStillMisses();
    void saysWhoWasFaster();
    void namesAnUnknownCode();

private:
    words::Language m_language;
};

void TestErrors::hasASentenceForEveryCode_data()
{
    QTest::addColumn<QString>("code");
    const auto add = [](const char *where, const auto &list) {
        for (const QLatin1StringView code : list)
            QTest::addRow("%s %s", where, code.data()) << QString(code);
    };
    add("rule", domain::codes::kRefusals);
    add("answer", domain::codes::kAnswers);
    // ARCHITECTURE.md, "Errors of a call".
    add("call",
        std::array{"epoch_changed"_L1, "schema_too_old"_L1, "schema_too_new"_L1, "client_forked"_L1,
            "op_gap"_L1, "not_my_client"_L1, "far_behind"_L1, "restamp_needed"_L1, "too_large"_L1,
            "not_a_station"_L1});
    // remote/remote.h and store/store.h.
    add("server",
        std::array{"password_wrong"_L1, "certificate_untrusted"_L1, "certificate_host"_L1,
            "no_encryption"_L1, "database_missing"_L1, "schema_missing"_L1, "schema_half"_L1});
    add("store",
        std::array{"workspace_in_use"_L1, "read_only"_L1, "disk_full"_L1, "changed"_L1,
            "damaged"_L1, "replica_too_new"_L1});
    add("set-up",
        std::array{"no_privilege"_L1, "pgcrypto_elsewhere"_L1, "person_unknown"_L1,
            "password_missing"_L1, "credential_unreadable"_L1, "credential_unwritable"_L1,
            "workspace_missing"_L1, "workspace_mode"_L1, "mapping_unreadable"_L1, "usage"_L1});
    // remote/serveradmin.h: what `server check` finds, and what it refuses to add.
    add("check",
        std::array{"version_old"_L1, "not_primary"_L1, "fsync_off"_L1, "no_tls"_L1, "no_standby"_L1,
            "standby_asynchronous"_L1, "idle_transactions"_L1, "few_connections"_L1, "no_backup"_L1,
            "backup_old"_L1, "clock_off"_L1, "passwords_md5"_L1, "public_database"_L1, "pooler"_L1,
            "no_admin"_L1, "no_policy"_L1, "role_missing"_L1, "role_powerful"_L1, "table_open"_L1,
            "function_open"_L1, "trigger_off"_L1});
    add("adding",
        std::array{"login_invalid"_L1, "login_reserved"_L1, "login_disabled"_L1, "name_missing"_L1,
            "name_invalid"_L1, "layer_unknown"_L1, "right_unknown"_L1, "server_fault"_L1});
    add("rules file",
        std::array{"direction_unusual"_L1, "off_overlaps_lower"_L1, "step_longer_than_for"_L1});
    add("source",
        std::array{"source_not_prometheus"_L1, "source_bad_query"_L1, "source_truncated"_L1,
            "source_credentials"_L1, "source_timeout"_L1, "source_unreachable"_L1,
            "source_secret_waiting"_L1, "source_secret_missing"_L1});
    add("sheet", std::array{"sheet_newer"_L1, "sheet_damaged"_L1, "handover_none"_L1});
    add("secret", domain::codes::kSecretRefusals);
    // articles/, knowledge/articleimport.h.
    add("article",
        std::array{"article_too_large"_L1, "article_too_deep"_L1, "article_too_complex"_L1,
            "text_not_utf8"_L1, "front_matter_broken"_L1, "field_invalid"_L1, "field_repeated"_L1,
            "field_missing"_L1, "field_unknown"_L1, "steps_too_many"_L1, "step_text_missing"_L1,
            "step_mark_unclear"_L1, "steps_interrupted"_L1, "folder_unreadable"_L1,
            "folder_too_large"_L1, "file_too_large"_L1, "file_missing"_L1, "link_leaves_folder"_L1,
            "image_refused"_L1, "id_taken"_L1, "name_not_utf8"_L1, "link_unknown"_L1,
            "text_not_here"_L1, "file_unwritable"_L1, "article_unknown"_L1, "version_unknown"_L1});
}

void TestErrors::hasASentenceForEveryCode()
{
    QFETCH(QString, code);
    m_language.use(words::Language::Code::English);
    QVERIFY(words::hasSentence(code));
    const QString english = words::codeSentence(code);
    // What is wrong and the next step are two statements.
    QVERIFY2(
        english.count(u'.') + english.count(u';') + english.count(u':') >= 2, qPrintable(english));
    m_language.use(words::Language::Code::Chinese);
    const QString chinese = words::codeSentence(code);
    QVERIFY2(chinese != english, "no Chinese");
    QVERIFY2(chinese.count(u'。') + chinese.count(u'；') >= 2, qPrintable(chinese));
}

void TestErrors::hasASentenceForEveryKind()
{
    m_language.use(words::Language::Code::Chinese);
    QSet<QString> sentences;
    for (int kind = 0; kind <= static_cast<int>(Error::Kind::Internal); ++kind)
        sentences.insert(words::errorSentence(Error{static_cast<Error::Kind>(kind), {}}));
    QCOMPARE(sentences.size(), 8);
    QVERIFY(words::errorSentence(Error{Error::Kind::Offline, {}}).contains(u"服务器"_s));
}

void TestErrors::saysWhatAGateStillMisses()
{
    m_language.use(words::Language::Code::English);
    const Error assessment{Error::Kind::Denied, {}, u"gate_assessment"_s,
        {{u"missing"_s, QJsonArray{u"sites"_s, u"tech_group"_s}}}};
    QVERIFY(words::errorSentence(assessment).endsWith(u"Still missing: affected sites, group."_s));
    m_language.use(words::Language::Code::Chinese);
    const Error told{
        Error::Kind::Denied, {}, u"gate_told"_s, {{u"missing"_s, QJsonArray{u"business"_s}}}};
    QVERIFY(words::errorSentence(told).endsWith(u"还差：业务方。"_s));
}

void TestErrors::saysWhoWasFaster()
{
    m_language.use(words::Language::Code::English);
    const Error lost{Error::Kind::Conflict, {}, u"changed"_s,
        {{u"column"_s, u"owner"_s}, {u"value"_s, u"zhou"_s}}};
    const words::Names names{[](const QString &) { return u"Zhou Min"_s; }, {}};
    QVERIFY(words::errorSentence(lost, names).startsWith(u"Zhou Min has claimed it"_s));
}

void TestErrors::namesAnUnknownCode()
{
    m_language.use(words::Language::Code::English);
    const QString text =
        words::errorSentence(Error{Error::Kind::Denied, u"secret detail"_s, u"new_rule"_s});
    QVERIFY(text.contains(u"new_rule"_s));
    QVERIFY(text.contains(u"not allowed"_s));
    QVERIFY(!text.contains(u"secret"_s));
}

QTEST_GUILESS_MAIN(TestErrors)
#include "tst_errors.moc"
