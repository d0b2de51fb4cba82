// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/waysfield.h"

#include "app/domain/codes.h"
#include "app/domain/limits.h"
#include "ui/contacts/contactwords.h"
#include "ui/widgets/buttons.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using contacts::ContactWay;

namespace {
constexpr int kHeight = 112; ///< of three rows, px at a text factor of 1
constexpr int kKindWidth = 116;
constexpr int kCharacters = 200; // as the rules have it
} // namespace

WaysField::WaysField(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_rows(new QVBoxLayout)
    , m_scroll(new QScrollArea(this))
    , m_add(widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"addWay"_s,
          tr("Another way"), u"plus"_s, widgets::ButtonSize::Small, this))
{
    auto *inside = new QWidget;
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(scaled(4));
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, scaled(4), 0);
    column->addLayout(m_rows);
    column->addStretch(1);
    m_scroll->setObjectName(u"wayRows"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFixedHeight(scaled(kHeight));
    m_scroll->setStyleSheet(
        u"QScrollArea, QScrollArea > QWidget > QWidget { background: transparent }"_s);
    m_scroll->setWidget(inside);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(4));
    layout->addWidget(m_scroll);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] { addRow({u"phone"_s, {}})->setFocus(); });
}

void WaysField::setWays(const QList<ContactWay> &ways)
{
    for (const ContactWay &way : ways)
        addRow(way);
    if (ways.isEmpty())
        addRow({u"phone"_s, {}});
}

QList<ContactWay> WaysField::ways() const
{
    QList<ContactWay> ways;
    for (const Row &row : m_all) {
        const QString value = row.value->text().trimmed();
        if (!value.isEmpty())
            ways.append({row.kind->currentData().toString(), value, row.note->text().trimmed()});
    }
    return ways;
}

QLineEdit *WaysField::addRow(const ContactWay &way)
{
    auto *widget = new QWidget;
    Row row{widget, new QComboBox(widget), new QLineEdit(way.value, widget),
        new QLineEdit(way.note, widget),
        widgets::makeButton(theme(), widgets::ButtonKind::Flat, {}, {}, u"x"_s,
            widgets::ButtonSize::Small, widget)};
    for (const QLatin1StringView kind : domain::codes::kContactWays)
        row.kind->addItem(wayKind(QString(kind)), QString(kind));
    row.kind->setCurrentIndex(std::max(0, row.kind->findData(way.kind)));
    row.kind->setFixedWidth(scaled(kKindWidth));
    row.value->setMaxLength(kCharacters);
    row.value->setPlaceholderText(tr("Number or address"));
    row.note->setMaxLength(kCharacters);
    row.note->setPlaceholderText(tr("Note: nights, line number first"));
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(4));
    layout->addWidget(row.kind);
    layout->addWidget(row.value, 3);
    layout->addWidget(row.note, 3);
    layout->addWidget(row.remove);
    m_rows->addWidget(widget);
    widget->show(); // now: its field takes the focus
    // Rows in their order, before the button that adds one.
    if (!m_all.isEmpty())
        setTabOrder(m_all.last().remove, row.kind);
    setTabOrder(row.kind, row.value);
    setTabOrder(row.value, row.note);
    setTabOrder(row.note, row.remove);
    setTabOrder(row.remove, m_add);
    connect(row.remove, &QPushButton::clicked, this, [this, widget] { removeRow(widget); });
    m_all.append(row);
    setFocusProxy(m_all.first().kind);
    renumber();
    return row.value;
}

void WaysField::removeRow(const QWidget *row)
{
    const auto found = std::ranges::find(m_all, row, &Row::widget);
    if (found == m_all.end())
        return;
    found->widget->hide();
    found->widget->deleteLater();
    m_all.erase(found);
    if (m_all.isEmpty())
        addRow({u"phone"_s, {}});
    setFocusProxy(m_all.first().kind);
    m_all.last().value->setFocus();
    renumber();
}

void WaysField::renumber()
{
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        const Row &row = m_all.at(i);
        const QString n = QString::number(i + 1);
        row.kind->setObjectName(u"wayKind"_s + n);
        row.value->setObjectName(u"wayValue"_s + n);
        row.note->setObjectName(u"wayNote"_s + n);
        row.remove->setObjectName(u"removeWay"_s + n);
        row.kind->setAccessibleName(tr("Kind of way %1").arg(n));
        row.value->setAccessibleName(tr("Number or address of way %1").arg(n));
        row.note->setAccessibleName(tr("Note of way %1").arg(n));
        row.remove->setAccessibleName(tr("Remove way %1").arg(n));
    }
    m_add->setEnabled(m_all.size() < contacts::kMostWays);
}

} // namespace watchroom::ui
