// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/membersfield.h"

#include "app/incidents/directory.h"
#include "ui/roster/rowdelegate.h"
#include "ui/widgets/buttons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using widgets::ButtonKind;
using widgets::ButtonSize;

namespace {
constexpr int kHeight = 116; // px at a text factor of 1: four people
}

MembersField::MembersField(
    const style::Theme &theme, const incidents::Directory &directory, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_directory(directory)
    , m_list(new QListWidget(this))
    , m_people(new QComboBox(this))
{
    const auto button = [&theme, this](
                            const QString &name, const QString &text, const QString &icon) {
        auto *made = widgets::makeButton(
            theme, ButtonKind::Secondary, name, {}, icon, ButtonSize::Normal, this);
        made->setAccessibleName(text);
        made->setToolTip(text);
        return made;
    };
    m_add = button(u"memberAdd"_s, tr("Add to the turns"), u"plus"_s);
    m_up = button(u"memberUp"_s, tr("Earlier"), u"arrow-up"_s);
    m_down = button(u"memberDown"_s, tr("Later"), u"arrow-down"_s);
    m_remove = button(u"memberRemove"_s, tr("Take out of the turns"), u"trash"_s);
    m_list->setObjectName(u"members"_s);
    m_list->setItemDelegate(new RowDelegate(theme, m_list));
    m_list->setAccessibleName(tr("Whose turn it is, in order"));
    m_people->setObjectName(u"memberToAdd"_s);
    m_people->setAccessibleName(tr("Whom to add"));
    const auto people = directory.people();
    for (const incidents::Person &person : people)
        m_people->addItem(person.name, person.login);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(4);
    acts->addWidget(m_people, 1);
    for (QPushButton *one : {m_add, m_up, m_down, m_remove})
        acts->addWidget(one);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_list);
    layout->addLayout(acts);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, &MembersField::refreshButtons);
    connect(m_add, &QPushButton::clicked, this, &MembersField::add);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &MembersField::remove);
    MembersField::themeChanged();
    refreshButtons();
}

void MembersField::append(const QString &login)
{
    auto *item = new QListWidgetItem(m_directory.personName(login), m_list);
    item->setData(Qt::UserRole, login);
}

void MembersField::setMembers(const QStringList &logins)
{
    if (logins == members())
        return;
    m_list->clear();
    for (const QString &login : logins)
        append(login);
    m_list->setCurrentRow(0);
    Q_EMIT changed();
}

QStringList MembersField::members() const
{
    QStringList logins;
    for (int row = 0; row < m_list->count(); ++row)
        logins.append(m_list->item(row)->data(Qt::UserRole).toString());
    return logins;
}

void MembersField::add()
{
    const QString login = m_people->currentData().toString();
    if (login.isEmpty() || members().contains(login))
        return;
    append(login);
    m_list->setCurrentRow(m_list->count() - 1);
    if (m_people->currentIndex() + 1 < m_people->count()) // the next one is at hand
        m_people->setCurrentIndex(m_people->currentIndex() + 1);
    Q_EMIT changed();
}

void MembersField::move(int by)
{
    const int row = m_list->currentRow();
    if (row < 0 || row + by < 0 || row + by >= m_list->count())
        return;
    m_list->insertItem(row + by, m_list->takeItem(row));
    m_list->setCurrentRow(row + by);
    Q_EMIT changed();
}

void MembersField::remove()
{
    delete m_list->takeItem(m_list->currentRow());
    refreshButtons();
    Q_EMIT changed();
}

void MembersField::refreshButtons()
{
    const int row = m_list->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
    m_remove->setEnabled(row >= 0);
}

void MembersField::themeChanged()
{
    m_list->setFixedHeight(scaled(kHeight));
    ThemedWidget::themeChanged();
}

} // namespace watchroom::ui
