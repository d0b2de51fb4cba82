// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactspage.h"

#include "app/incidents/directory.h"
#include "app/words/errors.h"
#include "app/words/terms.h"
#include "ui/contacts/callbar.h"
#include "ui/contacts/contactdelegate.h"
#include "ui/contacts/contactlinesmodel.h"
#include "ui/contacts/contactpanel.h"
#include "ui/contacts/contactsfiles.h"
#include "ui/contacts/contactstoolbar.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using contacts::Contact;

namespace {
constexpr int kPanelWidth = 336; ///< px at a text factor of 1
}

ContactsPage::ContactsPage(const style::Theme &theme, const Needs &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_calls(needs.store, needs.clock)
    , m_files(new ContactsFiles(
          theme, {needs.book, needs.commands, needs.directory, needs.english}, *this))
    , m_toolbar(new ContactsToolbar(theme, this))
{
    setObjectName(u"contactsPage"_s);
    const incidents::Directory &directory = needs.directory;
    m_panel = new ContactPanel(
        theme, [&directory](const QString &login) { return directory.personName(login); },
        [&directory](const QString &key) { return directory.targetName(key); }, this);
    m_panel->setFixedWidth(scaled(kPanelWidth));
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_toolbar);
    left->addWidget(makeHead());
    left->addWidget(makeList(), 1);
    left->addWidget(m_bar);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 1);
    layout->addWidget(m_panel);
    connect(m_toolbar, &ContactsToolbar::queryChanged, this, &ContactsPage::refresh);
    connect(m_toolbar, &ContactsToolbar::queryEntered, this, [this] { m_list->setFocus(); });
    connect(m_toolbar, &ContactsToolbar::viewChosen, this, &ContactsPage::setView);
    connect(m_toolbar, &ContactsToolbar::newAsked, this, &ContactsPage::openNew);
    connect(m_toolbar, &ContactsToolbar::importAsked, this, [this] {
        if (hasAuthor())
            m_files->chooseSource();
    });
    connect(m_toolbar, &ContactsToolbar::exportAsked, m_files, &ContactsFiles::chooseTarget);
    connect(m_files, &ContactsFiles::told, this, &ContactsPage::told);
    connect(m_files, &ContactsFiles::failed, this, &ContactsPage::failed);
    connect(m_panel, &ContactPanel::copyAsked, this, &ContactsPage::copy);
    connect(m_panel, &ContactPanel::editAsked, this, &ContactsPage::edit);
    connect(m_panel, &ContactPanel::removeAsked, this, &ContactsPage::remove);
    connect(m_bar, &CallBar::called, this, &ContactsPage::say);
    connect(&m_calls, &contacts::Calls::changed, this, &ContactsPage::callsRead);
    connect(&m_calls, &contacts::Calls::failed, this, &ContactsPage::failed);
    connect(&needs.directory, &incidents::Directory::changed, this, &ContactsPage::refresh);
    const auto read = [this](const std::optional<base::Error> &problem) {
        m_problem = problem;
        m_finder.setContacts(m_needs.book.contacts());
        refresh();
    };
    connect(&needs.book, &contacts::ContactBook::changed, this, [read] { read({}); });
    connect(&needs.book, &contacts::ContactBook::failed, this,
        [read](const base::Error &error) { read(error); });
    read({});
    retranslate();
}

QWidget *ContactsPage::makeHead()
{
    m_head = new QWidget(this);
    m_headText = new widgets::TextLabel(
        theme(), style::FontRole::Section, style::Weight::Bold, style::Ink::T1, m_head);
    m_headText->setObjectName(u"callsOf"_s);
    m_back = widgets::makeButton(theme(), widgets::ButtonKind::Link, u"backToIncident"_s, {}, {},
        widgets::ButtonSize::Small, m_head);
    auto *layout = new QHBoxLayout(m_head);
    layout->setContentsMargins(scaled(14), 0, scaled(14), scaled(8));
    layout->addWidget(m_headText, 1);
    layout->addWidget(m_back);
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT incidentAsked(m_incident.id); });
    return m_head;
}

QWidget *ContactsPage::makeList()
{
    m_lines = new ContactLinesModel(this);
    m_list = new QListView(this);
    m_list->setObjectName(u"contactList"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_lines);
    m_list->setItemDelegate(new ContactDelegate(theme(), m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setStyleSheet(u"border: none; background: transparent"_s);
    m_list->installEventFilter(this);
    m_nothing = new widgets::EmptyState(theme(), this);
    m_error = new widgets::ErrorState(theme(), this);
    m_bar = new CallBar(theme(), this);
    m_stack = new QStackedWidget(this);
    for (QWidget *widget : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_nothing),
             static_cast<QWidget *>(m_error)})
        m_stack->addWidget(widget);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &ContactsPage::showChosen);
    connect(m_error, &widgets::ErrorState::retryRequested, this, [this] { m_needs.book.load(); });
    return m_stack;
}

void ContactsPage::setView(ContactsView view)
{
    m_view = view;
    m_toolbar->setView(view);
    m_calls.setIncident(view == ContactsView::Calls ? m_incident.id : QUuid());
    refresh();
    if (!chosen())
        choose(0);
    Q_EMIT viewChanged();
}

void ContactsPage::showCalls(const incidents::Incident &incident)
{
    m_incident = incident;
    m_toolbar->search().clear();
    m_choosesFirst = true;
    refreshCounts();
    setView(ContactsView::Calls);
    m_list->setFocus(Qt::OtherFocusReason);
}

void ContactsPage::callsRead()
{
    refresh();
    if (!std::exchange(m_choosesFirst, false))
        return;
    const auto first = std::ranges::find_if(
        m_lines->lines(), [](const ContactLine &line) { return line.said.isEmpty(); });
    choose(first == m_lines->lines().cend() ? 0 : int(first - m_lines->lines().cbegin()));
}

void ContactsPage::show(const QUuid &contact)
{
    m_toolbar->search().clear();
    setView(ContactsView::All);
    choose(m_lines->rowOf(contact, 0));
    m_list->setFocus(Qt::OtherFocusReason);
}

LineSource ContactsPage::source() const
{
    const incidents::Directory &directory = m_needs.directory;
    return {m_calls, [&directory](const QString &login) { return directory.personName(login); },
        [&directory](const QString &key) { return directory.targetName(key); },
        m_needs.clock.now()};
}

contacts::CallSubject ContactsPage::subject() const
{
    QStringList places{m_incident.target};
    for (const QJsonValue &site : m_incident.sites.value_or(QJsonArray()))
        places.append(site.toString());
    QHash<QString, QString> parents;
    for (const incidents::Target &target : m_needs.directory.targets())
        parents.insert(target.key, target.parent);
    return {.places = places,
        .above = contacts::placesAbove(places, parents),
        .people = QStringList{m_incident.owner} + m_calls.people(),
        .words = {m_incident.group, words::group(m_incident.group)}};
}

QList<ContactLine> ContactsPage::callsOf(const QList<Contact> &found) const
{
    QList<ContactLine> all;
    QSet<QUuid> listed;
    for (const contacts::CallLine &line : contacts::callListOf(found, subject())) {
        listed.insert(line.contact.id);
        all += callLines(line, source());
    }
    if (m_toolbar->query().isEmpty())
        return all;
    // Somebody else is called too: whoever is looked for.
    for (const Contact &contact : found) {
        if (!listed.contains(contact.id))
            all += callLines(contact, source());
    }
    return all;
}

QList<ContactLine> ContactsPage::lines() const
{
    const QList<Contact> found = m_finder.find(m_toolbar->query());
    if (m_view == ContactsView::All)
        return contactLines(found, source());
    if (m_view == ContactsView::Calls)
        return callsOf(found);
    QList<ContactLine> all;
    for (const Contact &contact : found) {
        if (contact.isVerificationDue(m_needs.clock.now()))
            all += callLines(contact, source());
    }
    return all;
}

void ContactsPage::refresh()
{
    const auto before = chosen();
    const int row = m_list->currentIndex().row();
    m_lines->setLines(lines());
    int now = before ? m_lines->rowOf(before->contact.id, before->way) : 0;
    if (now < 0) // it went: the one in its place
        now = std::min(row, m_lines->rowCount() - 1);
    choose(now);
    refreshCounts();
    showState();
    showChosen();
}

void ContactsPage::refreshCounts()
{
    const base::Instant now = m_needs.clock.now();
    const auto due = std::ranges::count_if(m_needs.book.contacts(),
        [now](const Contact &contact) { return contact.isVerificationDue(now); });
    m_toolbar->setCounts(int(due), m_incident.reference());
    m_toolbar->setView(m_view);
}

void ContactsPage::showState()
{
    m_head->setVisible(m_view == ContactsView::Calls);
    m_headText->setText(m_incident.reference() + u"  "_s + m_incident.title);
    m_bar->setVisible(isCalling() && m_lines->rowCount() > 0);
    if (m_problem) {
        m_error->setError(tr("The contacts cannot be read"), words::errorSentence(*m_problem));
        m_stack->setCurrentWidget(m_error);
        return;
    }
    m_stack->setCurrentIndex(m_lines->rowCount() > 0 || !m_needs.book.isLoaded() ? 0 : 1);
    if (m_needs.book.contacts().isEmpty())
        m_nothing->setFact(u"phone"_s, tr("There are no contacts yet"),
            tr("New (N) adds one; Import takes in a CSV or vCard file"));
    else if (!m_toolbar->query().isEmpty())
        m_nothing->setFact(u"search"_s, tr("Nobody has all of these words"));
    else if (m_view == ContactsView::ToVerify)
        m_nothing->setFact(u"circle-check"_s, tr("Everybody was reached within the last 30 days"));
    else
        m_nothing->setFact(u"phone"_s, tr("No contact belongs to this incident"),
            tr("Search for anybody; a contact with its place or group stands here by itself"));
}

std::optional<ContactLine> ContactsPage::chosen() const
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return {};
    return current.data(ContactLinesModel::LineRole).value<ContactLine>();
}

void ContactsPage::choose(int row)
{
    const QModelIndex index = m_lines->index(row);
    if (row < 0 || !index.isValid())
        return;
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_list->scrollTo(index);
}

void ContactsPage::showChosen()
{
    const auto line = chosen();
    m_panel->setLine(line);
    m_bar->setCalled(line ? line->contact.name : QString(), line ? line->wayValue() : QString());
}

void ContactsPage::focusSearch()
{
    m_toolbar->search().setFocus(Qt::ShortcutFocusReason);
    m_toolbar->search().selectAll();
}

void ContactsPage::tick()
{
    // Ages are told in minutes at the least.
    const auto minute = m_needs.clock.now().time_since_epoch() / std::chrono::minutes(1);
    if (std::exchange(m_minute, minute) != minute)
        refresh();
}

void ContactsPage::retranslate()
{
    m_list->setAccessibleName(tr("Contacts"));
    m_back->setText(tr("Back to the incident (Esc)"));
    refresh();
}

void ContactsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
