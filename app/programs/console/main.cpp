// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/console/console.h"
#include "app/programs/console/tour.h"
#include "app/words/errors.h"
#include "app/words/language.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace watchroom;

namespace {

/// There is no window to say it in: the terminal, and a box for who started it by an icon.
int refuse(const base::Error &error)
{
    const QString sentence = words::errorSentence(error);
    std::fprintf(stderr, "watchroom: %s\n", qPrintable(sentence));
    QMessageBox::critical(nullptr, u"Watchroom"_s, sentence);
    return 1;
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

    const QString folder = parser.isSet(workspace) ? parser.value(workspace)
                                                   : programs::defaultWorkspaceDir(u"console"_s);
    auto startLanguage = std::make_unique<words::Language>(); // until the console has its own
    startLanguage->use(
        words::Language::fromName(parser.value(language), words::Language::of(QLocale::system())));
    auto core = programs::Core::open(folder, parser.isSet(demo));
    if (!core)
        return refuse(core.error());
    startLanguage.reset();
    programs::Console console(application, std::move(*core));
    if (parser.isSet(language))
        console.preferences().setLanguage(
            words::Language::fromName(parser.value(language), console.preferences().language()));
    if (parser.isSet(theme))
        console.preferences().setTheme(
            parser.value(theme) == "light"_L1 ? style::ThemeKind::Light : style::ThemeKind::Dark);
    console.window().resize(1440, 900);
    console.window().show();
    std::unique_ptr<programs::Tour> guide;
    if (parser.isSet(tour)) {
        guide = std::make_unique<programs::Tour>(console, parser.value(tour));
        guide->start();
    }
    return QApplication::exec();
}
