// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/row.h"
#include "app/incidents/directory.h"
#include "app/store/store.h"
#include "app/words/language.h"
#include "ui/style/theme.h"

#include <QTemporaryDir>
#include <QWidget>

#include <memory>

class QPushButton;

namespace watchroom::test {

/// What the desks of the screens' tests share: a real standalone workspace with Chen, who may do
/// everything, and colleagues; the look, and a window with one page. UI thread.
class StandaloneDesk
{
public:
    [[nodiscard]] store::Store &store() { return *m_store; }
    [[nodiscard]] words::Language &language() { return m_language; }
    [[nodiscard]] style::Theme &theme() { return m_theme; }
    [[nodiscard]] QWidget &window() { return m_window; }
    [[nodiscard]] base::Instant now() const { return m_clock->now(); }
    /// Whoever acts from now on; empty: nobody.
    void sitDown(const QString &login) { m_login = login; }
    /// Waits until it is saved; a refusal ends the test program.
    store::Saved must(const store::SavedFuture &saved);
    /// What the guards wrote, in order.
    [[nodiscard]] QList<domain::Row> guardEntries();
    [[nodiscard]] QStringList entries(); ///< the codes of them

    /// The child of the window with this name that is shown; null: there is none.
    template <class T>
    T *shown(const QString &name) const
    {
        const QList<T *> all = m_window.findChildren<T *>(name);
        for (T *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    [[nodiscard]] QPushButton *button(const QString &name) const; ///< that is shown; null: none
    [[nodiscard]] QString text(const QString &name) const; ///< of the label that is shown
    /// What of the window the keyboard reaches and a screen reader has no name for, or the tests.
    [[nodiscard]] QStringList unnamed() const;
    /// Where WATCHROOM_PICTURES names a folder: in both themes.
    void picture(const QString &name);

protected:
    using People = QList<std::pair<QString, QString>>; ///< login and name
    StandaloneDesk(std::unique_ptr<base::Clock> clock, const People &colleagues);

    /// Puts the page in the window and waits until it is the active one and `ready`.
    void show(QWidget *page, const QSize &size, const std::function<bool()> &ready);
    [[nodiscard]] std::function<store::Author()> author();
    [[nodiscard]] const QString &login() const { return m_login; }
    [[nodiscard]] base::Clock &clock() { return *m_clock; }
    [[nodiscard]] incidents::Directory &directory() { return *m_directory; }
    [[nodiscard]] QString workspace() const { return m_dir.path(); }

private:
    std::unique_ptr<base::Clock> m_clock;
    QTemporaryDir m_dir;
    QString m_login;
    words::Language m_language;
    style::Theme m_theme;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<incidents::Directory> m_directory;
    QWidget m_window;
};

} // namespace watchroom::test
