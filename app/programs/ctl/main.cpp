// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/ctl/command.h"
#include "app/programs/ctl/context.h"
#include "app/words/errors.h"
#include "app/words/language.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace watchroom;
using base::Error;

namespace {

constexpr int kRefused = 1;
constexpr int kUsage = 2;
constexpr int kOffline = 3;
constexpr int kConflict = 4;
constexpr int kDamaged = 5;
constexpr int kInUse = 6;

void print(std::FILE *to, const QString &line)
{
    std::fputs((line + u'\n').toUtf8().constData(), to);
}

int exitCodeOf(const Error &error)
{
    if (error.code == "workspace_in_use"_L1)
        return kInUse;
    if (error.code == "usage"_L1)
        return kUsage;
    switch (error.kind) {
    case Error::Kind::Offline:
        return kOffline;
    case Error::Kind::Conflict:
        return kConflict;
    case Error::Kind::Corrupt:
    case Error::Kind::TooNew:
        return kDamaged;
    default:
        return kRefused;
    }
}

int fail(const Error &error, bool json)
{
    if (json) {
        const QJsonObject told{{u"kind"_s, base::kindName(error.kind)}, {u"detail"_s, error.detail},
            {u"code"_s, error.code}, {u"params"_s, error.params}};
        const QJsonDocument document(QJsonObject{{u"error"_s, told}});
        print(stderr, QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
    } else {
        print(stderr, u"watchroomctl: "_s + words::errorSentence(error));
    }
    return exitCodeOf(error);
}

QString toText(const QJsonValue &json)
{
    const QJsonDocument document =
        json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QList<ctl::Command> allCommands()
{
    return ctl::serverCommands() + ctl::secretCommands() + ctl::workspaceCommands()
        + ctl::incidentCommands() + ctl::exportCommands() + ctl::logCommands()
        + ctl::ticketCommands() + ctl::pendingCommands() + ctl::rosterCommands()
        + ctl::rosterFileCommands() + ctl::handoverCommands() + ctl::handoverRecordCommands()
        + ctl::kbCommands() + ctl::conflictCommands() + ctl::rulesCommands();
}

void printUsage(std::FILE *to)
{
    print(to, u"watchroomctl [--workspace DIR] [--as LOGIN] [--json] COMMAND ...\n"_s);
    const QList<ctl::Command> commands = allCommands();
    for (const ctl::Command &command : commands)
        print(to, u"  "_s + command.name + u' ' + command.usage);
}

/// The global options at the front; what is left begins with the command.
std::optional<ctl::GlobalOptions> takeGlobals(QStringList &words)
{
    ctl::GlobalOptions options{
        .workspace = programs::defaultWorkspaceDir(u"ctl"_s), .as = {}, .json = false};
    while (!words.isEmpty() && words.first().startsWith("--"_L1)) {
        const QString word = words.takeFirst();
        if (word == "--json"_L1) {
            options.json = true;
            continue;
        }
        QString *value = word == "--workspace"_L1 ? &options.workspace
            : word == "--as"_L1                   ? &options.as
                                                  : nullptr;
        if (!value || words.isEmpty())
            return std::nullopt;
        *value = words.takeFirst();
    }
    return options;
}

Error unknownCommand(const QStringList &words)
{
    const QString given = words.join(u' ');
    return Error{
        Error::Kind::Invalid, u"unknown command: "_s + given, u"usage"_s, {{u"text"_s, given}}};
}

int run(const ctl::GlobalOptions &options, QStringList words)
{
    const QList<ctl::Command> commands = allCommands();
    for (const ctl::Command &command : commands) {
        const QStringList name = command.name.split(u' ');
        if (words.mid(0, name.size()) != name)
            continue;
        // Behind a command that has an option of this name, it is that option.
        const bool itsOwn =
            std::ranges::any_of(command.options, [](const auto &o) { return o.name == "json"_L1; });
        const bool json = options.json || (!itsOwn && words.removeAll(u"--json"_s) > 0);
        const auto arguments = ctl::Arguments::parse(
            words.mid(name.size()), command.options, command.least, command.most);
        if (!arguments)
            return fail(arguments.error(), json);
        ctl::Context context(options);
        const auto outcome = command.run(context, *arguments);
        if (!outcome)
            return fail(outcome.error(), json);
        const QString text = json ? toText(outcome->json) : outcome->text;
        if (json || !text.isEmpty())
            print(stdout, text);
        return outcome->exitCode;
    }
    if (options.json || words.removeAll(u"--json"_s) > 0)
        return fail(unknownCommand(words), true);
    printUsage(stderr);
    return kUsage;
}

/// A PDF is drawn with fonts, which need a platform; one without a display will do.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char *argv[])
{
    const bool draws = std::any_of(
        argv, argv + argc, [](const char *word) { return qstrcmp(word, "--pdf") == 0; });
    if (!draws)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char *argv[])
{
    // Standard error is for the one error, which scripts read; QT_LOGGING_RULES brings the log
    // back. Qt's own remarks on making a platform come before anything else.
    QLoggingCategory::setFilterRules(u"watchroom.*=false\ndefault=false"_s);
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(u"watchroomctl"_s);
    words::Language language;
    language.use(words::Language::of(QLocale::system()));
    QStringList words = QCoreApplication::arguments().mid(1);
    if (words.contains(u"--help"_s) || words.contains(u"-h"_s)) {
        printUsage(stdout);
        return 0;
    }
    // With a number behind it it is an option of a command.
    if (!words.isEmpty() && words.last() == "--version"_L1) {
        print(stdout, u"watchroomctl "_s + QLatin1StringView(WATCHROOM_VERSION));
        return 0;
    }
    const auto options = takeGlobals(words);
    if (!options) {
        printUsage(stderr);
        return kUsage;
    }
    return run(*options, words);
}
