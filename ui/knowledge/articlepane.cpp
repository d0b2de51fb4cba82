// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/articlepane.h"

#include "app/base/whendone.h"
#include "app/incidents/directory.h"
#include "app/incidents/incidentsmodel.h"
#include "app/words/errors.h"
#include "ui/knowledge/articleinfo.h"
#include "ui/knowledge/articletext.h"
#include "ui/knowledge/freshnessbar.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/errorstate.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using base::Result;
using knowledge::ArticleVersion;
using knowledge::Library;
using knowledge::RunState;
using knowledge::ShelfEntry;
using widgets::ButtonKind;

namespace {
constexpr int kInfoWidth = 248; ///< px at a text factor of 1
}

ArticlePane::ArticlePane(const style::Theme &theme, const Needs &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
{
    setObjectName(u"articlePane"_s);
    m_info = new ArticleInfo(theme, needs.run.directory);
    auto *facts = new QScrollArea;
    facts->setObjectName(u"articleFacts"_s);
    facts->setFrameShape(QFrame::NoFrame);
    facts->setFocusPolicy(Qt::NoFocus);
    facts->setWidgetResizable(true);
    facts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    facts->setFixedWidth(scaled(kInfoWidth));
    facts->setWidget(m_info);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeText(), 1);
    layout->addWidget(facts);
    wire();
    retranslate();
}

QLayout *ArticlePane::makeHeading(QWidget *parent)
{
    m_heading = new widgets::TextLabel(
        theme(), style::FontRole::Figure, style::Weight::Bold, style::Ink::T1, parent);
    m_heading->setObjectName(u"articleTitle"_s);
    m_favourite = widgets::makeButton(theme(), ButtonKind::Flat, u"favourite"_s, {}, u"star"_s,
        widgets::ButtonSize::Normal, parent);
    m_favourite->setCheckable(true);
    m_follow = widgets::makeButton(theme(), ButtonKind::Primary, u"follow"_s, {}, u"square-check"_s,
        widgets::ButtonSize::Normal, parent);
    m_toRun = widgets::makeButton(
        theme(), ButtonKind::Primary, u"toRun"_s, {}, {}, widgets::ButtonSize::Normal, parent);
    m_review = widgets::makeButton(
        theme(), ButtonKind::Secondary, u"review"_s, {}, {}, widgets::ButtonSize::Normal, parent);
    m_edit = widgets::makeButton(theme(), ButtonKind::Secondary, u"edit"_s, {}, u"pencil"_s,
        widgets::ButtonSize::Normal, parent);
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    row->addWidget(m_heading, 1);
    row->addWidget(m_favourite);
    for (QPushButton *button : {m_toRun, m_follow, m_review, m_edit})
        row->addWidget(button);
    return row;
}

QWidget *ArticlePane::makeText()
{
    auto *middle = new QWidget(this);
    m_freshness = new FreshnessBar(theme(), middle);
    m_place = new widgets::TextLabel(
        theme(), style::FontRole::Caption, style::Weight::Regular, style::Ink::T3, middle);
    m_place->setObjectName(u"articlePlace"_s);
    m_text = new ArticleText(theme(), middle);
    m_run = new RunView(theme(), m_needs.run, middle);
    m_error = new widgets::ErrorState(theme(), middle);
    m_stack = new QStackedWidget(middle);
    for (QWidget *widget : {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_run),
             static_cast<QWidget *>(m_error)})
        m_stack->addWidget(widget);
    auto *text = new QVBoxLayout;
    text->setContentsMargins(scaled(24), scaled(12), scaled(16), scaled(8));
    text->setSpacing(scaled(4));
    text->addWidget(m_place);
    text->addLayout(makeHeading(middle));
    text->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_freshness);
    layout->addLayout(text, 1);
    return middle;
}

void ArticlePane::wire()
{
    connect(m_stack, &QStackedWidget::currentChanged, this, &ArticlePane::shownChanged);
    connect(m_error, &widgets::ErrorState::retryRequested, this, [this] { open(m_version); });
    connect(m_info, &ArticleInfo::versionAsked, this, [this](int version) {
        m_wantsText = true;
        open(version);
    });
    connect(m_favourite, &QPushButton::clicked, this, &ArticlePane::keepAtHand);
    connect(m_info, &ArticleInfo::incidentAsked, this, &ArticlePane::incidentAsked);
    connect(m_info, &ArticleInfo::targetAsked, this, &ArticlePane::targetAsked);
    connect(&m_needs.run.incidents, &incidents::IncidentsModel::changed, this, [this] {
        if (isVisible()) // else when it is shown
            readUse();
    });
    connect(m_follow, &QPushButton::clicked, this, &ArticlePane::follow);
    connect(m_toRun, &QPushButton::clicked, this, [this] {
        m_wantsText = false;
        runsChanged();
    });
    connect(m_info, &ArticleInfo::compareAsked, this, &ArticlePane::compare);
    connect(m_review, &QPushButton::clicked, this, [this] { Q_EMIT reviewAsked(m_article); });
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editAsked(m_article); });
    connect(m_text, &ArticleText::articleAsked, this, &ArticlePane::askArticle);
    connect(m_text, &ArticleText::urlAsked, this,
        [this](const QUrl &url) { Q_EMIT urlAsked(url.toString()); });
    connect(m_text, &ArticleText::copied, this, [this] { Q_EMIT told(tr("Copied")); });
    connect(m_run, &RunView::failed, this, &ArticlePane::failed);
    connect(m_run, &RunView::authorAsked, this, &ArticlePane::authorAsked);
    connect(m_run, &RunView::told, this, &ArticlePane::told);
    connect(m_run, &RunView::incidentAsked, this, &ArticlePane::incidentAsked);
    connect(m_run, &RunView::articleAsked, this, &ArticlePane::askArticle);
    connect(m_run, &RunView::urlAsked, this,
        [this](const QUrl &url) { Q_EMIT urlAsked(url.toString()); });
    connect(&m_needs.run.book, &knowledge::RunBook::changed, this, &ArticlePane::runsChanged);
    connect(&m_needs.run.directory, &incidents::Directory::changed, this, &ArticlePane::showHead);
}

const RunState *ArticlePane::chosenRun() const
{
    const auto runs = m_needs.run.book.ofArticle(m_article);
    const QString me = m_needs.run.me();
    const auto of = [&runs](auto fits) {
        const auto found = std::ranges::find_if(runs, fits);
        return found == runs.cend() ? nullptr : *found;
    };
    if (const RunState *shown = of([this](auto *run) { return run->run.id == m_run->shown(); }))
        return shown;
    if (const RunState *here = of(
            [this](auto *run) { return !m_incident.isNull() && run->run.incident == m_incident; }))
        return here;
    if (const RunState *mine = of([&me](auto *run) { return run->run.owner == me; }))
        return mine;
    return runs.isEmpty() ? nullptr : runs.first();
}

void ArticlePane::show(const QUuid &article, const QUuid &incident)
{
    const ShelfEntry *entry = m_needs.run.library.find(article);
    if (!entry)
        return;
    if (article != m_article || incident != m_incident)
        m_run->show({});
    m_article = article;
    m_incident = incident;
    m_wantsText = false;
    m_versions.clear();
    open(entry->copyVersion > 0 ? entry->copyVersion : entry->article.version);
    runsChanged();
}

void ArticlePane::showRun(const QUuid &run)
{
    const RunState *state = m_needs.run.book.find(run);
    if (!state)
        return;
    show(state->run.article, state->run.incident);
    m_run->show(run);
    runsChanged();
}

RunView *ArticlePane::run() const
{
    return m_stack->currentWidget() == m_run ? m_run : nullptr;
}

/// A run under way is what whoever opens the article is looking for; one that ended while it was
/// shown stays until something else is opened.
void ArticlePane::runsChanged()
{
    if (m_article.isNull())
        return;
    readUse();
    const RunState *run = chosenRun();
    if (run)
        m_run->show(run->run.id);
    const bool any = m_needs.run.book.find(m_run->shown()) != nullptr;
    if (any && !m_wantsText && m_stack->currentWidget() != m_run) {
        const bool had = isAncestorOf(QApplication::focusWidget());
        m_stack->setCurrentWidget(m_run);
        if (had)
            m_run->focusCurrentStep();
    }
    if ((!any || m_wantsText) && m_stack->currentWidget() == m_run)
        m_stack->setCurrentWidget(m_text);
    showButtons();
}

void ArticlePane::open(int version)
{
    m_version = version;
    const quint64 opened = ++m_opened;
    showHead();
    if (version == 0) {
        m_text->setArticle({}, m_needs.run.library.files());
        m_stack->setCurrentWidget(m_text);
        return;
    }
    if (m_wantsText)
        m_stack->setCurrentWidget(m_text);
    base::whenDone(m_needs.run.library.open(m_article, version), this,
        [this, opened](const Result<Library::Opened> &article) {
            if (opened != m_opened)
                return;
            const bool reading = m_stack->currentWidget() != m_run;
            if (!article) {
                m_error->setError(
                    tr("The article cannot be shown"), words::errorSentence(article.error()));
                if (reading)
                    m_stack->setCurrentWidget(m_error);
                return;
            }
            m_text->setArticle(*article, m_needs.run.library.files());
            m_text->setFound(m_query);
            if (reading)
                m_stack->setCurrentWidget(m_text);
            showButtons();
        });
}

void ArticlePane::refresh()
{
    const ShelfEntry *entry = m_needs.run.library.find(m_article);
    if (entry && entry->copyVersion > m_version && m_version > 0)
        open(entry->copyVersion); // a newer text came
    else
        showHead();
}

void ArticlePane::showHead()
{
    const ShelfEntry *entry = m_needs.run.library.find(m_article);
    if (!entry)
        return;
    m_heading->setText(entry->article.title);
    m_place->setText(QString(entry->article.folder).replace(u'/', u" / "_s));
    showFreshness();
    showButtons();
    readVersions();
    readUse();
}

void ArticlePane::showFreshness()
{
    const ShelfEntry *entry = m_needs.run.library.find(m_article);
    if (!entry)
        return;
    const base::Instant now = m_needs.run.clock.now();
    const int copy = std::min(entry->copyVersion, entry->article.version);
    const auto stepsOf = [this](int version) {
        const auto found = std::ranges::find(m_versions, version, &ArticleVersion::version);
        return found == m_versions.cend() ? articles::Steps() : found->text.steps;
    };
    const auto changed = copy < entry->article.version ? articles::changedNumbers(
                             articles::stepDiff(stepsOf(copy), stepsOf(entry->article.version)))
                                                       : QList<int>();
    m_freshness->setFreshness(knowledge::freshnessOf(entry->article, copy, m_needs.check(), now),
        articles::numbersText(changed, tr(", ", "between numbers")), entry->article.withdrawnReason,
        now);
}

void ArticlePane::showButtons()
{
    const ShelfEntry *entry = m_needs.run.library.find(m_article);
    const RunState *run = chosenRun();
    const bool steps = !m_versions.isEmpty() && !m_versions.first().text.steps.isEmpty();
    const bool followed = run && m_stack->currentWidget() == m_run;
    m_follow->setVisible(
        entry && steps && entry->copyVersion > 0 && !entry->article.withdrawn && !run);
    m_toRun->setVisible(run && !followed);
    if (run)
        m_toRun->setText(tr("To the run (%1/%2)")
                             .arg(QString::number(run->progress.settled()),
                                 QString::number(run->progress.steps.size())));
    m_review->setVisible(entry && entry->article.proposal && !entry->article.proposal->returned);
    m_edit->setVisible(entry != nullptr);
}

void ArticlePane::setFound(const QString &query)
{
    m_query = query;
    m_text->setFound(query);
}

void ArticlePane::tick()
{
    showFreshness();
    if (run())
        m_run->tick();
}

void ArticlePane::retranslate()
{
    m_follow->setText(tr("Follow"));
    setFavourite(m_favourite->isChecked());
    m_review->setText(tr("In review…"));
    m_edit->setText(tr("Edit"));
    showHead();
}

void ArticlePane::showEvent(QShowEvent *event)
{
    readUse();
    ThemedWidget::showEvent(event);
}

void ArticlePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
