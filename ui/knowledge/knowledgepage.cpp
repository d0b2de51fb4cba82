// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/knowledgepage.h"

#include "app/incidents/incidentsmodel.h"
#include "app/knowledge/favourites.h"
#include "ui/knowledge/articlefinder.h"
#include "ui/knowledge/articlefolders.h"
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
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using knowledge::Library;
using knowledge::ShelfEntry;

namespace {

constexpr int kFolderWidth = 208; ///< px at a text factor of 1
constexpr int kListWidth = 300;
constexpr int kIconButton = 28;

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

KnowledgePage::KnowledgePage(const style::Theme &theme, const Needs &needs,
    knowledge::FolderTransfer &transfer, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_library(needs.run.library)
    , m_files(new ArticleFolders(theme, transfer, *this))
{
    setObjectName(u"knowledgePage"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeFolders());
    layout->addWidget(makeList());
    layout->addWidget(makeArticle(), 1);
    connect(&m_library, &Library::changed, this, &KnowledgePage::libraryChanged);
    connect(&m_library, &Library::failed, this, &KnowledgePage::failed);
    connect(
        &m_needs.favourites, &knowledge::Favourites::changed, this, &KnowledgePage::showFavourites);
    connect(&m_needs.favourites, &knowledge::Favourites::failed, this, &KnowledgePage::failed);
    wireFiles();
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
    m_menu = widgets::makeButton(theme(), widgets::ButtonKind::Flat, u"knowledgeMenu"_s, {},
        u"dots"_s, widgets::ButtonSize::Small, side);
    auto *menu = new QMenu(m_menu);
    menu->setObjectName(u"knowledgeActions"_s);
    m_import = menu->addAction(QString());
    m_import->setObjectName(u"importArticles"_s);
    m_export = menu->addAction(QString());
    m_export->setObjectName(u"exportArticles"_s);
    m_menu->setMenu(menu);
    for (QPushButton *button : {m_new, m_menu})
        button->setFixedWidth(scaled(kIconButton)); // the title needs the room
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
    head->addWidget(m_menu);
    layout->addLayout(head);
    layout->addWidget(m_folders, 1);
    layout->addWidget(m_runs);
    layout->addWidget(m_offline);
    connect(m_folders, &FolderTree::folderChosen, this, &KnowledgePage::showPlace);
    return side;
}

QWidget *KnowledgePage::makeList()
{
    auto *side = new Column(theme(), u"knowledgeList"_s, kListWidth, this);
    m_finder = new ArticleFinder(theme(), m_library, side);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_finder);
    connect(m_finder, &ArticleFinder::failed, this, &KnowledgePage::failed);
    connect(m_finder, &ArticleFinder::articleChosen, this, [this](const QUuid &id) { show(id); });
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
    connect(m_finder, &ArticleFinder::lookedFor, m_pane, &ArticlePane::setFound);
    connect(m_starter, &QPushButton::clicked, this, &KnowledgePage::starterPackAsked);
    connect(m_pane, &ArticlePane::failed, this, &KnowledgePage::failed);
    connect(m_pane, &ArticlePane::articleAsked, this, [this](const QUuid &id) { show(id); });
    return m_stack;
}

void KnowledgePage::wireFiles()
{
    connect(m_import, &QAction::triggered, this, [this] {
        if (m_needs.run.me().isEmpty())
            Q_EMIT m_pane->authorAsked();
        else
            m_files->chooseSource();
    });
    connect(m_export, &QAction::triggered, m_files, &ArticleFolders::chooseTarget);
    connect(m_files, &ArticleFolders::told, m_pane, &ArticlePane::told);
}

void KnowledgePage::libraryChanged()
{
    m_folders->setEntries(m_library.entries());
    showFavourites();
    m_pane->refresh();
    showWhatIsThere();
}

void KnowledgePage::showFavourites()
{
    const QSet<QUuid> mine = m_needs.favourites.of(m_needs.run.me());
    const auto here = std::ranges::count_if(m_library.entries(),
        [&mine](const ShelfEntry &entry) { return mine.contains(entry.article.id); });
    m_folders->setFavourites(int(here));
    m_pane->setFavourite(mine.contains(m_pane->shown()));
    m_finder->refresh();
}

void KnowledgePage::showPlace()
{
    if (m_folders->isFavourites())
        m_finder->setPlace([this](const ShelfEntry &entry) {
            return m_needs.favourites.of(m_needs.run.me()).contains(entry.article.id);
        });
    else
        m_finder->setPlace([folder = m_folders->folder()](const ShelfEntry &entry) {
            return FolderTree::holds(folder, entry.article.folder);
        });
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
            tr("Begin with those that ship, or import a folder"));
    else
        m_nothing->setFact(u"file-text"_s, tr("Choose an article"), {});
    m_starter->setVisible(entries.isEmpty());
    m_stack->setCurrentWidget(m_pane->shown().isNull() ? m_empty : m_pane);
}

void KnowledgePage::show(const QUuid &article, const QUuid &incident)
{
    m_pane->show(article, incident);
    shownChanged();
}

void KnowledgePage::showRun(const QUuid &run)
{
    m_pane->showRun(run);
    shownChanged();
}

void KnowledgePage::shownChanged()
{
    m_finder->setShown(m_pane->shown());
    m_pane->setFavourite(m_needs.favourites.of(m_needs.run.me()).contains(m_pane->shown()));
    showWhatIsThere();
}

widgets::SearchField &KnowledgePage::searchField() const
{
    return m_finder->searchField();
}

void KnowledgePage::focusSearch()
{
    searchField().setFocus(Qt::ShortcutFocusReason);
    searchField().selectAll();
}

void KnowledgePage::tick()
{
    m_pane->tick();
}

void KnowledgePage::retranslate()
{
    m_title->setText(tr("Knowledge"));
    m_new->setAccessibleName(tr("New article"));
    m_new->setToolTip(tr("New article"));
    m_menu->setAccessibleName(tr("More"));
    m_menu->setToolTip(tr("Articles from a folder, and into one"));
    m_import->setText(tr("Import a folder…"));
    m_export->setText(tr("Export…"));
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
