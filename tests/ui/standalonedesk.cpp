// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/standalonedesk.h"

#include "app/base/ids.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

namespace watchroom::test {

using namespace Qt::StringLiterals;

StandaloneDesk::StandaloneDesk(std::unique_ptr<base::Clock> clock, const People &colleagues)
    : m_clock(std::move(clock))
{
    auto store = store::Store::open(m_dir.path(), store::Store::Mode::Standalone, *m_clock);
    if (!store)
        qFatal("open: %s", qPrintable(store.error().detail));
    m_store = std::move(*store);
    auto set = m_store->setUpStandalone({.login = u"chen"_s, .name = u"陈思远"_s}, {});
    set.waitForFinished();
    m_login = *set.result();
    for (const auto &[login, name] : colleagues)
        must(m_store->save(
            {{.table = u"person"_s,
                .id = base::newId(m_clock->now()),
                .set = {{u"login"_s, login}, {u"name"_s, name}, {u"active"_s, true}}}},
            author()()));
    m_language.use(words::Language::Code::Chinese);
    m_theme.setTextSize(style::TextSize::Normal);
    m_theme.apply(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_directory = std::make_unique<incidents::Directory>(*m_store);
}

std::function<store::Author()> StandaloneDesk::author()
{
    return [this] { return store::Author{.login = m_login, .session = {}, .sessionKey = {}}; };
}

void StandaloneDesk::show(QWidget *page, const QSize &size, const std::function<bool()> &ready)
{
    auto *layout = new QVBoxLayout(&m_window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(page);
    m_window.resize(size);
    m_window.show();
    m_window.activateWindow();
    if (!QTest::qWaitForWindowActive(&m_window) || !QTest::qWaitFor(ready))
        qFatal("the desk did not open");
}

store::Saved StandaloneDesk::must(const store::SavedFuture &saved)
{
    auto done = saved;
    done.waitForFinished();
    if (!done.result())
        qFatal("refused: %s", qPrintable(done.result().error().code));
    return *done.result();
}

QList<domain::Row> StandaloneDesk::guardEntries()
{
    auto rows = m_store->read<QList<domain::Row>>([](store::Reader &reader) {
        return reader.rows(u"log_entry"_s, u"kind = 'guard'"_s, {}, u"ORDER BY rowid"_s);
    });
    rows.waitForFinished();
    const base::Result<QList<domain::Row>> read = rows.result();
    if (!read)
        qFatal("entries: %s", qPrintable(read.error().detail));
    return *read;
}

QStringList StandaloneDesk::entries()
{
    QStringList codes;
    for (const domain::Row &row : guardEntries())
        codes.append(domain::text(row, "code"_L1));
    return codes;
}

QStringList StandaloneDesk::unnamed() const
{
    QStringList found;
    const auto all = m_window.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
            || widget->objectName().startsWith(u"qt_"))
            continue;
        const QAccessibleInterface *read = QAccessible::queryAccessibleInterface(widget);
        if (widget->objectName().isEmpty() || !read || read->text(QAccessible::Name).isEmpty())
            found.append(QString::fromLatin1(widget->metaObject()->className()) + u' '
                + widget->objectName());
    }
    return found;
}

QPushButton *StandaloneDesk::button(const QString &name) const
{
    return shown<QPushButton>(name);
}

QString StandaloneDesk::text(const QString &name) const
{
    const auto *label = shown<QLabel>(name);
    return label ? label->text() : QString();
}

void StandaloneDesk::picture(const QString &name)
{
    const QString dir = qEnvironmentVariable("WATCHROOM_PICTURES");
    if (dir.isEmpty())
        return;
    for (const auto &[kind, look] : {std::pair(style::ThemeKind::Light, u"light"_s),
             std::pair(style::ThemeKind::Dark, u"dark"_s)}) {
        m_theme.setKind(kind);
        for (int i = 0; i < 5; ++i) // layouts settle
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
        if (!m_window.grab().save(u"%1/%2-%3.png"_s.arg(dir, name, look)))
            qFatal("the picture cannot be written");
    }
}

} // namespace watchroom::test
