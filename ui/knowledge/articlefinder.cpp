// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/articlefinder.h"

#include "app/base/whendone.h"
#include "app/domain/codes.h"
#include "app/words/knowledge.h"
#include "ui/knowledge/articledelegate.h"
#include "ui/knowledge/articlelistmodel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using base::Result;
using knowledge::ShelfEntry;

namespace {

constexpr qsizetype kMostHits = 100;
constexpr qsizetype kMostFiltered = 1000; ///< hits that are looked through for a kind or a tag
constexpr int kFilterWidth = 96; ///< px at a text factor of 1

QComboBox *makeFilter(const style::Theme &theme, const QString &name, QWidget *parent)
{
    auto *filter = new QComboBox(parent);
    filter->setObjectName(name);
    filter->setFixedSize(theme.scaled(kFilterWidth), theme.scaled(24));
    filter->setMaxVisibleItems(20);
    return filter;
}

/// The first item is "all"; what was chosen stays chosen while it is there.
void setChoices(QComboBox &filter, const QString &all, const QList<std::pair<QString, QString>> &of)
{
    const QSignalBlocker quiet(filter);
    const QString chosen = filter.currentData().toString();
    filter.clear();
    filter.addItem(all, QString());
    for (const auto &[code, word] : of)
        filter.addItem(word, code);
    filter.setCurrentIndex(std::max(0, filter.findData(chosen)));
    // The list is as wide as its words, not as its box.
    filter.view()->setMinimumWidth(filter.view()->sizeHintForColumn(0) + 24);
}

} // namespace

ArticleFinder::ArticleFinder(
    const style::Theme &theme, knowledge::Library &library, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_library(library)
    , m_place([](const ShelfEntry &) { return true; })
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(10), scaled(12), 1, 0);
    layout->setSpacing(scaled(8));
    layout->addLayout(makeHead());
    makeList();
    layout->addWidget(m_stack, 1);
    connect(&m_library, &knowledge::Library::foundChanged, this, [this] {
        if (!m_search->text().isEmpty())
            search();
    });
    retranslate();
}

QLayout *ArticleFinder::makeHead()
{
    m_search = new widgets::SearchField(theme(), this);
    m_search->setObjectName(u"articleSearch"_s);
    m_search->setMaxLength(store::kQueryCharacters);
    m_found = new widgets::TextLabel(
        theme(), style::FontRole::Caption, style::Weight::Regular, style::Ink::T3, this);
    m_found->setObjectName(u"articlesFound"_s);
    m_kind = makeFilter(theme(), u"articleKind"_s, this);
    m_tag = makeFilter(theme(), u"articleTag"_s, this);
    auto *filters = new QHBoxLayout;
    filters->setSpacing(scaled(6));
    filters->addWidget(m_found, 1);
    filters->addWidget(m_kind);
    filters->addWidget(m_tag);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(0, 0, scaled(10), 0);
    head->setSpacing(scaled(8));
    head->addWidget(m_search);
    head->addLayout(filters);
    connect(m_search, &QLineEdit::textChanged, this, &ArticleFinder::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_list->setFocus(); });
    for (QComboBox *filter : {m_kind, m_tag})
        connect(filter, &QComboBox::activated, this, &ArticleFinder::search);
    return head;
}

void ArticleFinder::makeList()
{
    m_lines = new ArticleListModel(this);
    m_list = new QListView(this);
    m_list->setObjectName(u"articleList"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_lines);
    m_list->setItemDelegate(new ArticleDelegate(theme(), m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setStyleSheet(u"border: none; background: transparent"_s);
    m_nothing = new widgets::EmptyState(theme(), this);
    m_nothing->setObjectName(u"nothingListed"_s);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_nothing);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid())
                Q_EMIT articleChosen(current.data(ArticleListModel::IdRole).toUuid());
        });
}

void ArticleFinder::setPlace(Place place)
{
    m_place = std::move(place);
    if (m_search->text().isEmpty())
        search();
    else
        m_search->clear();
}

void ArticleFinder::refresh()
{
    fillTags();
    search();
}

bool ArticleFinder::isFiltered() const
{
    return m_kind->currentIndex() > 0 || m_tag->currentIndex() > 0;
}

bool ArticleFinder::fits(const knowledge::Article &article) const
{
    const QString tag = m_tag->currentData().toString();
    return (m_kind->currentIndex() <= 0 || article.kind == m_kind->currentData().toString())
        && (tag.isEmpty() || article.tags.contains(tag));
}

void ArticleFinder::fillKinds()
{
    QList<std::pair<QString, QString>> kinds;
    for (const QLatin1StringView kind : domain::codes::kArticleKinds)
        kinds.append({kind, words::articleKind(QString(kind))});
    setChoices(*m_kind, tr("All kinds"), kinds);
}

void ArticleFinder::fillTags()
{
    QSet<QString> all;
    for (const ShelfEntry &entry : m_library.entries())
        all.unite(QSet<QString>(entry.article.tags.cbegin(), entry.article.tags.cend()));
    QStringList sorted = all.values();
    std::ranges::sort(sorted,
        [](const QString &a, const QString &b) { return QString::localeAwareCompare(a, b) < 0; });
    QList<std::pair<QString, QString>> tags;
    for (const QString &tag : std::as_const(sorted))
        tags.append({tag, tag});
    setChoices(*m_tag, tr("All tags"), tags);
    m_tag->setVisible(!tags.isEmpty());
}

void ArticleFinder::listPlace()
{
    QList<ArticleLine> lines;
    for (const ShelfEntry &entry : m_library.entries())
        if (m_place(entry) && fits(entry.article))
            lines.append({.entry = entry});
    ++m_asked; // what is still being looked for is not wanted any more
    m_found->setText(tr("%n article(s)", nullptr, int(lines.size())));
    setLines(
        lines, isFiltered() ? tr("Nothing here has this kind and tag") : tr("No articles here"));
    Q_EMIT lookedFor({});
}

void ArticleFinder::search()
{
    const QString query = m_search->text();
    if (store::searchWords(query).isEmpty()) {
        listPlace();
        return;
    }
    const quint64 asked = ++m_asked;
    auto finding = m_library.search({.text = query,
        .kinds = {knowledge::searched::kArticle},
        .limit = isFiltered() ? kMostFiltered : kMostHits});
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
            if (entry && fits(entry->article))
                lines.append({*entry, hit.snippet, hit.titleRanges, hit.snippetRanges});
        }
        const qsizetype hits = isFiltered() ? lines.size() : qsizetype(found->counted);
        m_found->setText(tr("%n hit(s)", nullptr, int(hits)));
        setLines(lines,
            isFiltered() && !found->hits.isEmpty() ? tr("What was found has another kind or tag")
                                                   : tr("Nothing has all of these words"));
        Q_EMIT lookedFor(query);
    });
}

void ArticleFinder::setLines(const QList<ArticleLine> &lines, const QString &nothing)
{
    m_lines->setLines(lines);
    m_nothing->setFact(u"search"_s, nothing, {});
    // Where there are none at all, the page says so.
    m_stack->setCurrentWidget(lines.isEmpty() && !m_library.entries().isEmpty()
            ? static_cast<QWidget *>(m_nothing)
            : static_cast<QWidget *>(m_list));
    setShown(m_shown);
}

void ArticleFinder::setShown(const QUuid &article)
{
    m_shown = article;
    const QModelIndex index = m_lines->indexOf(article);
    QItemSelectionModel &selection = *m_list->selectionModel();
    const QSignalBlocker quiet(selection);
    if (index.isValid())
        selection.setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    else
        selection.clear();
    m_list->viewport()->update();
}

void ArticleFinder::retranslate()
{
    m_search->setPrompt(tr("Words of an article"));
    m_list->setAccessibleName(tr("Articles"));
    m_kind->setAccessibleName(tr("Kind of article"));
    m_tag->setAccessibleName(tr("Tag"));
    fillKinds();
    refresh();
}

void ArticleFinder::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
