// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/runview.h"

#include "app/base/whendone.h"
#include "app/incidents/directory.h"
#include "app/incidents/incidentsmodel.h"
#include "app/words/times.h"
#include "ui/knowledge/articletext.h"
#include "ui/knowledge/runhead.h"
#include "ui/knowledge/runnotice.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimeZone>
#include <QTimer>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using base::Result;
using knowledge::ArticleVersion;
using knowledge::Library;
using knowledge::RunState;
using knowledge::StepProgress;
using Change = StepProgress::Change;

RunView::RunView(const style::Theme &theme, const Needs &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
{
    setObjectName(u"runView"_s);
    auto *inside = new QWidget;
    m_before = new ArticleText(theme, inside);
    m_before->setObjectName(u"textBeforeSteps"_s);
    m_before->setFitted();
    m_head = new RunHead(theme, inside);
    m_notice = new RunNotice(theme, inside);
    m_stepRows = new QVBoxLayout;
    m_stepRows->setSpacing(0);
    m_after = new ArticleText(theme, inside);
    m_after->setObjectName(u"textAfterSteps"_s);
    m_after->setFitted();
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(scaled(4), 0, scaled(12), scaled(12));
    column->setSpacing(scaled(4));
    column->addWidget(m_before);
    column->addWidget(m_head);
    column->addWidget(m_notice);
    column->addLayout(m_stepRows);
    column->addSpacing(scaled(8));
    column->addWidget(m_after);
    column->addStretch(1);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setStyleSheet(
        u"QScrollArea, QScrollArea > QWidget > QWidget { background: transparent }"_s);
    m_scroll->setWidget(inside);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    wire();
}

void RunView::wire()
{
    for (ArticleText *text : {m_before, m_after}) {
        connect(text, &ArticleText::articleAsked, this, &RunView::articleAsked);
        connect(text, &ArticleText::urlAsked, this, &RunView::urlAsked);
        connect(text, &ArticleText::copied, this, [this] { Q_EMIT told(tr("Copied")); });
    }
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, &RunView::keepInSight);
    connect(bar, &QScrollBar::actionTriggered, this, [this] { m_inSight.clear(); });
    connect(m_head, &RunHead::incidentAsked, this, [this] {
        if (const RunState *run = state())
            Q_EMIT incidentAsked(run->run.incident);
    });
    connect(m_head, &RunHead::finishAsked, this, [this] {
        const RunState *run = state();
        if (run && hasAuthor())
            follow(m_needs.commands.finish(run->run, run->progress.version));
    });
    connect(m_head, &RunHead::takeOverAsked, this, [this] {
        if (state() && hasAuthor())
            follow(m_needs.commands.takeOver(m_run));
    });
    connect(m_head, &RunHead::stopAsked, this, &RunView::stop);
    connect(m_head, &RunHead::noteAsked, this, [this] { note(tr("Note on the whole"), {}); });
    connect(m_notice, &RunNotice::diffAsked, this, &RunView::showDiff);
    connect(m_notice, &RunNotice::stopAsked, this, &RunView::stop);
    connect(m_notice, &RunNotice::goOnAsked, this, &RunView::goOn);
    connect(m_notice, &RunNotice::switchAsked, this, [this] {
        const RunState *run = state();
        if (run && hasAuthor())
            follow(m_needs.commands.switchTo(run->run, run->progress.newest));
    });
    connect(&m_needs.library, &Library::changed, this, [this] {
        if (!m_texts.begun || (m_newer > 0 && !m_texts.newer))
            m_begun = 0; // it may have come
        refresh();
    });
    connect(&m_needs.book, &knowledge::RunBook::changed, this, &RunView::refresh);
    connect(&m_needs.incidents, &incidents::IncidentsModel::changed, this, &RunView::refresh);
    connect(&m_needs.directory, &incidents::Directory::changed, this, &RunView::refresh);
}

void RunView::show(const QUuid &run)
{
    if (run != m_run) {
        m_run = run;
        m_opened.clear();
        m_texts = {};
        m_begun = 0;
        m_newer = 0;
        m_wanted = -1;
    }
    refresh();
}

void RunView::refresh()
{
    const RunState *run = state();
    if (!run)
        return;
    readTexts(*run);
    showHead(*run);
    showNotice(*run);
    showSteps(*run);
}

/// The texts of the version it goes by and of the newest, each asked for once.
void RunView::readTexts(const RunState &state)
{
    const int begun = state.progress.version;
    const int newer = state.progress.isNewer() ? state.progress.newest : 0;
    if (begun == m_begun && newer == m_newer)
        return;
    m_texts = {};
    m_begun = begun;
    m_newer = newer;
    const quint64 asked = ++m_asked;
    using Kind = ArticlePart::Kind;
    readText(state.run.article, begun, asked, [this](const Library::Opened &text) {
        m_texts.begun = text;
        m_before->setArticle(text, m_needs.library.files(), {Kind::BeforeSteps, 0});
        m_after->setArticle(text, m_needs.library.files(), {Kind::AfterSteps, 0});
    });
    if (newer > 0)
        readText(state.run.article, newer, asked,
            [this](const Library::Opened &text) { m_texts.newer = text; });
}

/// Where it has not come, the steps of its row are shown without it.
void RunView::readText(const QUuid &article, int version, quint64 asked,
    const std::function<void(const Library::Opened &)> &take)
{
    base::whenDone(m_needs.library.open(article, version), this,
        [this, asked, take](const Result<Library::Opened> &opened) {
            if (asked != m_asked || !opened)
                return;
            take(*opened);
            refresh();
        });
}

void RunView::showHead(const RunState &state)
{
    const auto &progress = state.progress;
    const incidents::Incident *incident = m_needs.incidents.find(state.run.incident);
    const bool decided = std::ranges::none_of(
        progress.steps, [](const StepProgress &step) { return step.change == Change::Finished; });
    m_head->setContent(
        {.incident = incident ? incident->reference() + u' ' + incident->title : QString(),
            .level = incident ? incident->level : QString(),
            .mode = state.run.mode,
            .owner = m_needs.directory.personName(state.run.owner),
            .state = progress.state,
            .version = progress.version,
            .settled = progress.settled(),
            .steps = progress.steps.size(),
            .mine = state.run.owner == m_needs.me(),
            .withdrawn = state.withdrawn,
            .mayFinish = progress.current < 0 && decided});
}

QString RunView::versionWords(const RunState &state, int version) const
{
    const ArticleVersion *known = state.version(version);
    if (!known || !known->publishedAt)
        return {};
    return words::dateTime(*known->publishedAt, QTimeZone::systemTimeZone()) + u" · "_s
        + m_needs.directory.personName(known->author);
}

void RunView::showNotice(const RunState &state)
{
    const auto &progress = state.progress;
    RunNotice::Content content;
    content.withdrawn = state.withdrawn && progress.isRunning();
    if (content.withdrawn) {
        content.goneOn = m_goneOn.contains(m_run);
        content.reason = state.withdrawnReason;
    } else if (progress.isRunning() && progress.isNewer()) {
        const ArticleVersion *newest = state.version(progress.newest);
        const QString between = tr(", ", "between numbers");
        content.newest = progress.newest;
        content.reason = newest ? newest->text.reason : QString();
        content.by = versionWords(state, progress.newest);
        const QList<int> changed = articles::changedNumbers(progress.diff);
        const QList<int> removed = articles::removedNumbers(progress.diff);
        content.steps = articles::numbersText(changed, between);
        content.stepCount = int(changed.size());
        content.removed = articles::numbersText(removed, between);
        content.removedCount = int(removed.size());
        content.from = progress.mustChooseAt() ? 0 : int(progress.current) + 1;
    }
    m_notice->setContent(content);
}

bool RunView::isLocked(const RunState &state) const
{
    return state.progress.isRunning()
        && (state.progress.mustChooseAt() || (state.withdrawn && !m_goneOn.contains(m_run)));
}

QString RunView::notesOf(const QList<knowledge::RunEvent> &notes) const
{
    QStringList lines;
    for (const knowledge::RunEvent &note : notes) {
        QStringList parts{note.text};
        for (const domain::Attachment &file : note.attachments)
            parts.append(file.name);
        parts.removeAll(QString());
        lines.append(words::hourMinute(note.happenedAt, QTimeZone::systemTimeZone()) + u' '
            + m_needs.directory.personName(note.author) + u": "_s + parts.join(u" · "_s));
    }
    return lines.join(u'\n');
}

StepChoice::Content RunView::choiceOf(const RunState &state, const StepProgress &step) const
{
    const auto side = [&](int version, const QString &aside) {
        const auto [number, text] = state.stepIn(version, step.step.id);
        return StepChoice::Side{version, number, text, aside};
    };
    const ArticleVersion *newest = state.version(state.progress.newest);
    QString why = versionWords(state, state.progress.newest);
    if (newest && !newest->text.reason.isEmpty())
        why += u" · "_s + newest->text.reason;
    return {side(state.progress.version, tr("The version you go by")),
        side(state.progress.newest, why)};
}

StepRow::Content RunView::contentOf(const RunState &state, qsizetype index) const
{
    const auto &progress = state.progress;
    const StepProgress &step = progress.steps.at(index);
    const bool current = index == progress.current;
    const bool locked = isLocked(state);
    StepRow::Content content{.progress = step,
        .number = int(index) + 1,
        .current = current,
        .open = current || step.step.id == m_opened,
        .mayTick = !locked && step.isOpen() && (current || state.run.mode == "do_confirm"_L1),
        .locked = locked,
        .running = progress.isRunning(),
        .by = m_needs.directory.personName(step.by),
        .notes = notesOf(step.notes),
        .newest = progress.newest,
        .newestText = step.change == Change::Finished
            ? state.stepIn(progress.newest, step.step.id).second
            : QString(),
        .choice = {}};
    if (progress.mustChooseAt() == index && !state.withdrawn)
        content.choice = choiceOf(state, step);
    return content;
}

StepRow *RunView::addRow()
{
    auto *row = new StepRow(theme(), m_needs.library.files(), m_scroll->widget());
    const qsizetype index = m_rows.size();
    connect(row, &StepRow::asked, this, [this, index](StepRow::Act what) { act(index, what); });
    connect(row, &StepRow::copied, this, [this] { Q_EMIT told(tr("Copied")); });
    connect(row, &StepRow::articleAsked, this, &RunView::articleAsked);
    connect(row, &StepRow::urlAsked, this, &RunView::urlAsked);
    m_stepRows->addWidget(row);
    m_rows.append(row);
    return row;
}

void RunView::showSteps(const RunState &state)
{
    const qsizetype count = state.progress.steps.size();
    while (m_rows.size() > count) {
        m_rows.last()->hide();
        m_rows.takeLast()->deleteLater();
    }
    for (qsizetype i = 0; i < count; ++i) {
        StepRow *row = i < m_rows.size() ? m_rows.at(i) : addRow();
        row->setContent(contentOf(state, i), m_texts);
    }
    tick();
    bringIntoSight(state);
}

/// The step that wants something, whenever it is another one; not before its text is here.
void RunView::bringIntoSight(const RunState &state)
{
    const qsizetype wanted = state.progress.mustChooseAt().value_or(state.progress.current);
    const bool complete = m_texts.begun && (m_newer == 0 || m_texts.newer);
    if (!complete || std::exchange(m_wanted, wanted) == wanted || wanted < 0)
        return;
    m_inSight = m_rows.at(wanted);
    keepInSight();
}

/// Until somebody scrolls: its texts grow to their height after it is there.
void RunView::keepInSight()
{
    QTimer::singleShot(0, this, [this] {
        if (!m_inSight)
            return;
        m_scroll->widget()->layout()->activate();
        m_scroll->ensureWidgetVisible(m_inSight, 0, scaled(24));
    });
}

void RunView::tick()
{
    const RunState *run = state();
    if (!run || !run->progress.isRunning() || run->progress.current < 0 || !run->progress.since
        || run->progress.current >= m_rows.size())
        return;
    const auto used = std::max(base::Seconds(0),
        std::chrono::floor<base::Seconds>(m_needs.clock.now() - *run->progress.since));
    const base::Seconds expected(run->progress.steps.at(run->progress.current).step.expectSeconds);
    const QString text = tr("used %1").arg(words::clock(used));
    m_rows.at(run->progress.current)
        ->setTime(expected.count() > 0 ? text + u" / "_s + words::clock(expected) : text,
            expected.count() > 0 && used > expected);
}

void RunView::focusCurrentStep()
{
    const RunState *run = state();
    if (run && run->progress.current >= 0 && run->progress.current < m_rows.size())
        m_rows.at(run->progress.current)->focusTick();
}

void RunView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
