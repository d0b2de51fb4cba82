// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/authoringpage.h"

#include "app/base/ids.h"
#include "app/base/whendone.h"
#include "app/words/errors.h"
#include "ui/authoring/articleeditor.h"
#include "ui/authoring/draftlist.h"
#include "ui/authoring/mergeview.h"
#include "ui/authoring/reviewview.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using base::Result;
using knowledge::ArticleDraft;

AuthoringPage::AuthoringPage(const style::Theme &theme, const Needs &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs{needs.library, m_writer, m_drafts, needs.directory, needs.clock}
    , m_writer(needs.store, needs.clock, needs.author)
    , m_drafts(needs.store.workspaceDir())
    , m_sent(needs.store, m_drafts)
    , m_stack(new QStackedWidget(this))
    , m_editor(new ArticleEditor(theme, m_needs, this))
    , m_review(new ReviewView(theme, m_needs, this))
    , m_merge(new MergeView(theme, this))
    , m_list(new DraftList(theme, m_needs, this))
{
    setObjectName(u"authoringPage"_s);
    for (QWidget *view : {static_cast<QWidget *>(m_editor), static_cast<QWidget *>(m_review),
             static_cast<QWidget *>(m_merge), static_cast<QWidget *>(m_list)})
        m_stack->addWidget(view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    wire();
}

// Widgets look at what this page holds, and what was typed last is kept.
AuthoringPage::~AuthoringPage()
{
    m_editor->keep();
    delete m_stack;
}

void AuthoringPage::wireEditor()
{
    connect(m_editor, &ArticleEditor::closed, this, [this](bool draftKept) {
        if (draftKept)
            Q_EMIT told(tr("Your text is kept as a draft at this station"));
        close();
    });
    connect(m_editor, &ArticleEditor::droppedDraft, this, [this] {
        Q_EMIT told(tr("The draft was thrown away"));
        close();
    });
    connect(m_editor, &ArticleEditor::saved, this,
        [this](const ArticleDraft &draft, const knowledge::ArticleSaved &done) {
            m_sent.add(draft, done);
            Q_EMIT told(done.waits ? tr("Handed in for review") : tr("Published"));
            showSaved(done.article);
            close();
        });
    connect(&m_sent, &knowledge::SentDrafts::refused, this, [this](const ArticleDraft &draft) {
        //: %1 is a title, %2 a sentence that says why.
        Q_EMIT told(tr("“%1” was not taken, your text is a draft again. %2")
                        .arg(draft.meta.title, refusalSentence(m_needs.directory, draft)));
    });
    connect(m_editor, &ArticleEditor::mergeAsked, this, &AuthoringPage::merge);
    connect(m_editor, &ArticleEditor::changesAsked, this, [this] {
        m_editor->keep();
        m_review->compareDraft(m_editor->collected(), m_editor->draft().base);
        put(m_review);
    });
}

void AuthoringPage::wire()
{
    wireEditor();
    connect(m_review, &ReviewView::told, this, &AuthoringPage::told);
    connect(m_review, &ReviewView::closed, this, [this] {
        if (m_editor->isOpen())
            put(m_editor);
        else
            close();
    });
    connect(m_review, &ReviewView::published, this, [this](const QUuid &article) {
        Q_EMIT articleAsked(article);
        close();
    });
    connect(&m_needs.library, &knowledge::Library::changed, this,
        [this] { showSaved(std::exchange(m_saved, {})); });
    connect(m_merge, &MergeView::cancelled, this, [this] { put(m_editor); });
    connect(m_merge, &MergeView::merged, this, &AuthoringPage::takeMerged);
    connect(m_list, &DraftList::draftChosen, this,
        [this](const ArticleDraft &draft) { begin(draft, true); });
    connect(m_list, &DraftList::newAsked, this, &AuthoringPage::beginNew);
    connect(m_list, &DraftList::closed, this, &AuthoringPage::close);
    connect(&m_drafts, &knowledge::Drafts::failed, this, &AuthoringPage::failed);
}

void AuthoringPage::put(QWidget *view)
{
    m_stack->setCurrentWidget(view);
    m_open = true;
    Q_EMIT opened();
}

void AuthoringPage::close()
{
    if (std::exchange(m_open, false))
        Q_EMIT closed();
}

void AuthoringPage::showSaved(const QUuid &article)
{
    if (article.isNull())
        return;
    if (m_needs.library.find(article))
        Q_EMIT articleAsked(article);
    else
        m_saved = article;
}

void AuthoringPage::begin(const ArticleDraft &draft, bool resumed)
{
    m_editor->keep();
    put(m_editor);
    m_editor->begin(draft, resumed);
}

void AuthoringPage::edit(const QUuid &article)
{
    if (m_editor->isOpen()) {
        if (m_editor->draft().article == article) {
            put(m_editor);
            return;
        }
        m_editor->close();
    }
    const quint64 asked = ++m_asked;
    auto finding = m_drafts.find(m_writer.login(), article);
    base::whenDone(finding, this, [this, asked, article](const std::optional<ArticleDraft> &kept) {
        if (asked != m_asked)
            return;
        if (kept && !m_sent.contains(kept->id)) { // that one is on its way
            begin(*kept, true);
            return;
        }
        auto beginning = m_writer.begin(article);
        base::whenDone(beginning, this, [this, asked](const Result<ArticleDraft> &draft) {
            if (asked != m_asked)
                return;
            if (draft)
                begin(*draft, false);
            else
                Q_EMIT failed(draft.error());
        });
    });
}

void AuthoringPage::create(const QString &folder)
{
    if (m_editor->isOpen())
        m_editor->close();
    m_folder = folder;
    const quint64 asked = ++m_asked;
    auto reading = m_drafts.of(m_writer.login());
    base::whenDone(reading, this, [this, asked](QList<ArticleDraft> drafts) {
        if (asked != m_asked)
            return;
        drafts.removeIf([this](const ArticleDraft &draft) {
            return !draft.article.isNull() || m_sent.contains(draft.id);
        });
        if (drafts.isEmpty()) {
            beginNew();
            return;
        }
        m_list->setDrafts(drafts);
        put(m_list);
    });
}

void AuthoringPage::showDrafts()
{
    m_editor->keep();
    const quint64 asked = ++m_asked;
    auto reading = m_drafts.of(m_writer.login());
    base::whenDone(reading, this, [this, asked](const QList<ArticleDraft> &drafts) {
        if (asked != m_asked)
            return;
        m_list->setDrafts(drafts);
        put(m_list);
    });
}

void AuthoringPage::beginNew()
{
    ArticleDraft draft{.id = base::newId(m_needs.clock.now()),
        .login = m_writer.login(),
        .changedAt = m_needs.clock.now()};
    draft.meta.kind = u"procedure"_s;
    draft.meta.folder = m_folder;
    draft.meta.owner = m_writer.login();
    draft.markdown = tr("# Title\n\nWhen it applies.\n\n## Steps\n\n1. ");
    begin(draft, false);
}

void AuthoringPage::review(const QUuid &article)
{
    ++m_asked;
    if (m_editor->isOpen())
        m_editor->close();
    m_review->review(article);
    put(m_review);
}

void AuthoringPage::compare(const QUuid &article, int before, int now)
{
    ++m_asked;
    m_review->compare(article, before, now);
    put(m_review);
}

void AuthoringPage::leave()
{
    ++m_asked;
    if (m_editor->isOpen())
        m_editor->close();
    close();
}

void AuthoringPage::personChanged()
{
    const QString login = m_writer.login();
    m_editor->keep();
    m_drafts.flush();
    if (m_editor->isOpen() && !login.isEmpty() && m_editor->draft().login != login)
        m_editor->close();
}

void AuthoringPage::merge(int version)
{
    m_editor->keep();
    const ArticleDraft draft = m_editor->collected();
    auto merging = m_writer.merge(draft.article, draft.base, draft.markdown, version);
    base::whenDone(
        merging, this, [this, version, draft](const Result<articles::TextMerge> &merged) {
            const ArticleDraft now = m_editor->collected();
            if (now.id != draft.id)
                return;
            if (now.markdown != draft.markdown) { // somebody went on typing
                merge(version);
                return;
            }
            if (!merged) {
                m_editor->complain(words::errorSentence(merged.error()));
            } else if (merged->conflicts() == 0) {
                takeMerged(merged->text(), version);
            } else {
                m_merge->begin(*merged, version);
                put(m_merge);
            }
        });
}

void AuthoringPage::takeMerged(const QString &text, int version)
{
    m_editor->takeMerged(text, version);
    Q_EMIT told(
        tr("Brought together with v%1. Look at what is yours, then publish it.").arg(version));
    m_review->compareDraft(m_editor->collected(), version);
    put(m_review);
}

} // namespace watchroom::ui
