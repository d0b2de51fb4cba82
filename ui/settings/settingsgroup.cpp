// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsgroup.h"

#include "ui/style/theme.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/sectionheader.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kLabelWidth = 152;
constexpr int kFieldWidth = 560;
constexpr int kEdge = 16;
constexpr int kIcon = 16;
} // namespace

SettingsGroup::SettingsGroup(const style::Theme &theme, Text title, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_title(std::move(title))
    , m_head(new widgets::SectionHeader(theme, this))
    , m_grid(new QGridLayout(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_grid->setColumnStretch(2, 1);
    m_grid->addWidget(m_head, 0, 0, 1, 3);
}

int SettingsGroup::fieldWidth() const
{
    return scaled(kFieldWidth);
}

QLineEdit *SettingsGroup::makeField(const QString &name)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(name);
    field->setFixedWidth(fieldWidth());
    m_fields.append(field);
    return field;
}

void SettingsGroup::addRow(QWidget *field, Text label)
{
    auto *words = new QLabel(this);
    words->setBuddy(field);
    words->setMinimumHeight(scaled(32));
    const int row = m_grid->rowCount();
    m_grid->addWidget(words, row, 0, Qt::AlignTop);
    m_grid->addWidget(field, row, 1, Qt::AlignLeft | Qt::AlignVCenter);
    m_rows.append({words, field, std::move(label)});
}

QLabel *SettingsGroup::addWords(const QString &name, Text text)
{
    auto *words = new QLabel(this);
    words->setObjectName(name);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    words->setFixedWidth(fieldWidth());
    m_grid->addWidget(words, m_grid->rowCount(), 1);
    m_rows.append({words, nullptr, std::move(text)});
    return words;
}

void SettingsGroup::addWide(QWidget *widget)
{
    m_grid->addWidget(widget, m_grid->rowCount(), 1, 1, 2);
}

QHBoxLayout *SettingsGroup::addFoot()
{
    auto *foot = new QHBoxLayout;
    foot->setSpacing(scaled(8));
    m_grid->addLayout(foot, m_grid->rowCount(), 1);
    return foot;
}

QLabel *SettingsGroup::problemLabel(const QLineEdit &field)
{
    const QString name = field.objectName() + u"Problem"_s;
    if (auto *made = findChild<QLabel *>(name))
        return made;
    // Between the field's row and the next one there is no room in the grid: it shares the cell.
    QWidget *inCell = nullptr;
    int row = 0;
    for (; row < m_grid->rowCount() && inCell == nullptr; ++row) {
        const QLayoutItem *cell = m_grid->itemAtPosition(row, 1);
        QWidget *widget = cell != nullptr ? cell->widget() : nullptr;
        if (widget != nullptr && (widget == &field || widget->isAncestorOf(&field)))
            inCell = widget;
    }
    auto *label = new QLabel(this);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setFixedWidth(fieldWidth());
    label->setContentsMargins(scaled(kIcon + 6), 0, 0, 0); // the icon is painted there
    label->setFont(theme().font(style::FontRole::Body, style::Weight::Bold));
    m_grid->removeWidget(inCell);
    auto *both = new QVBoxLayout;
    both->setSpacing(4);
    both->addWidget(inCell, 0, Qt::AlignLeft);
    both->addWidget(label);
    m_grid->addLayout(both, row - 1, 1);
    return label;
}

void SettingsGroup::showProblem(QLineEdit &field, const QString &sentence)
{
    const bool wrong = !sentence.isEmpty();
    if (wrong || field.property("error").toBool()) {
        QLabel *label = problemLabel(field);
        label->setText(sentence);
        label->setVisible(wrong);
        update();
    }
    if (field.property("error").toBool() == wrong)
        return;
    field.setProperty("error", wrong);
    field.style()->unpolish(&field);
    field.style()->polish(&field);
}

void SettingsGroup::setRowVisible(QWidget &field, bool visible)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.field == nullptr || (row.field != &field && !row.field->isAncestorOf(&field)))
            continue;
        row.label->setVisible(visible);
        row.field->setVisible(visible);
    }
}

bool SettingsGroup::hasProblem() const
{
    return std::ranges::any_of(
        m_fields, [](const QLineEdit *field) { return field->property("error").toBool(); });
}

void SettingsGroup::retranslate()
{
    m_head->setTitle(m_title());
    for (const Row &row : std::as_const(m_rows)) {
        row.label->setText(row.text());
        QWidget *field = row.field;
        if (field != nullptr && field->focusProxy() != nullptr)
            field = field->focusProxy();
        // A label is read by its own text.
        if (field != nullptr && qobject_cast<QLabel *>(field) == nullptr)
            field->setAccessibleName(row.text());
    }
}

void SettingsGroup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

void SettingsGroup::themeChanged()
{
    const int edge = scaled(kEdge);
    m_grid->setContentsMargins(edge, scaled(8), edge, edge);
    m_grid->setHorizontalSpacing(edge);
    m_grid->setVerticalSpacing(scaled(8));
    m_grid->setColumnMinimumWidth(0, scaled(kLabelWidth));
    m_grid->setColumnMinimumWidth(1, fieldWidth());
    for (QLineEdit *field : std::as_const(m_fields))
        field->setFixedWidth(fieldWidth());
    for (const Row &row : std::as_const(m_rows)) {
        QWidget *words = row.field != nullptr ? qobject_cast<QLabel *>(row.field) : row.label;
        if (words != nullptr)
            words->setFixedWidth(fieldWidth());
    }
    ThemedWidget::themeChanged();
}

void SettingsGroup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    widgets::paintBox(painter, rect(), tokens().panel, Qt::NoPen);
    for (const QLineEdit *field : std::as_const(m_fields)) {
        const auto *problem = findChild<QLabel *>(field->objectName() + u"Problem"_s);
        if (problem == nullptr || !problem->isVisible())
            continue;
        const QRectF icon(problem->x(), problem->y(), scaled(kIcon), scaled(20));
        widgets::paintIcon(painter, icon, theme(), u"alert-circle"_s, kIcon, tokens().t1);
    }
}

} // namespace watchroom::ui
