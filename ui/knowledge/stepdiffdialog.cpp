// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/stepdiffdialog.h"

#include "ui/knowledge/changedtext.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using articles::StepChange;
using style::FontRole;

namespace {

constexpr int kWidth = 680; ///< px at a text factor of 1
constexpr int kHeight = 420;

QString textOf(const articles::Steps &steps, int number)
{
    return number > 0 ? steps.value(number - 1).text : QString();
}

QString kindWords(const StepChange &change)
{
    switch (change.kind) {
    case StepChange::Kind::Added:
        return StepDiffDialog::tr("Step %1 is new").arg(change.now);
    case StepChange::Kind::Removed:
        return StepDiffDialog::tr("Step %1 is no more").arg(change.before);
    case StepChange::Kind::Moved:
        return StepDiffDialog::tr("Step %1 was step %2")
            .arg(QString::number(change.now), QString::number(change.before));
    default:
        return change.before == change.now
            ? StepDiffDialog::tr("Step %1 has changed").arg(change.now)
            : StepDiffDialog::tr("Step %1, before step %2, has changed")
                  .arg(QString::number(change.now), QString::number(change.before));
    }
}

} // namespace

StepDiffDialog::StepDiffDialog(const style::Theme &theme, QWidget &window, const QString &title,
    const Side &before, const Side &now)
    : VeilDialog(theme, window)
{
    setObjectName(u"stepDiff"_s);
    const QString heading =
        tr("“%1”: v%2 and v%3")
            .arg(title, QString::number(before.version), QString::number(now.version));
    setHeading(heading);
    auto *layout = new QVBoxLayout(&box());
    layout->setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16));
    layout->setSpacing(scaled(10));
    auto *head =
        new widgets::TextLabel(theme, FontRole::Title, style::Weight::Bold, style::Ink::T1, &box());
    head->setText(heading);
    auto *aside = new widgets::TextLabel(
        theme, FontRole::Caption, style::Weight::Regular, style::Ink::T2, &box());
    aside->setText(now.aside);
    auto *scroll = new QScrollArea(&box());
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setStyleSheet(
        u"QScrollArea, QScrollArea > QWidget > QWidget { background: transparent }"_s);
    QWidget *rows = makeRows(before, now);
    rows->setFixedWidth(scaled(kWidth));
    scroll->setWidget(rows);
    scroll->setFixedSize(
        scaled(kWidth), std::min(scaled(kHeight), rows->heightForWidth(scaled(kWidth))));
    auto *close = widgets::makeButton(theme, widgets::ButtonKind::Primary, u"close"_s, tr("Close"),
        {}, widgets::ButtonSize::Normal, &box());
    connect(close, &QPushButton::clicked, this, &VeilDialog::accept);
    layout->addWidget(head);
    layout->addWidget(aside);
    layout->addWidget(scroll);
    layout->addWidget(close, 0, Qt::AlignRight);
    close->setFocus();
}

QWidget *StepDiffDialog::makeRows(const Side &before, const Side &now)
{
    auto *rows = new QWidget;
    auto *layout = new QVBoxLayout(rows);
    layout->setContentsMargins(0, 0, scaled(8), 0);
    layout->setSpacing(scaled(12));
    for (const StepChange &change : articles::stepDiff(before.steps, now.steps)) {
        if (change.kind != StepChange::Kind::Same)
            layout->addWidget(makeRow(change, before, now));
    }
    if (layout->isEmpty())
        layout->addWidget(new QLabel(tr("No step has changed; the text around them has."), rows));
    layout->addStretch(1);
    return rows;
}

QWidget *StepDiffDialog::makeRow(const StepChange &change, const Side &before, const Side &now)
{
    auto *row = new QWidget;
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(4));
    auto *kind =
        new widgets::TextLabel(theme(), FontRole::Body, style::Weight::Bold, style::Ink::T1, row);
    kind->setText(
        change.critical ? kindWords(change) + u" · "_s + tr("safety-critical") : kindWords(change));
    layout->addWidget(kind);
    const ChangedTexts marked =
        changedTexts(textOf(before.steps, change.before), textOf(now.steps, change.now));
    const bool sameLine = marked.before == marked.now;
    const auto add = [&](const QString &sign, int version, const QString &text) {
        auto *line =
            new QLabel(u"%1 v%2&nbsp;&nbsp;%3"_s.arg(sign, QString::number(version), text), row);
        line->setTextFormat(Qt::RichText);
        line->setWordWrap(true);
        layout->addWidget(line);
    };
    if (change.before > 0 && !sameLine)
        add(u"−"_s, before.version, marked.before);
    if (change.now > 0)
        add(sameLine ? u"="_s : u"+"_s, now.version, marked.now);
    if (sameLine && change.kind == StepChange::Kind::Changed)
        layout->addWidget(
            new QLabel(tr("Its line is as it was; what stands below it has changed."), row));
    row->setAccessibleName(kind->text());
    return row;
}

} // namespace watchroom::ui
