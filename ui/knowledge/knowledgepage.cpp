// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/knowledgepage.h"

#include "app/base/whendone.h"
#include "app/incidents/incidentsmodel.h"
#include "ui/knowledge/articledelegate.h"
#include "ui/knowledge/articlelistmodel.h"
#include "ui/knowledge/foldertree.h"
#include "ui/knowledge/runlist.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using base::Result;
using knowledge::Library;
using knowledge::ShelfEntry;

namespace {

constexpr int kFolderWidth = 208; ///< px at a text factor of 1
constexpr int kListWidth = 300;
constexpr qsizetype kMostHits = 100;

/// A column on the ground of panels, with a line at its right.
class Column final : public widgets::ThemedWidget
{
public:
    Column(const style::Theme &theme, const QString &name, int width, QWidget *parent)
        : ThemedWidget(theme, parent)
        , m_width(width)
    {
        setObjectName(name);
        setFixedWidth(scaled(width));
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens().panel);
        painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens().line);
    }
    void themeChanged() override
    {
        setFixedWidth(scaled(m_width));
        ThemedWidget::themeChanged();
    }

private:
    int m_width;
};

} // namespace

KnowledgePage::KnowledgePage(const style::Theme &theme, const Needs &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_library(needs.run.library)
{
    setObjectName(u"knowledgePage"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeFolders());
    layout->addWidget(makeList());
    layout->addWidget(makeArticle(), 1);
    connect(&m_library, &Library::changed, this, &KnowledgePage::libraryChanged);
    connect(&m_library, &Library::foundChanged, this, [this] {
        if (!m_search->text().isEmpty())
            search();
    });
    connect(&m_library, &Library::failed, this, &KnowledgePage::failed);
    retranslate();
    libraryChanged();
}

QWidget *KnowledgePage::makeFolders()
{
    auto *side = new Column(theme(), u"knowledgeFolders"_s, kFolderWidth, this);
    m_title = new widgets::TextLabel(
        theme(), style::FontRole::Title, style::Weight::Bold, style::Ink::T1, side);
    m_new = widgets::makeButton(theme(), widgets::ButtonKind::Flat, u"newArticle"_s, {}, u"plus"_s,
        widgets::ButtonSize::Small, side);
    connect(
        m_new, &QPushButton::clicked, this, [this] { Q_EMIT createAsked(m_folders->folder()); });
    m_folders = new FolderTree(theme(), side);
    m_runs = new RunList(
        theme(), m_needs.run.book,
        [this](const QUuid &id) {
            const incidents::Incident *incident = m_needs.run.incidents.find(id);
            return incident ? incident->reference() : QString();
        },
        side);
    connect(m_runs, &RunList::runAsked, this, &KnowledgePage::showRun);
    connect(&m_needs.run.incidents, &incidents::IncidentsModel::changed, m_runs, &RunList::refresh);
    m_offline = new QLabel(side);
    m_offline->setObjectName(u"offlineArticles"_s);
    m_offline->setWordWrap(true);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(scaled(12), scaled(12), scaled(8), scaled(12));
    layout->setSpacing(scaled(8));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_new);
    layout->addLayout(head);
    layout->addWidget(m_folders, 1);
    layout->addWidget(m_runs);
    layout->addWidget(m_offline);
    connect(m_folders, &FolderTree::folderChosen, this, [this] {
        m_search->clear();
        listFolder();
    });
    return side;
}

QWidget *KnowledgePage::makeList()
{
    auto *side = new Column(theme(), u"knowledgeList"_s, kListWidth, this);
    m_search = new widgets::SearchField(theme(), side);
    m_search->setObjectName(u"articleSearch"_s);
    m_search->setMaxLength(store::kQueryCharacters);
    m_found = new widgets::TextLabel(
        theme(), style::FontRole::Caption, style::Weight::Regular, style::Ink::T3, side);
    m_found->setObjectName(u"articlesFound"_s);
    m_lines = new ArticleListModel(side);
    m_list = new QListView(side);
    m_list->setObjectName(u"articleList"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_lines);
    m_list->setItemDelegate(new ArticleDelegate(theme(), m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setStyleSheet(u"border: none; background: transparent"_s);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(scaled(10), scaled(12), 1, 0);
    layout->setSpacing(scaled(6));
    auto *head = new QVBoxLayout;
    head->setContentsMargins(0, 0, scaled(10), 0);
    head->setSpacing(scaled(6));
    head->addWidget(m_search);
    head->addWidget(m_found);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &KnowledgePage::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_list->setFocus(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) { choose(current); });
    return side;
}

QWidget *KnowledgePage::makeArticle()
{
    m_pane = new ArticlePane(theme(), m_needs, this);
    m_empty = new QWidget(this);
    m_nothing = new widgets::EmptyState(theme(), m_empty);
    m_starter = widgets::makeButton(theme(), widgets::ButtonKind::Primary, u"starterPack"_s, {},
        u"download"_s, widgets::ButtonSize::Normal, m_empty);
    auto *empty = new QVBoxLayout(m_empty);
    empty->addStretch(1);
    empty->addWidget(m_nothing);
    empty->addWidget(m_starter, 0, Qt::AlignHCenter);
    empty->addStretch(2);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_pane);
    m_stack->addWidget(m_empty);
    connect(m_starter, &QPushButton::clicked, this, &KnowledgePage::starterPackAsked);
    connect(m_pane, &ArticlePane::failed, this, &KnowledgePage::failed);
    connect(m_pane, &ArticlePane::articleAsked, this, [this](const QUuid &id) { show(id); });
    return m_stack;
}

void KnowledgePage::libraryChanged()
{
    const QList<ShelfEntry> &entries = m_library.entries();
    m_folders->setEntries(entries);
    if (m_search->text().isEmpty())
        listFolder();
    else
        search();
    m_pane->refresh();
    showWhatIsThere();
}

void KnowledgePage::showWhatIsThere()
{
    const QList<ShelfEntry> &entries = m_library.entries();
    const auto published = std::ranges::count_if(
        entries, [](const ShelfEntry &entry) { return entry.article.version > 0; });
    const auto here = std::ranges::count_if(entries, [](const ShelfEntry &entry) {
        return entry.article.version > 0 && entry.copyVersion == entry.article.version;
    });
    m_offline->setText(published == 0
            ? QString()
            : tr("Here offline: %1 of %2").arg(QString::number(here), QString::number(published)));
    if (!m_library.isLoaded())
        return;
    if (entries.isEmpty())
        m_nothing->setFact(u"file-text"_s, tr("There are no articles yet"),
            tr("Begin with those that ship, or bring in a folder: watchroomctl kb import"));
    else
        m_nothing->setFact(u"file-text"_s, tr("Choose an article"), {});
    m_starter->setVisible(entries.isEmpty());
    m_stack->setCurrentWidget(m_pane->shown().isNull() ? m_empty : m_pane);
}

void KnowledgePage::listFolder()
{
    QList<ArticleLine> lines;
    for (const ShelfEntry &entry : m_library.entries())
        if (FolderTree::holds(m_folders->folder(), entry.article.folder))
            lines.append({.entry = entry});
    ++m_asked; // what is still being looked for is not wanted any more
    m_found->setText(tr("%n article(s)", nullptr, int(lines.size())));
    setLines(lines);
    m_pane->setFound({});
}

void KnowledgePage::search()
{
    const QString query = m_search->text();
    if (store::searchWords(query).isEmpty()) {
        listFolder();
        return;
    }
    const quint64 asked = ++m_asked;
    auto finding = m_library.search(
        {.text = query, .kinds = {knowledge::searched::kArticle}, .limit = kMostHits});
    base::whenDone(finding, this, [this, asked, query](const Result<store::SearchAnswer> &found) {
        if (asked != m_asked)
            return;
        if (!found) {
            Q_EMIT failed(found.error());
            return;
        }
        QList<ArticleLine> lines;
        for (const store::SearchHit &hit : found->hits) {
            const ShelfEntry *entry = m_library.find(QUuid::fromString(hit.ref));
            if (entry)
                lines.append({*entry, hit.snippet, hit.titleRanges, hit.snippetRanges});
        }
        m_found->setText(lines.isEmpty() ? tr("Nothing has all of these words")
                                         : tr("%n hit(s)", nullptr, int(found->counted)));
        setLines(lines);
        m_pane->setFound(query);
    });
}

void KnowledgePage::setLines(const QList<ArticleLine> &lines)
{
    m_lines->setLines(lines);
    const QModelIndex index = m_lines->indexOf(m_pane->shown());
    QItemSelectionModel &selection = *m_list->selectionModel();
    const QSignalBlocker quiet(selection);
    if (index.isValid())
        selection.setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    else
        selection.clear();
    m_list->viewport()->update();
}

void KnowledgePage::choose(const QModelIndex &index)
{
    if (index.isValid())
        show(index.data(ArticleListModel::IdRole).toUuid());
}

void KnowledgePage::show(const QUuid &article, const QUuid &incident)
{
    m_pane->show(article, incident);
    setLines(m_lines->lines());
    showWhatIsThere();
}

void KnowledgePage::showRun(const QUuid &run)
{
    m_pane->showRun(run);
    setLines(m_lines->lines());
    showWhatIsThere();
}

void KnowledgePage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void KnowledgePage::tick()
{
    m_pane->tick();
}

void KnowledgePage::retranslate()
{
    m_title->setText(tr("Knowledge base"));
    m_search->setPrompt(tr("Words of an article"));
    m_list->setAccessibleName(tr("Articles"));
    m_new->setAccessibleName(tr("New article"));
    m_new->setToolTip(tr("New article"));
    m_starter->setText(tr("Bring in the articles that ship"));
    showWhatIsThere();
}

void KnowledgePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        libraryChanged(); // counts and kinds
    }
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
