// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/comparedialog.h"

#include "ui/style/theme.h"
#include "ui/sync/cardwords.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <array>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 760;
constexpr int kValueWidth = 150;

/// Columns whose value is free text, which a person may write anew; the others are code words.
bool isFreeText(const QString &column)
{
    static constexpr std::array kFree{
        "title"_L1, "cause"_L1, "verified"_L1, "waiting_for"_L1, "name"_L1, "phone"_L1};
    return std::ranges::any_of(kFree, [&column](QLatin1StringView free) { return free == column; });
}

} // namespace

CompareDialog::CompareDialog(const style::Theme &theme, QWidget &window,
    const undelivered::Card &card, const words::Names &names, Decide decide)
    : ActionDialog(theme, window, card.subject.isEmpty() ? deedOf(card.first()) : card.subject,
        {.name = u"save"_s, .text = tr("Decide so")}, kWidth)
    , m_decide(std::move(decide))
{
    setObjectName(u"compareDialog"_s);
    addText(sentenceOf(card, names));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.scaled(12));
    grid->setVerticalSpacing(theme.scaled(8));
    addHead(*grid);
    for (const undelivered::Dispute &dispute : card.disputes)
        addField(*grid, dispute, names);
    grid->setColumnStretch(4, 1);
    content().addLayout(grid);
    connect(this, &ActionDialog::acted, this, &CompareDialog::submit);
}

void CompareDialog::addHead(QGridLayout &grid)
{
    const std::array words{tr("Field"), tr("Before"), tr("Theirs"), tr("Mine"), tr("It shall be")};
    for (std::size_t column = 0; column < words.size(); ++column) {
        auto *head = new QLabel(words.at(column), &box());
        head->setFont(theme().font(style::FontRole::Caption));
        grid.addWidget(head, 0, int(column));
    }
}

void CompareDialog::addField(
    QGridLayout &grid, const undelivered::Dispute &dispute, const words::Names &names)
{
    const int row = grid.rowCount();
    const QString name = columnWord(dispute.column);
    const std::array texts{name, valueWord(dispute.column, dispute.before, names),
        valueWord(dispute.column, dispute.theirs, names),
        valueWord(dispute.column, dispute.mine, names)};
    for (std::size_t column = 0; column < texts.size(); ++column) {
        auto *label = new QLabel(texts.at(column), &box());
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        if (column > 0)
            label->setFixedWidth(theme().scaled(kValueWidth));
        if (column == 0 || column == 3)
            label->setFont(theme().font(style::FontRole::Body, style::Weight::Bold));
        grid.addWidget(label, row, int(column), Qt::AlignTop);
    }
    Field field{.dispute = dispute};
    field.choice = new widgets::SegmentedControl(theme(), &box());
    field.choice->setObjectName(u"choice_"_s + dispute.column);
    field.choice->setAccessibleName(tr("%1: it shall be").arg(name));
    QStringList items{tr("Theirs"), tr("Mine")};
    auto *cell = new QVBoxLayout;
    cell->setSpacing(4);
    cell->addWidget(field.choice, 0, Qt::AlignLeft);
    if (isFreeText(dispute.column)) {
        items.append(tr("Other"));
        field.other = new QLineEdit(dispute.mine.toString(), &box());
        field.other->setObjectName(u"other_"_s + dispute.column);
        field.other->setAccessibleName(tr("%1, other words").arg(name));
        field.other->setVisible(false);
        cell->addWidget(field.other);
        connect(field.choice, &widgets::SegmentedControl::currentChanged, field.other,
            [this, other = field.other](int index) {
                other->setVisible(index == Other);
                if (index == Other)
                    other->setFocus();
                box().adjustSize();
            });
    }
    field.choice->setItems(items);
    field.choice->setCurrent(Mine);
    grid.addLayout(cell, row, 4);
    m_fields.append(field);
}

void CompareDialog::submit()
{
    domain::Row chosen;
    bool allTheirs = true;
    for (const Field &field : std::as_const(m_fields)) {
        const int choice = field.choice->current();
        allTheirs = allTheirs && choice == Theirs;
        chosen.insert(field.dispute.column,
            choice == Theirs      ? field.dispute.theirs
                : choice == Other ? QJsonValue(field.other->text())
                                  : field.dispute.mine);
    }
    m_decide(allTheirs ? domain::Row() : chosen);
    accept();
}

} // namespace watchroom::ui
