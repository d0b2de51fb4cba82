// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/runsection.h"

#include "app/words/times.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/textpaint.h"

#include <QEvent>
#include <QTimeZone>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using knowledge::RunState;
using style::FontRole;
using style::Ink;
using style::Weight;

namespace {
constexpr qsizetype kMost = 4; ///< that are shown
constexpr int kTitleWidth = 310; ///< px at a text factor of 1
} // namespace

RunSection::RunSection(const style::Theme &theme, const knowledge::RunBook &book,
    std::function<QString(const QString &)> personName, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_book(book)
    , m_personName(std::move(personName))
    , m_head(new widgets::SectionHeader(theme, this))
    , m_rows(new QVBoxLayout)
{
    setObjectName(u"runSection"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_rows->setSpacing(0);
    layout->addWidget(m_head);
    layout->addLayout(m_rows);
    connect(&m_book, &knowledge::RunBook::changed, this, &RunSection::refresh);
    refresh();
}

void RunSection::setIncident(const QUuid &incident)
{
    if (incident == m_incident)
        return;
    m_incident = incident;
    refresh();
}

void RunSection::refresh()
{
    widgets::emptyLayout(*m_rows);
    const auto runs =
        m_incident.isNull() ? QList<const RunState *>() : m_book.ofIncident(m_incident);
    for (int i = 0; i < std::min(kMost, runs.size()); ++i)
        addRun(*runs.at(i), i);
    m_head->setTitle(tr("Followed here"));
    m_head->setAside(runs.size() > kMost ? tr("%n in all", nullptr, int(runs.size())) : QString());
    m_head->setVisible(!runs.isEmpty());
}

/// "Step 4 of 7 · Li Ze · since 14:19", with what is to be decided before it goes on.
QString RunSection::stateOf(const RunState &run) const
{
    const auto &progress = run.progress;
    const auto when = [](const std::optional<base::Instant> &at) {
        return at ? words::dateTime(*at, QTimeZone::systemTimeZone()) : QString();
    };
    const QString of = QString::number(progress.steps.size());
    QStringList parts;
    if (progress.isRunning()) {
        if (run.withdrawn)
            parts.append(tr("Withdrawn"));
        else if (const auto choice = progress.mustChooseAt())
            parts.append(tr("Choose at step %1").arg(*choice + 1));
        parts.append(progress.current < 0
                ? tr("All %1 steps dealt with").arg(of)
                : tr("Step %1 of %2").arg(QString::number(progress.current + 1), of));
        parts.append(m_personName(run.run.owner));
        if (run.run.startedAt)
            parts.append(tr("since %1").arg(when(run.run.startedAt)));
    } else {
        parts.append(progress.state == "finished"_L1 ? tr("Finished") : tr("Stopped"));
        parts.append(tr("%1 of %2 steps").arg(QString::number(progress.settled()), of));
        parts.append(m_personName(run.run.owner));
        parts.append(when(progress.endedAt));
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

void RunSection::addRun(const RunState &run, int number)
{
    auto *title = widgets::makeButton(theme(), widgets::ButtonKind::Link,
        u"incidentRun%1"_s.arg(number), {}, u"square-check"_s, widgets::ButtonSize::Small, this);
    const QString name = u"%1 v%2"_s.arg(run.title(), QString::number(run.progress.version));
    title->setText(widgets::elidedText(title->font(), name, scaled(kTitleWidth)));
    title->setToolTip(name);
    const QString state = stateOf(run);
    title->setAccessibleName(name + u", "_s + state);
    connect(title, &QPushButton::clicked, this, [this, id = run.run.id] { Q_EMIT runAsked(id); });
    const bool urges = run.progress.isRunning() && (run.withdrawn || run.progress.mustChooseAt());
    auto *line = new widgets::TextLabel(theme(), FontRole::Caption,
        urges ? Weight::Bold : Weight::Regular, urges ? Ink::T1 : Ink::T2, this);
    line->setObjectName(u"incidentRunState%1"_s.arg(number));
    line->setText(state);
    m_rows->addWidget(title, 0, Qt::AlignLeft);
    m_rows->addWidget(line);
}

void RunSection::themeChanged()
{
    refresh();
    ThemedWidget::themeChanged();
}

void RunSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
