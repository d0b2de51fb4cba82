// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/duepage.h"

#include "app/articles/stepdiff.h"
#include "app/base/whendone.h"
#include "app/incidents/directory.h"
#include "app/words/times.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using knowledge::DueReview;
using knowledge::UsedChange;
using style::FontRole;
using widgets::ButtonKind;
using widgets::ButtonSize;
using Loudness = knowledge::Freshness::Loudness;

namespace {

constexpr int kTitleWidth = 320; ///< px at a text factor of 1

} // namespace

DuePage::DuePage(const style::Theme &theme, const Needs &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_dueHead(new widgets::SectionHeader(theme, this))
    , m_usedHead(new widgets::SectionHeader(theme, this))
    , m_figuresHead(new widgets::SectionHeader(theme, this))
{
    setObjectName(u"duePage"_s);
    auto *scroll = new widgets::ScrollColumn(u"dueColumn"_s, this);
    auto *inside = new QWidget;
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16));
    m_column->setSpacing(scaled(8));
    m_due = addPart(m_dueHead);
    m_used = addPart(m_usedHead);
    m_figures = addPart(m_figuresHead);
    scroll->add(inside);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connect(&m_needs.book, &knowledge::ReviewBook::changed, this, &DuePage::fill);
    connect(&m_needs.directory, &incidents::Directory::changed, this, &DuePage::fill);
    fill();
}

QVBoxLayout *DuePage::addPart(widgets::SectionHeader *head)
{
    auto *rows = new QVBoxLayout;
    rows->setSpacing(scaled(6));
    m_column->addWidget(head);
    m_column->addLayout(rows);
    m_column->addSpacing(scaled(16));
    return rows;
}

QString DuePage::dueWords(const DueReview &due) const
{
    const QString owner =
        due.owner.isEmpty() ? tr("nobody answers for it") : m_needs.directory.personName(due.owner);
    const auto days =
        std::chrono::floor<std::chrono::days>(m_needs.clock.now() - due.dueAt).count();
    const QString when = days < 0
        ? tr("due on %1").arg(words::dateTime(due.dueAt, QTimeZone::systemTimeZone()))
        : days == 0 ? tr("due today")
                    : tr("%n day(s) overdue", nullptr, int(days));
    return when + u" · "_s + owner;
}

QString DuePage::usedWords(const UsedChange &used) const
{
    if (used.withdrawn)
        return tr("You followed v%1; it is withdrawn").arg(used.followed);
    const QString between = tr(", ", "between numbers");
    QStringList parts{tr("You followed v%1; it is v%2 now")
                          .arg(QString::number(used.followed), QString::number(used.newest))};
    if (!used.changed.isEmpty())
        parts.append(tr("changed steps %1").arg(articles::numbersText(used.changed, between)));
    if (!used.removed.isEmpty())
        parts.append(tr("gone steps %1").arg(articles::numbersText(used.removed, between)));
    if (parts.size() == 1)
        parts.append(tr("no step changed"));
    return parts.join(u" · "_s);
}

void DuePage::addRow(QVBoxLayout &rows, const QUuid &article, const QString &title,
    const QString &words, bool loud, QWidget *act)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    auto *open = widgets::makeButton(theme(), ButtonKind::Link, act->objectName() + u"Open"_s,
        title, {}, ButtonSize::Small, row);
    open->setAccessibleName(title + u", "_s + words);
    connect(open, &QPushButton::clicked, this, [this, article] { Q_EMIT articleAsked(article); });
    auto *aside = new widgets::TextLabel(theme(), FontRole::Body,
        loud ? style::Weight::Bold : style::Weight::Regular, style::Ink::T2, row);
    aside->setText(words);
    act->setParent(row);
    open->setText(open->fontMetrics().elidedText(title, Qt::ElideRight, scaled(kTitleWidth)));
    open->setToolTip(title);
    auto *column = new QHBoxLayout; // one under another
    column->addWidget(open);
    column->addSpacing(std::max(0, scaled(kTitleWidth + 16) - open->sizeHint().width()));
    layout->addLayout(column);
    layout->addWidget(aside, 1);
    layout->addWidget(act);
    rows.addWidget(row);
}

void DuePage::addWords(QVBoxLayout &rows, const QString &words)
{
    auto *label = new widgets::TextLabel(
        theme(), FontRole::Body, style::Weight::Regular, style::Ink::T3, this);
    label->setText(words);
    rows.addWidget(label);
}

void DuePage::addDue(const DueReview &due, int number)
{
    auto *confirm = widgets::makeButton(theme(), ButtonKind::Secondary, u"confirm%1"_s.arg(number),
        tr("Looked through, still right"), u"check"_s, ButtonSize::Small, this);
    connect(confirm, &QPushButton::clicked, this,
        [this, due] { this->confirm(due.article, due.title); });
    addRow(*m_due, due.article, due.title, dueWords(due), due.loudness == Loudness::Alarm, confirm);
}

void DuePage::addUsed(const UsedChange &used, int number)
{
    auto *compare =
        widgets::makeButton(theme(), ButtonKind::Secondary, u"compareUsed%1"_s.arg(number),
            tr("What changed"), u"git-compare"_s, ButtonSize::Small, this);
    compare->setEnabled(used.newest > used.followed);
    connect(compare, &QPushButton::clicked, this,
        [this, used] { Q_EMIT compareAsked(used.article, used.followed, used.newest); });
    addRow(*m_used, used.article, used.title, usedWords(used), used.withdrawn, compare);
}

void DuePage::addFigures()
{
    const knowledge::ReviewFigures &figures = m_needs.book.state().figures;
    const auto share = [&figures](int part) {
        return tr("%1 of %2").arg(QString::number(part), QString::number(figures.published));
    };
    addWords(
        *m_figures, tr("Renewed or looked through in 90 days: %1").arg(share(figures.renewed)));
    addWords(*m_figures, tr("Not overdue: %1").arg(share(figures.inTime)));
    addWords(*m_figures, tr("Nobody on the team answers for: %1").arg(share(figures.ownerless)));
}

void DuePage::fill()
{
    m_dueHead->setTitle(tr("To be looked through"));
    m_usedHead->setTitle(tr("Changed since you used it"));
    m_figuresHead->setTitle(tr("How well they are kept"));
    for (QVBoxLayout *rows : {m_due, m_used, m_figures})
        widgets::emptyLayout(*rows);
    if (!m_needs.book.isLoaded())
        return;
    const knowledge::ReviewState &state = m_needs.book.state();
    for (qsizetype i = 0; i < state.due.size(); ++i)
        addDue(state.due.at(i), int(i));
    if (state.due.isEmpty())
        addWords(*m_due, tr("Nothing within the next seven days"));
    for (qsizetype i = 0; i < state.used.size(); ++i)
        addUsed(state.used.at(i), int(i));
    if (state.used.isEmpty())
        addWords(*m_used, tr("Everything is as you followed it"));
    addFigures();
}

void DuePage::confirm(const QUuid &article, const QString &title)
{
    if (m_needs.me().isEmpty()) {
        Q_EMIT authorAsked();
        return;
    }
    const widgets::ConfirmDialog::Words words{.heading = tr("“%1” is still right?").arg(title),
        .text =
            tr("Your name and the time are kept with it, and its next review is counted from now."),
        .act = tr("Still right")};
    (new widgets::ConfirmDialog(theme(), *window(), words, [this, article] {
        base::whenDone(m_needs.commands.confirm(article), this,
            [this](const base::Result<store::Saved> &saved) {
                if (!saved)
                    Q_EMIT failed(saved.error());
                else
                    Q_EMIT told(tr("Kept: looked through today"));
            });
    }))->open();
}

void DuePage::themeChanged()
{
    fill();
    ThemedWidget::themeChanged();
}

void DuePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
