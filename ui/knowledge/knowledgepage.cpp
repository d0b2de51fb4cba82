// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/knowledgepage.h"

#include "app/articles/stepdiff.h"
#include "app/base/whendone.h"
#include "app/incidents/directory.h"
#include "app/words/errors.h"
#include "app/words/phrases.h"
#include "ui/knowledge/articledelegate.h"
#include "ui/knowledge/articleinfo.h"
#include "ui/knowledge/articlelistmodel.h"
#include "ui/knowledge/articletext.h"
#include "ui/knowledge/foldertree.h"
#include "ui/knowledge/freshnessbar.h"
#include "ui/style/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QScrollArea>
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
constexpr int kInfoWidth = 248;
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
{
    setObjectName(u"knowledgePage"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeFolders());
    layout->addWidget(makeList());
    layout->addWidget(makeArticle(), 1);
    connect(&m_needs.library, &Library::changed, this, &KnowledgePage::libraryChanged);
    connect(&m_needs.library, &Library::foundChanged, this, [this] {
        if (!m_search->text().isEmpty())
            search();
    });
    connect(&m_needs.library, &Library::failed, this, &KnowledgePage::failed);
    connect(&m_needs.directory, &incidents::Directory::changed, this, &KnowledgePage::showHead);
    retranslate();
    libraryChanged();
}

QWidget *KnowledgePage::makeFolders()
{
    auto *side = new Column(theme(), u"knowledgeFolders"_s, kFolderWidth, this);
    m_title = new widgets::TextLabel(
        theme(), style::FontRole::Title, style::Weight::Bold, style::Ink::T1, side);
    m_folders = new FolderTree(theme(), side);
    m_offline = new QLabel(side);
    m_offline->setObjectName(u"offlineArticles"_s);
    m_offline->setWordWrap(true);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(scaled(12), scaled(12), scaled(8), scaled(12));
    layout->setSpacing(scaled(8));
    layout->addWidget(m_title);
    layout->addWidget(m_folders, 1);
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
    auto *middle = new QWidget(this);
    m_freshness = new FreshnessBar(theme(), middle);
    m_place = new widgets::TextLabel(
        theme(), style::FontRole::Caption, style::Weight::Regular, style::Ink::T3, middle);
    m_place->setObjectName(u"articlePlace"_s);
    m_heading = new widgets::TextLabel(
        theme(), style::FontRole::Figure, style::Weight::Bold, style::Ink::T1, middle);
    m_heading->setObjectName(u"articleTitle"_s);
    m_text = new ArticleText(theme(), middle);
    auto *text = new QVBoxLayout;
    text->setContentsMargins(scaled(24), scaled(12), scaled(16), scaled(8));
    text->setSpacing(scaled(4));
    text->addWidget(m_place);
    text->addWidget(m_heading);
    text->addWidget(m_text, 1);
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_freshness);
    layout->addLayout(text, 1);
    m_info = new ArticleInfo(theme(), m_needs.directory);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"articleFacts"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(scaled(kInfoWidth));
    scroll->setWidget(m_info);
    auto *article = new QWidget(this);
    auto *both = new QHBoxLayout(article);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(0);
    both->addWidget(middle, 1);
    both->addWidget(scroll);
    m_nothing = new widgets::EmptyState(theme(), this);
    m_error = new widgets::ErrorState(theme(), this);
    m_stack = new QStackedWidget(this);
    for (QWidget *widget :
        {article, static_cast<QWidget *>(m_nothing), static_cast<QWidget *>(m_error)})
        m_stack->addWidget(widget);
    connect(m_error, &widgets::ErrorState::retryRequested, this, [this] { open(m_version); });
    connect(m_info, &ArticleInfo::versionAsked, this, &KnowledgePage::open);
    connect(m_text, &ArticleText::articleAsked, this, [this](const QString &key) {
        if (const ShelfEntry *entry = m_needs.library.findKey(key))
            show(entry->article.id);
        else
            Q_EMIT told(tr("There is no article “%1” here").arg(key));
    });
    connect(m_text, &ArticleText::urlAsked, this,
        [this](const QUrl &url) { Q_EMIT urlAsked(url.toString()); });
    connect(m_text, &ArticleText::copied, this, [this] { Q_EMIT told(tr("Copied")); });
    return m_stack;
}

void KnowledgePage::libraryChanged()
{
    const QList<ShelfEntry> &entries = m_needs.library.entries();
    m_folders->setEntries(entries);
    if (m_search->text().isEmpty())
        listFolder();
    else
        search();
    const ShelfEntry *entry = m_needs.library.find(m_article);
    if (entry && entry->copyVersion > m_version && m_version > 0)
        open(entry->copyVersion); // a newer text came
    else
        showHead();
    showWhatIsThere();
}

void KnowledgePage::showWhatIsThere()
{
    const QList<ShelfEntry> &entries = m_needs.library.entries();
    const auto published = std::ranges::count_if(
        entries, [](const ShelfEntry &entry) { return entry.article.version > 0; });
    const auto here = std::ranges::count_if(entries, [](const ShelfEntry &entry) {
        return entry.article.version > 0 && entry.copyVersion == entry.article.version;
    });
    m_offline->setText(published == 0
            ? QString()
            : tr("Here offline: %1 of %2").arg(QString::number(here), QString::number(published)));
    if (!m_needs.library.isLoaded())
        return;
    if (entries.isEmpty())
        m_nothing->setFact(u"file-text"_s, tr("There are no articles yet"),
            tr("watchroomctl kb import brings in a folder of Markdown"));
    else
        m_nothing->setFact(u"file-text"_s, tr("Choose an article"), {});
    if (m_article.isNull())
        m_stack->setCurrentWidget(m_nothing);
}

void KnowledgePage::listFolder()
{
    QList<ArticleLine> lines;
    for (const ShelfEntry &entry : m_needs.library.entries())
        if (FolderTree::holds(m_folders->folder(), entry.article.folder))
            lines.append({.entry = entry});
    m_query.clear();
    ++m_asked; // what is still being looked for is not wanted any more
    m_found->setText(tr("%n article(s)", nullptr, int(lines.size())));
    setLines(lines);
    m_text->setFound({});
}

void KnowledgePage::search()
{
    const QString query = m_search->text();
    if (store::searchWords(query).isEmpty()) {
        listFolder();
        return;
    }
    const quint64 asked = ++m_asked;
    auto finding = m_needs.library.search(
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
            const ShelfEntry *entry = m_needs.library.find(QUuid::fromString(hit.ref));
            if (entry)
                lines.append({*entry, hit.snippet, hit.titleRanges, hit.snippetRanges});
        }
        m_query = query;
        m_found->setText(lines.isEmpty() ? tr("Nothing has all of these words")
                                         : tr("%n hit(s)", nullptr, int(found->counted)));
        setLines(lines);
        m_text->setFound(query);
    });
}

void KnowledgePage::setLines(const QList<ArticleLine> &lines)
{
    m_lines->setLines(lines);
    const QModelIndex index = m_lines->indexOf(m_article);
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

void KnowledgePage::show(const QUuid &article)
{
    const ShelfEntry *entry = m_needs.library.find(article);
    if (!entry)
        return;
    m_article = article;
    m_version = 0;
    setLines(m_lines->lines());
    open(entry->copyVersion > 0 ? entry->copyVersion : entry->article.version);
}

void KnowledgePage::open(int version)
{
    m_version = version;
    const quint64 opened = ++m_opened;
    showHead();
    if (version == 0) {
        m_text->setArticle({}, m_needs.library.files());
        m_stack->setCurrentIndex(0);
        return;
    }
    auto opening = m_needs.library.open(m_article, version);
    base::whenDone(opening, this, [this, opened](const Result<Library::Opened> &article) {
        if (opened != m_opened)
            return;
        if (!article) {
            m_error->setError(
                tr("The article cannot be shown"), words::errorSentence(article.error()));
            m_stack->setCurrentWidget(m_error);
            return;
        }
        m_text->setArticle(*article, m_needs.library.files());
        m_text->setFound(m_query);
        m_stack->setCurrentIndex(0);
    });
}

void KnowledgePage::showHead()
{
    const ShelfEntry *entry = m_needs.library.find(m_article);
    if (!entry)
        return;
    m_heading->setText(entry->article.title);
    m_place->setText(QString(entry->article.folder).replace(u'/', u" / "_s));
    showFreshness();
    auto reading = m_needs.library.versions(m_article);
    base::whenDone(reading, this,
        [this, article = m_article](const Result<QList<knowledge::ArticleVersion>> &versions) {
            const ShelfEntry *now = m_needs.library.find(article);
            if (article != m_article || !versions || !now)
                return;
            m_info->setArticle(*now, *versions, m_version, m_needs.clock.now());
        });
}

void KnowledgePage::showFreshness()
{
    const ShelfEntry *entry = m_needs.library.find(m_article);
    if (!entry)
        return;
    const base::Instant now = m_needs.clock.now();
    const auto fresh = knowledge::freshnessOf(
        entry->article, std::min(entry->copyVersion, entry->article.version), m_needs.check(), now);
    m_freshness->setFreshness(fresh, {}, entry->article.withdrawnReason, now);
}

void KnowledgePage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void KnowledgePage::tick()
{
    showFreshness();
}

void KnowledgePage::retranslate()
{
    m_title->setText(tr("Knowledge base"));
    m_search->setPrompt(tr("Words of an article"));
    m_list->setAccessibleName(tr("Articles"));
    showWhatIsThere();
    showHead();
}

void KnowledgePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
