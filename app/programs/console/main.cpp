// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/console/console.h"
#include "app/programs/console/opening.h"
#include "app/programs/console/tour.h"
#include "app/words/language.h"
#include "ui/shell/faultbanners.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>

#include <memory>

using namespace Qt::StringLiterals;
using namespace watchroom;

namespace {

constexpr int kRestart = 77; ///< of the event loop, never of the program

/// One life of the console on its workspace; kRestart asks for another one.
int live(
    QApplication &application, const programs::Opening::Wishes &wishes, const QString &tourFolder)
{
    std::unique_ptr<programs::Console> console;
    std::unique_ptr<programs::Tour> guide;
    programs::Opening opening(application, wishes);
    QObject::connect(
        &opening, &programs::Opening::quitAsked, &application, [] { QApplication::exit(1); });
    QObject::connect(&opening, &programs::Opening::opened, &application, [&] {
        console = std::make_unique<programs::Console>(application, opening.takeCore());
        if (wishes.language)
            console->preferences().setLanguage(*wishes.language);
        if (wishes.theme)
            console->preferences().setTheme(*wishes.theme);
        if (opening.salvaged())
            console->faults().showSalvaged(*opening.salvaged(), opening.lostAll());
        QObject::connect(console.get(), &programs::Console::restartAsked, &application,
            [] { QApplication::exit(kRestart); });
        console->window().resize(1440, 900);
        console->window().show();
        if (opening.window())
            opening.window()->hide();
        if (!tourFolder.isEmpty()) {
            guide = std::make_unique<programs::Tour>(*console, tourFolder);
            guide->start();
        }
    });
    opening.begin();
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"watchroom"_s);
    QApplication::setApplicationVersion(QLatin1StringView(WATCHROOM_VERSION));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption workspace(u"workspace"_s, u"Folder of the workspace."_s, u"folder"_s);
    const QCommandLineOption demo(
        u"demo"_s, u"Where there is no workspace yet, make one with demo data."_s);
    const QCommandLineOption language(u"lang"_s, u"zh_CN or en."_s, u"language"_s);
    const QCommandLineOption theme(u"theme"_s, u"dark or light."_s, u"theme"_s);
    const QCommandLineOption tour(
        u"tour"_s, u"Save pictures of every page there and quit."_s, u"folder"_s);
    parser.addOptions({workspace, demo, language, theme, tour});
    parser.process(application);

    programs::Opening::Wishes wishes;
    wishes.folder = parser.isSet(workspace) ? parser.value(workspace)
                                            : programs::defaultWorkspaceDir(u"console"_s);
    wishes.demo = parser.isSet(demo);
    if (parser.isSet(language))
        wishes.language = words::Language::fromName(
            parser.value(language), words::Language::of(QLocale::system()));
    if (parser.isSet(theme))
        wishes.theme =
            parser.value(theme) == "light"_L1 ? style::ThemeKind::Light : style::ThemeKind::Dark;
    int code = kRestart;
    while (code == kRestart) {
        code = live(application, wishes, parser.value(tour));
        wishes.language.reset(); // what was changed since then is the desk's own wish
        wishes.theme.reset();
    }
    return code;
}
