// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/reviewview.h"

#include "app/base/whendone.h"
#include "app/incidents/directory.h"
#include "app/words/errors.h"
#include "app/words/times.h"
#include "ui/authoring/articlediff.h"
#include "ui/authoring/articlepreview.h"
#include "ui/authoring/sentencedialog.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using base::Result;
using knowledge::TextSide;
using widgets::ButtonKind;

ReviewView::ReviewView(const style::Theme &theme, const AuthoringNeeds &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_diff(new ArticleDiff(theme, this))
    , m_preview(new ArticlePreview(theme, needs.library.files().path({}), this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"reviewView"_s);
    m_preview->setObjectName(u"reviewText"_s);
    m_stack->addWidget(m_diff);
    m_stack->addWidget(m_preview);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeHead());
    layout->addWidget(m_stack, 1);
    layout->addWidget(makeFoot());
    connect(&m_needs.library, &knowledge::Library::changed, this, &ReviewView::libraryChanged);
    connect(
        &m_needs.writer, &knowledge::ArticleWriter::policyChanged, this, &ReviewView::showWords);
    showWords();
}

QLayout *ReviewView::makeHead()
{
    m_heading = new widgets::TextLabel(
        theme(), style::FontRole::Title, style::Weight::Bold, style::Ink::T1, this);
    m_heading->setObjectName(u"reviewHeading"_s);
    m_facts = new QLabel(this);
    m_facts->setObjectName(u"reviewFacts"_s);
    m_facts->setWordWrap(true);
    m_how = new widgets::SegmentedControl(theme(), this);
    m_how->setObjectName(u"reviewHow"_s);
    m_close = widgets::makeButton(theme(), ButtonKind::Secondary, u"closeReview"_s, {}, u"x"_s,
        widgets::ButtonSize::Normal, this);
    connect(m_how, &widgets::SegmentedControl::currentChanged, m_stack,
        &QStackedWidget::setCurrentIndex);
    connect(m_close, &QPushButton::clicked, this, &ReviewView::closed);
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(12));
    row->addWidget(m_heading, 1);
    row->addWidget(m_how);
    row->addWidget(m_close);
    auto *layout = new QVBoxLayout;
    layout->setContentsMargins(scaled(16), scaled(10), scaled(16), scaled(4));
    layout->addLayout(row);
    layout->addWidget(m_facts);
    return layout;
}

QWidget *ReviewView::makeFoot()
{
    m_foot = new QWidget(this);
    m_why = new QLabel(m_foot);
    m_why->setObjectName(u"whyNotPublished"_s);
    m_why->setWordWrap(true);
    const auto make = [this](ButtonKind kind, const QString &name, const QString &icon = {}) {
        return widgets::makeButton(
            theme(), kind, name, {}, icon, widgets::ButtonSize::Normal, m_foot);
    };
    m_takeBack = make(ButtonKind::Secondary, u"takeBackProposal"_s);
    m_giveBack = make(ButtonKind::Secondary, u"giveBackProposal"_s);
    m_publish = make(ButtonKind::Primary, u"publishProposal"_s, u"check"_s);
    auto *layout = new QHBoxLayout(m_foot);
    layout->setContentsMargins(scaled(16), scaled(10), scaled(16), scaled(10));
    layout->setSpacing(scaled(12));
    layout->addWidget(m_why, 1);
    for (QPushButton *button : {m_takeBack, m_giveBack, m_publish})
        layout->addWidget(button);
    connect(m_publish, &QPushButton::clicked, this, &ReviewView::publish);
    connect(m_giveBack, &QPushButton::clicked, this, &ReviewView::giveBack);
    connect(m_takeBack, &QPushButton::clicked, this, &ReviewView::takeBack);
    return m_foot;
}

const knowledge::Article *ReviewView::article() const
{
    const auto *entry = m_needs.library.find(m_article);
    return entry ? &entry->article : nullptr;
}

void ReviewView::review(const QUuid &article)
{
    m_article = article;
    m_title.clear();
    const auto *now = this->article();
    m_hash = now && now->proposal ? now->proposal->text.hash : QString();
    show({.version = now ? now->version : 0}, {.proposal = true});
}

void ReviewView::compare(const QUuid &article, int before, int now)
{
    m_article = article;
    m_title.clear();
    show({.version = before}, {.version = now});
}

void ReviewView::compareDraft(const knowledge::ArticleDraft &draft, int version)
{
    m_article = draft.article;
    m_title = draft.meta.title;
    show({.version = version}, {.markdown = draft.markdown});
}

void ReviewView::show(const TextSide &before, const TextSide &now)
{
    m_before = before;
    m_now = now;
    m_how->setCurrent(0);
    m_stack->setCurrentIndex(0);
    showWords();
    load();
    m_how->setFocus();
}

void ReviewView::load()
{
    const quint64 asked = ++m_asked;
    auto comparing = m_needs.writer.compare(m_article, m_before, m_now);
    base::whenDone(comparing, this, [this, asked](const Result<knowledge::Comparison> &found) {
        if (asked != m_asked)
            return;
        if (!found) {
            m_diff->setSentence(words::errorSentence(found.error()));
            return;
        }
        m_diff->setComparison(*found, nameOf(m_before), nameOf(m_now));
        const auto *now = article();
        m_preview->begin({.markdown = found->now,
            .title = now ? now->title : m_title,
            .kind = now ? now->kind : QString()});
    });
}

QString ReviewView::nameOf(const TextSide &side) const
{
    if (side.markdown)
        return tr("What is being written");
    if (side.proposal)
        return tr("What waits for its review");
    return side.version == 0 ? tr("Nothing yet") : u"v%1"_s.arg(side.version);
}

void ReviewView::showWords()
{
    const auto *now = article();
    const QString title = now ? now->title : m_title;
    const auto proposal = now && m_now.proposal ? now->proposal : std::nullopt;
    m_heading->setText(
        m_now.proposal ? tr("Review “%1”").arg(title) : tr("Compare “%1”").arg(title));
    m_how->setItems({tr("Changes"), tr("As it will be read")});
    m_how->setAccessibleName(tr("What is shown"));
    m_close->setText(m_now.markdown ? tr("Back to my text") : tr("Close"));
    m_preview->setAccessibleName(tr("How it will be read"));
    m_takeBack->setText(tr("Take back"));
    m_giveBack->setText(tr("Give back…"));
    m_publish->setText(tr("Publish v%1").arg(now ? now->version + 1 : 1));
    m_foot->setVisible(proposal && !proposal->returned);
    if (proposal)
        showProposal(*now, *proposal);
    else
        m_facts->setText(m_now.proposal ? tr("No text waits for its review any more.") : QString());
    m_facts->setVisible(m_now.proposal);
}

void ReviewView::showProposal(const knowledge::Article &now, const knowledge::Proposal &proposal)
{
    const QString when =
        proposal.at ? words::dateTime(*proposal.at, QTimeZone::systemTimeZone()) : QString();
    QStringList facts{m_needs.directory.personName(proposal.by), when, proposal.text.reason};
    if (proposal.returned)
        facts.append(tr("given back: %1").arg(proposal.remark));
    facts.removeAll(QString());
    m_facts->setText(facts.join(u" · "_s));
    const bool mine = proposal.by == m_needs.writer.login();
    const bool answers = maintains(m_needs, now);
    const bool another = mine && m_needs.writer.asksReview();
    const bool late = proposal.base != now.version;
    m_takeBack->setVisible(mine);
    m_giveBack->setVisible(!mine && answers);
    m_publish->setEnabled(answers && !another && !late);
    m_why->setText(late
            ? tr("v%1 was published since. Its author has to bring both together.").arg(now.version)
            : !answers ? tr("%1 answers for this article and publishes it.")
                             .arg(m_needs.directory.personName(now.owner))
            : another ? tr("It is your own text. The policy asks that somebody else publishes it.")
                      : QString());
}

void ReviewView::libraryChanged()
{
    if (m_article.isNull())
        return;
    showWords();
    const auto *now = article();
    // Another text was handed in: what is looked at has to be what will be published.
    if (m_now.proposal && now && now->proposal && now->proposal->text.hash != m_hash)
        review(m_article);
}

void ReviewView::settle(const store::SavedFuture &saving, const QString &sentence, bool done)
{
    m_foot->setEnabled(false);
    base::whenDone(saving, this,
        [this, sentence, done, article = m_article](const Result<store::Saved> &saved) {
            m_foot->setEnabled(true);
            if (!saved) {
                m_why->setText(words::errorSentence(saved.error()));
                return;
            }
            Q_EMIT told(sentence);
            if (done)
                Q_EMIT published(article);
            else
                Q_EMIT closed();
        });
}

void ReviewView::publish()
{
    if (const auto *now = article())
        settle(m_needs.writer.commands().publish(m_article, now->version + 1),
            tr("v%1 of “%2” is published").arg(QString::number(now->version + 1), now->title),
            true);
}

void ReviewView::takeBack()
{
    settle(m_needs.writer.commands().takeBack(m_article), tr("Taken back"), false);
}

void ReviewView::giveBack()
{
    auto *dialog = new SentenceDialog(theme(), *window(),
        {.heading = tr("Give the text back"),
            .label = tr("What is to be changed"),
            .act = tr("Give back")},
        [this](const QString &remark) {
            return m_needs.writer.commands().giveBack(m_article, remark);
        });
    connect(dialog, &widgets::VeilDialog::finished, this, [this](bool given) {
        if (!given)
            return;
        Q_EMIT told(tr("Given back"));
        Q_EMIT closed();
    });
    dialog->open();
}

void ReviewView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (enter && event->modifiers().testFlag(Qt::ControlModifier)
        && m_publish->isVisibleTo(this))
        m_publish->click();
    else
        ThemedWidget::keyPressEvent(event);
}

void ReviewView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showWords();
        if (!m_article.isNull())
            load();
    }
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
