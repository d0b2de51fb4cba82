// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/domain/policy.h"
#include "app/programs/console/console.h"
#include "app/programs/workspaceconfig.h"
#include "app/store/store.h"
#include "app/words/errors.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/bannerstack.h"

#include <QApplication>
#include <QFile>
#include <QTest>

namespace watchroom::test {

using namespace Qt::StringLiterals;
using words::Language;

/// A row as the server sends it.
inline store::PulledRow served(const QString &table, domain::Row columns)
{
    columns.insert(u"id"_s, base::toText(QUuid::createUuid()));
    columns.insert(u"rev"_s, 1);
    columns.insert(u"ver"_s, base::toText(QUuid::createUuid()));
    columns.insert(u"deleted"_s, false);
    columns.insert(u"part"_s, u"core"_s);
    return {table, columns};
}

/// A replica of a server that is `line`, whole, with `unsent` entries that never reached it.
inline void makeReplica(const QString &dir, const QString &line, int unsent)
{
    const programs::WorkspaceConfig config{.server = line, .source = {}, .mapping = {}};
    QVERIFY(config.save(dir).has_value());
    const base::CorrectedClock clock;
    auto opened = store::Store::open(dir, store::Store::Mode::Replica, clock);
    QVERIFY(opened.has_value());
    auto &replica = **opened;
    const QList<store::PulledRow> team{
        served(u"person"_s, {{u"login"_s, u"chen"_s}, {u"name"_s, u"陈"_s}, {u"active"_s, true}}),
        served(u"policy"_s, {{u"version"_s, 1}, {u"doc"_s, domain::defaultPolicyDocument()}})};
    QVERIFY(replica.applyPage(team, u"c0"_s, 0).result().has_value());
    for (int i = 0; i < unsent; ++i) {
        const auto saved = replica
                               .save({{.table = u"log_entry"_s,
                                         .id = base::newId(clock.now()),
                                         .kind = domain::OperationKind::Append,
                                         .set = {{u"kind"_s, u"note"_s}, {u"text"_s, u"said"_s}}}},
                                   {.login = u"chen"_s, .session = {}, .sessionKey = {}})
                               .result();
        QVERIFY(saved.has_value());
    }
}

inline void makeStandalone(const QString &dir, const programs::WorkspaceConfig &config = {})
{
    QVERIFY(config.save(dir).has_value());
    auto core = programs::Core::open(dir, false);
    QVERIFY(core.has_value());
}

/// Overwrites the head of the replica, as a dying disk does.
inline void damage(const QString &dir)
{
    QFile file(dir + u"/replica.sqlite"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.write(QByteArray(4096, 'x')) == 4096);
}

/// What a banner of this key says to a person (and to a screen reader); empty: none is shown.
inline QString bannerText(programs::Console &console, const QString &key)
{
    const auto all = console.window().banners().findChildren<widgets::Banner *>(u"banner-"_s + key);
    for (const widgets::Banner *banner : all) { // one that went is deleted a turn later
        if (banner->isVisibleTo(&console.window()))
            return banner->accessibleName();
    }
    return {};
}

/// The banner says the sentence of this error, in Chinese and in English.
inline bool saysInBoth(programs::Console &console, const QString &key, const base::Error &error)
{
    bool says = true;
    for (const Language::Code code : {Language::Code::Chinese, Language::Code::English}) {
        console.preferences().setLanguage(code);
        const QString sentence = words::errorSentence(error);
        says = says && !sentence.isEmpty() && bannerText(console, key).contains(sentence);
        if (!says)
            qWarning().noquote() << bannerText(console, key) << "lacks" << sentence;
    }
    return says;
}

/// The window in both themes and both languages, where WATCHROOM_PICTURES names a folder.
inline void takePictures(programs::Console &console, const QString &name)
{
    const QString dir = qEnvironmentVariable("WATCHROOM_PICTURES");
    if (dir.isEmpty())
        return;
    for (const auto &[theme, look] : {std::pair(style::ThemeKind::Dark, u"dark"_s),
             std::pair(style::ThemeKind::Light, u"light"_s)}) {
        for (const auto &[code, language] : {std::pair(Language::Code::Chinese, u"zh"_s),
                 std::pair(Language::Code::English, u"en"_s)}) {
            console.preferences().setTheme(theme);
            console.preferences().setLanguage(code);
            for (int i = 0; i < 5; ++i) // layouts settle, what was made anew is shown
                QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
            QVERIFY(
                console.window().grab().save(u"%1/%2-%3-%4.png"_s.arg(dir, name, look, language)));
        }
    }
    console.preferences().setTheme(style::ThemeKind::Dark);
    console.preferences().setLanguage(Language::Code::Chinese);
}

/// A console on an existing workspace, in a window that is shown.
inline std::unique_ptr<programs::Console> openConsole(const QString &dir)
{
    auto core = programs::Core::open(dir, false);
    if (!core)
        qFatal("%s", qPrintable(core.error().detail));
    auto console = std::make_unique<programs::Console>(
        *qobject_cast<QApplication *>(QCoreApplication::instance()), std::move(*core));
    console->window().resize(1440, 900);
    console->window().show();
    return console;
}

} // namespace watchroom::test
