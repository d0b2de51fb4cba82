// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/changelist.h"

#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace watchroom::ui {

using style::FontRole;
using style::Ink;
using widgets::ButtonKind;
using widgets::ButtonSize;

namespace {
constexpr int kBarLine = 3;
}

ChangeList::ChangeList(const style::Theme &theme, bool loud, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_loud(loud)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    hide();
}

void ChangeList::setItems(const QList<Item> &items)
{
    if (items == m_items)
        return;
    m_items = items;
    rebuild();
}

void ChangeList::rebuild()
{
    for (QWidget *row : std::as_const(m_rows)) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    for (qsizetype at = 0; at < m_items.size(); ++at) {
        m_rows.append(makeRow(m_items[at], at));
        m_layout->addWidget(m_rows.last());
    }
    setVisible(!m_rows.isEmpty());
    update();
}

QWidget *ChangeList::makeRow(const Item &item, qsizetype at)
{
    auto *row = new QWidget(this);
    const auto label = [&](const QString &text, FontRole role, Ink ink) {
        auto *words = new QLabel(text, row);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        words->setFont(theme().font(role));
        QPalette colours = theme().palette();
        colours.setColor(QPalette::WindowText, theme().ink(ink));
        words->setPalette(colours);
        return words;
    };
    auto *layout = new QVBoxLayout(row);
    const int side = m_loud ? scaled(8) : 0;
    layout->setContentsMargins(side + (m_loud ? kBarLine : 0), side, side, side);
    layout->setSpacing(4);
    layout->addWidget(label(item.sentence, m_loud ? FontRole::Body : FontRole::Caption, Ink::T1));
    if (!item.remark.isEmpty())
        layout->addWidget(label(item.remark, FontRole::Caption, Ink::T2));
    auto *acts = new QHBoxLayout;
    acts->setSpacing(8);
    for (const Act &act : item.acts) {
        auto *button =
            widgets::makeButton(theme(), act.primary ? ButtonKind::Primary : ButtonKind::Secondary,
                act.name + QString::number(at), act.text, {}, ButtonSize::Small, row);
        button->setAccessibleDescription(item.sentence);
        connect(button, &QPushButton::clicked, this,
            [this, id = item.id, name = act.name] { Q_EMIT acted(id, name); });
        acts->addWidget(button);
    }
    acts->addStretch();
    if (!item.acts.isEmpty())
        layout->addLayout(acts);
    return row;
}

void ChangeList::themeChanged()
{
    ThemedWidget::themeChanged();
    rebuild();
}

void ChangeList::paintEvent(QPaintEvent *)
{
    if (!m_loud)
        return;
    QPainter painter(this);
    for (const QWidget *row : std::as_const(m_rows)) {
        painter.fillRect(row->geometry(), tokens().raised);
        painter.fillRect(QRect(row->x(), row->y(), kBarLine, row->height()), tokens().inv);
    }
}

} // namespace watchroom::ui
