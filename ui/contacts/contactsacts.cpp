// SPDX-License-Identifier: GPL-3.0-or-later
// What the buttons and the keys of the page do with the contact that is chosen.
#include "app/base/whendone.h"
#include "ui/contacts/contactdialog.h"
#include "ui/contacts/contactlinesmodel.h"
#include "ui/contacts/contactspage.h"
#include "ui/contacts/contactwords.h"
#include "ui/widgets/confirmdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QListView>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using contacts::CallResult;
using contacts::Contact;

bool ContactsPage::hasAuthor()
{
    if (!m_needs.me().isEmpty())
        return true;
    Q_EMIT authorAsked();
    return false;
}

void ContactsPage::say(CallResult result)
{
    const auto line = chosen();
    if (!line || line->way < 0 || !isCalling() || !hasAuthor())
        return;
    m_choosesFirst = false; // they have begun
    const QUuid incident = m_view == ContactsView::Calls ? m_incident.id : QUuid();
    const QString sentence =
        callResult(result) + u": "_s + line->contact.name + u" · "_s + line->wayValue();
    const auto saved = m_needs.commands.called(line->contact, line->wayValue(), result, incident);
    base::whenDone(saved, this, [this, sentence](const base::Result<store::Saved> &done) {
        if (done)
            Q_EMIT told(sentence);
        else
            Q_EMIT failed(done.error());
    });
    choose(m_lines->rowAfter(m_list->currentIndex().row(), result == CallResult::Reached));
}

void ContactsPage::copy(const QString &value)
{
    if (value.isEmpty())
        return;
    QApplication::clipboard()->setText(value);
    Q_EMIT told(tr("Copied: %1").arg(value));
}

void ContactsPage::openNew()
{
    if (hasAuthor())
        (new ContactDialog(theme(), *window(), m_needs.commands, m_needs.directory, {}))->open();
}

void ContactsPage::edit()
{
    const auto line = chosen();
    if (line && hasAuthor())
        (new ContactDialog(theme(), *window(), m_needs.commands, m_needs.directory, line->contact))
            ->open();
}

void ContactsPage::remove()
{
    const auto line = chosen();
    if (!line || !hasAuthor())
        return;
    const Contact contact = line->contact;
    (new widgets::ConfirmDialog(theme(), *window(),
         {tr("Remove %1?").arg(contact.name),
             tr("The calls made so far stay in the log. The contact is gone for everybody."),
             tr("Remove")},
         [this, contact] {
             base::whenDone(m_needs.commands.remove(contact.id), this,
                 [this, contact](const base::Result<store::Saved> &done) {
                     if (done)
                         Q_EMIT told(tr("Removed: %1").arg(contact.name));
                     else
                         Q_EMIT failed(done.error());
                 });
         }))
        ->open();
}

std::function<void()> ContactsPage::actionOf(const QKeyEvent &key)
{
    if (key.matches(QKeySequence::Copy))
        return [this] {
            if (const auto line = chosen())
                copy(line->wayValue());
        };
    if (key.modifiers() & ~Qt::KeypadModifier)
        return {};
    switch (key.key()) {
    case Qt::Key_1:
    case Qt::Key_2:
    case Qt::Key_3:
        if (isCalling())
            return [this, result = CallResult(key.key() - Qt::Key_1)] { say(result); };
        return {};
    case Qt::Key_F4:
        return [this] { edit(); };
    case Qt::Key_Delete:
        return [this] { remove(); };
    case Qt::Key_Escape:
        if (m_view == ContactsView::Calls)
            return [this] { Q_EMIT incidentAsked(m_incident.id); };
        return {};
    default:
        return {};
    }
}

// Before the shortcuts of the window; a field that has the focus takes them first.
bool ContactsPage::event(QEvent *event)
{
    const bool asks = event->type() == QEvent::ShortcutOverride;
    if (asks || event->type() == QEvent::KeyPress) {
        if (const auto action = actionOf(*static_cast<QKeyEvent *>(event))) {
            if (!asks)
                action();
            event->accept();
            return true;
        }
    }
    return ThemedWidget::event(event);
}

bool ContactsPage::eventFilter(QObject *watched, QEvent *event)
{
    // The list would look for a name that begins so.
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        if (const auto action = actionOf(*static_cast<QKeyEvent *>(event))) {
            action();
            return true;
        }
    }
    return ThemedWidget::eventFilter(watched, event);
}

} // namespace watchroom::ui
