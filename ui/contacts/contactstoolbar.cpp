// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactstoolbar.h"

#include "app/store/searchtext.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kSearchWidth = 280;
}

ContactsToolbar::ContactsToolbar(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_search(new widgets::SearchField(theme, this))
    , m_views(new widgets::SegmentedControl(theme, this))
    , m_import(widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"importContacts"_s, {},
          {}, widgets::ButtonSize::Normal, this))
    , m_export(widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"exportContacts"_s, {},
          {}, widgets::ButtonSize::Normal, this))
    , m_new(widgets::makeButton(theme, widgets::ButtonKind::Primary, u"newContact"_s, {}, u"plus"_s,
          widgets::ButtonSize::Normal, this))
{
    m_search->setObjectName(u"contactSearch"_s);
    m_search->setMaxLength(store::kQueryCharacters);
    m_search->setShortcutHint(u"/"_s);
    m_search->setFixedWidth(scaled(kSearchWidth));
    m_views->setObjectName(u"contactViews"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(14), scaled(8), scaled(14), scaled(8));
    layout->setSpacing(scaled(12));
    layout->addWidget(m_search);
    layout->addWidget(m_views);
    layout->addStretch(1);
    layout->addWidget(m_import);
    layout->addWidget(m_export);
    layout->addWidget(m_new);
    connect(m_search, &QLineEdit::textChanged, this, &ContactsToolbar::queryChanged);
    connect(m_search, &QLineEdit::returnPressed, this, &ContactsToolbar::queryEntered);
    connect(m_views, &widgets::SegmentedControl::currentChanged, this,
        [this](int view) { Q_EMIT viewChosen(ContactsView(view)); });
    connect(m_import, &QPushButton::clicked, this, &ContactsToolbar::importAsked);
    connect(m_export, &QPushButton::clicked, this, &ContactsToolbar::exportAsked);
    connect(m_new, &QPushButton::clicked, this, &ContactsToolbar::newAsked);
    retranslate();
}

QString ContactsToolbar::query() const
{
    return m_search->text();
}

void ContactsToolbar::setView(ContactsView view)
{
    const QSignalBlocker quiet(m_views);
    m_views->setCurrent(int(view));
}

void ContactsToolbar::setCounts(int dueContacts, const QString &incident)
{
    m_due = dueContacts;
    m_incident = incident;
    retranslate();
}

void ContactsToolbar::retranslate()
{
    m_search->setPrompt(tr("Name, organisation, number"));
    const QSignalBlocker quiet(m_views);
    QStringList views{
        tr("All", "contacts"), tr("To verify %1", "contacts").arg(QString::number(m_due))};
    if (!m_incident.isEmpty())
        views.append(tr("Calls for %1").arg(m_incident));
    m_views->setItems(views);
    m_views->setAccessibleName(tr("Which contacts"));
    m_import->setText(tr("Import…"));
    m_import->setToolTip(tr("Contacts of a CSV or vCard file; what it changes is shown first"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("All contacts as a CSV or vCard file"));
    m_new->setText(tr("New"));
    m_new->setToolTip(tr("New contact (N)"));
}

void ContactsToolbar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
