// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/console/opening.h"

#include "app/base/whendone.h"
#include "app/words/errors.h"
#include "ui/settings/preferences.h"

#include <QApplication>
#include <QDir>
#include <QStyleFactory>

#include <cstdio>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using base::Error;
using store::Store;
using Remedy = ui::FaultWindow::Remedy;

Opening::Opening(QApplication &application, const Wishes &wishes, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_wishes(wishes)
    , m_thread(u"salvage"_s)
{
    const ui::Preferences desk(QDir(wishes.folder).filePath(u"console.ini"_s));
    m_language.use(wishes.language.value_or(desk.language()));
    m_theme.setKind(wishes.theme.value_or(desk.theme()));
    m_theme.setTextSize(desk.textSize());
}

Opening::~Opening()
{
    if (!m_window)
        return;
    m_window.reset();
    m_application.setStyleSheet({});
    QApplication::setStyle(QStyleFactory::create(u"fusion"_s));
}

void Opening::begin()
{
    auto core = Core::open(m_wishes.folder, m_wishes.demo);
    if (!core) {
        say(core.error());
        return;
    }
    m_core = std::move(*core);
    m_language.withdraw(); // the console has its own
    Q_EMIT opened();
}

Remedy Opening::remedyFor(const Error &error) const
{
    const auto config = WorkspaceConfig::load(m_wishes.folder);
    if (!config)
        return Remedy::None;
    if (error.code == "damaged"_L1)
        return config->isStandalone() ? Remedy::BeginAnew : Remedy::Refill;
    // A replica that a server fills is not given up for an empty workspace of one's own.
    if (error.code == "workspace_mode"_L1 && !config->isStandalone())
        return Remedy::PutAside;
    return Remedy::None;
}

void Opening::say(const Error &error)
{
    std::fprintf(stderr, "watchroom: %s\n", qPrintable(words::errorSentence(error)));
    m_remedy = remedyFor(error);
    const ui::FaultWindow::Fault fault{
        error, QDir::toNativeSeparators(QDir(m_wishes.folder).absolutePath()), m_remedy};
    if (m_window) {
        m_window->setFault(fault);
        m_window->setBusy(false);
        return;
    }
    m_theme.apply(m_application);
    m_window = std::make_unique<ui::FaultWindow>(m_theme, m_language, fault);
    connect(m_window.get(), &ui::FaultWindow::tryAgainAsked, this, &Opening::begin);
    connect(m_window.get(), &ui::FaultWindow::remedyAsked, this, &Opening::remedy);
    connect(m_window.get(), &ui::FaultWindow::quitAsked, this, &Opening::quitAsked);
    m_window->show();
}

void Opening::remedy()
{
    m_window->setBusy(true);
    const bool standalone = m_remedy == Remedy::BeginAnew;
    const auto mode = standalone ? Store::Mode::Standalone : Store::Mode::Replica;
    const auto work = [this, mode, aside = m_remedy == Remedy::PutAside] {
        return aside ? Store::replace(m_wishes.folder, mode, m_clock)
                     : Store::salvage(m_wishes.folder, mode, m_clock);
    };
    base::whenDone(m_thread.run(work), this,
        [this, lostAll = m_remedy != Remedy::Refill](
            const base::Result<Store::Salvaged> &salvaged) {
            if (!salvaged) {
                say(salvaged.error());
                return;
            }
            m_salvaged = *salvaged;
            m_lostAll = lostAll;
            begin();
        });
}

} // namespace watchroom::programs
