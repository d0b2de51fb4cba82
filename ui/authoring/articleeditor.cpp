// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/articleeditor.h"

#include "app/base/whendone.h"
#include "app/incidents/directory.h"
#include "app/words/errors.h"
#include "app/words/times.h"
#include "ui/authoring/articlepreview.h"
#include "ui/authoring/faultlist.h"
#include "ui/authoring/markdownedit.h"
#include "ui/authoring/settingspanel.h"
#include "ui/authoring/statebox.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using base::Result;
using knowledge::ArticleDraft;

void ArticleEditor::begin(const ArticleDraft &draft, bool resumed)
{
    m_draft = draft;
    m_images = {};
    m_dirty = resumed;
    m_saving = false;
    m_soon.stop();
    m_settings->setMeta(draft.meta, folders(), draft.article.isNull());
    {
        const QSignalBlocker quiet(m_text);
        m_text->setPlainText(m_images.shortened(draft.markdown));
        m_text->document()->setModified(false);
    }
    m_reason->setText(draft.reason);
    complain(refusalSentence(m_needs.directory, draft));
    m_preview->begin(
        {.markdown = draft.markdown, .title = draft.meta.title, .kind = draft.meta.kind});
    libraryChanged();
    retranslate();
    m_text->setFocus();
}

ArticleDraft ArticleEditor::collected() const
{
    ArticleDraft draft = m_draft;
    draft.markdown = m_images.whole(m_text->toPlainText());
    draft.meta = m_settings->meta();
    draft.reason = m_reason->text();
    return draft;
}

void ArticleEditor::typed()
{
    if (!isOpen())
        return;
    m_dirty = true;
    if (!m_soon.isActive())
        m_soon.start();
}

void ArticleEditor::keep()
{
    m_soon.stop();
    if (!isOpen() || !m_dirty)
        return;
    m_draft = collected();
    m_draft.changedAt = m_needs.clock.now();
    m_needs.drafts.keep(m_draft);
    m_preview->setSource(
        {.markdown = m_draft.markdown, .title = m_draft.meta.title, .kind = m_draft.meta.kind});
    retranslate();
}

void ArticleEditor::takeMerged(const QString &text, int version)
{
    m_draft.base = version;
    m_text->replaceText(m_images.shortened(text));
    m_dirty = true;
    keep();
    libraryChanged();
}

void ArticleEditor::close()
{
    if (!isOpen() || m_saving)
        return; // what is being saved closes it
    keep();
    m_needs.drafts.flush();
    const bool kept = m_dirty;
    m_draft = {};
    m_dirty = false;
    Q_EMIT closed(kept);
}

void ArticleEditor::drop()
{
    m_soon.stop();
    m_needs.drafts.remove(m_draft.id);
    m_draft = {};
    m_dirty = false;
    Q_EMIT droppedDraft();
}

void ArticleEditor::keepImage(const std::function<QByteArray()> &bytes, const QString &name)
{
    auto keeping = m_needs.writer.keepImage(bytes, name);
    base::whenDone(
        keeping, this, [this, draft = m_draft.id](const Result<domain::Attachment> &image) {
            if (draft != m_draft.id)
                return;
            if (!image) {
                complain(words::errorSentence(image.error()));
                return;
            }
            complain({});
            if (!m_draft.images.contains(*image))
                m_draft.images.append(*image);
            m_text->insertImage(image->name, m_images.shortened(u"blob:"_s + image->hash));
        });
}

void ArticleEditor::save(bool handIn)
{
    if (m_saving || !isOpen())
        return;
    m_dirty = true; // kept until it is known to be saved
    keep();
    m_saving = true;
    showWhatMayBeDone();
    auto saving = m_needs.writer.save(m_draft, handIn);
    base::whenDone(saving, this, [this](const Result<knowledge::ArticleSaved> &done) {
        m_saving = false;
        if (done) {
            m_dirty = false;
            Q_EMIT saved(std::exchange(m_draft, {}), *done);
            return;
        }
        complain(words::errorSentence(done.error(), {.person = [this](const QString &login) {
            return m_needs.directory.personName(login);
        }}));
        showWhatMayBeDone();
        if (done.error().code == "reason_missing"_L1)
            m_reason->setFocus();
    });
}

void ArticleEditor::finish()
{
    QPushButton *button = m_publish->isVisibleTo(this) ? m_publish : m_handIn;
    if (button->isEnabled())
        button->click();
}

void ArticleEditor::complain(const QString &sentence)
{
    m_complaint->setText(sentence);
    m_complaint->setVisible(!sentence.isEmpty());
}

const knowledge::Article *ArticleEditor::article() const
{
    const auto *entry = m_needs.library.find(m_draft.article);
    return entry ? &entry->article : nullptr;
}

QStringList ArticleEditor::folders() const
{
    QStringList all;
    for (const knowledge::ShelfEntry &entry : m_needs.library.entries())
        if (!all.contains(entry.article.folder))
            all.append(entry.article.folder);
    all.sort();
    return all;
}

void ArticleEditor::libraryChanged()
{
    if (!isOpen())
        return;
    const auto *now = article();
    showNewer(now && now->version > m_draft.base ? now->version : 0);
    showRemark();
    m_state->setArticle(now);
    showWhatMayBeDone();
}

void ArticleEditor::retranslate()
{
    const QString title = m_settings->meta().title;
    m_title->setText(m_draft.article.isNull() ? tr("New article") : tr("Edit “%1”").arg(title));
    m_kept->setText(m_dirty
            ? tr("Draft kept %1")
                  .arg(words::timeOfDay(m_draft.changedAt, QTimeZone::systemTimeZone()))
            : QString());
    m_drop->setText(tr("Throw the draft away…"));
    m_drop->setVisible(m_dirty);
    m_changes->setText(tr("Changes"));
    m_changes->setVisible(m_draft.base > 0);
    m_close->setText(tr("Close"));
    m_text->setAccessibleName(tr("Text of the article, Markdown"));
    m_preview->setAccessibleName(tr("How it will be read"));
    m_reason->setPlaceholderText(tr("What has changed, in one line"));
    m_reason->setAccessibleName(tr("What has changed"));
    m_handIn->setText(tr("Hand in for review"));
    m_publish->setText(tr("Publish v%1").arg(m_draft.base + 1));
    const auto acts = m_text->acts();
    for (qsizetype i = 0; i < m_tools.size(); ++i) {
        m_tools.at(i)->setText(acts.at(i).text);
        m_tools.at(i)->setToolTip(
            acts.at(i).text + u"  "_s + acts.at(i).keys.toString(QKeySequence::NativeText));
    }
}

void ArticleEditor::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        finish();
    else if (event->key() == Qt::Key_Escape)
        close();
    else
        ThemedWidget::keyPressEvent(event);
}

void ArticleEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        libraryChanged();
    }
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
