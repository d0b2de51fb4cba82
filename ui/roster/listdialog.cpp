// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/listdialog.h"

#include "app/base/whendone.h"
#include "app/words/errors.h"
#include "ui/roster/rowdelegate.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using widgets::ButtonKind;
using widgets::ButtonSize;

namespace {
constexpr int kWidth = 640;
constexpr int kHeight = 280; // of the list
} // namespace

ListDialog::ListDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs,
    const QString &heading, const QString &listName)
    : ActionDialog(theme, window, heading, {.name = u"close"_s, .text = tr("Done")}, kWidth)
    , m_needs(needs)
    , m_host(window)
    , m_list(new QListWidget(&box()))
    , m_nothing(new QLabel(&box()))
    , m_acts(new QHBoxLayout)
    , m_complaint(new QLabel(&box()))
{
    cancelButton().hide();
    m_list->setObjectName(listName);
    m_list->setAccessibleName(heading);
    m_list->setItemDelegate(new RowDelegate(theme, m_list));
    m_list->setFixedHeight(theme.scaled(kHeight));
    m_nothing->hide();
    m_complaint->setObjectName(u"complaint"_s);
    m_complaint->setWordWrap(true);
    m_complaint->setFont(theme.font(style::FontRole::Body, style::Weight::Bold));
    m_complaint->hide();
    m_acts->setSpacing(8);
    m_acts->addStretch();
    content().addWidget(m_nothing);
    content().addWidget(m_list);
    content().addLayout(m_acts);
    content().addWidget(m_complaint);
    connect(this, &ActionDialog::acted, this, &ListDialog::accept);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        complain({});
        refreshButtons();
    });
    connect(&m_needs.book, &roster::RosterBook::changed, this, &ListDialog::refresh);
    m_list->setFocus();
}

QPushButton *ListDialog::addButton(const QString &name, const QString &text)
{
    auto *button = widgets::makeButton(
        theme(), ButtonKind::Secondary, name, text, {}, ButtonSize::Normal, &box());
    m_acts->insertWidget(m_acts->count() - 1, button);
    return button;
}

void ListDialog::setItems(const QList<Item> &items, const QString &nothing)
{
    const QUuid before = chosen();
    m_list->clear();
    for (const Item &item : items) {
        auto *row = new QListWidgetItem(item.text, m_list);
        row->setData(Qt::UserRole, item.id);
        if (item.id == before)
            m_list->setCurrentItem(row);
    }
    if (m_list->currentRow() < 0 && !items.isEmpty())
        m_list->setCurrentRow(0);
    m_nothing->setText(nothing);
    m_nothing->setVisible(items.isEmpty());
    m_list->setVisible(!items.isEmpty());
    refreshButtons();
}

QUuid ListDialog::chosen() const
{
    const QListWidgetItem *row = m_list->currentItem();
    return row ? row->data(Qt::UserRole).toUuid() : QUuid();
}

void ListDialog::complain(const QString &sentence)
{
    m_complaint->setText(sentence);
    m_complaint->setVisible(!sentence.isEmpty());
    box().adjustSize();
}

void ListDialog::run(const store::SavedFuture &saved)
{
    base::whenDone(saved, this, [this](const base::Result<store::Saved> &done) {
        complain(done ? QString() : words::errorSentence(done.error(), m_needs.names()));
    });
}

void ListDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->accept(); // each button says what it does
    else
        ActionDialog::keyPressEvent(event);
}

} // namespace watchroom::ui
