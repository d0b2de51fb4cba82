// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/incidents/boarddesk.h"

#include <QTest>

namespace watchroom::test {

using namespace Qt::StringLiterals;

BoardDesk::BoardDesk()
    : StandaloneDesk(std::make_unique<base::CorrectedClock>(), {})
{
    m_model = std::make_unique<incidents::IncidentsModel>(
        store(), directory(), incidents::IncidentsModel::Scope::Open);
    m_timers = std::make_unique<incidents::TimerKeeper>(store(), clock());
    m_commands = std::make_unique<incidents::IncidentCommands>(store(), clock(), author());
    m_attachments = std::make_unique<incidents::Attachments>(workspace());
    m_page = new ui::IncidentsPage(theme(),
        {store(), *m_commands, *m_model, *m_timers, directory(), *m_attachments, clock(),
            [this] { return login(); }});
    m_page->setFocusPolicy(Qt::StrongFocus);
    show(m_page, {1440, 840}, [this] { return m_model->isLoaded(); });
}

// It looks at what this desk holds.
BoardDesk::~BoardDesk()
{
    delete m_page;
}

void BoardDesk::advance(base::Seconds by)
{
    static_cast<base::CorrectedClock &>(clock()).correct(now() + by);
}

QUuid BoardDesk::open(const QString &title, const QString &level, bool claim)
{
    const QUuid id = domain::uuid(
        must(m_commands->open({.title = title, .level = level, .claim = claim})).rows.first(),
        "id"_L1);
    if (!QTest::qWaitFor([this, id] { return m_model->find(id) != nullptr; }))
        qFatal("the incident did not reach the model");
    return id;
}

} // namespace watchroom::test
