// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/incidents/boarddesk.h"

#include <QApplication>
#include <QTest>
#include <QVBoxLayout>

namespace watchroom::test {

using namespace Qt::StringLiterals;

BoardDesk::BoardDesk()
{
    auto store = store::Store::open(m_dir.path(), store::Store::Mode::Standalone, m_clock);
    if (!store)
        qFatal("open: %s", qPrintable(store.error().detail));
    m_store = std::move(*store);
    auto set = m_store->setUpStandalone({.login = u"chen"_s, .name = u"陈思远"_s}, {});
    set.waitForFinished();
    m_login = *set.result();
    m_language.use(words::Language::Code::Chinese);
    m_theme.setTextSize(style::TextSize::Normal);
    m_theme.apply(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_directory = std::make_unique<incidents::Directory>(*m_store);
    m_model = std::make_unique<incidents::IncidentsModel>(
        *m_store, *m_directory, incidents::IncidentsModel::Scope::Open);
    m_timers = std::make_unique<incidents::TimerKeeper>(*m_store, m_clock);
    m_commands = std::make_unique<incidents::IncidentCommands>(*m_store, m_clock,
        [this] { return store::Author{.login = m_login, .session = {}, .sessionKey = {}}; });
    m_attachments = std::make_unique<incidents::Attachments>(m_dir.path());
    m_page = new ui::IncidentsPage(m_theme,
        {*m_store, *m_commands, *m_model, *m_timers, *m_directory, *m_attachments, m_clock,
            [this] { return m_login; }});
    m_page->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QVBoxLayout(&m_window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);
    m_window.resize(1440, 840);
    m_window.show();
    m_window.activateWindow();
    if (!QTest::qWaitForWindowActive(&m_window)
        || !QTest::qWaitFor([this] { return m_model->isLoaded(); }))
        qFatal("the desk did not open");
}

QUuid BoardDesk::open(const QString &title, const QString &level, bool claim)
{
    auto saved = m_commands->open({.title = title, .level = level, .claim = claim});
    saved.waitForFinished();
    if (!saved.result())
        qFatal("open: %s", qPrintable(saved.result().error().code));
    const QUuid id = domain::uuid(saved.result()->rows.first(), "id"_L1);
    if (!QTest::qWaitFor([this, id] { return m_model->find(id) != nullptr; }))
        qFatal("the incident did not reach the model");
    return id;
}

} // namespace watchroom::test
