// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/directory.h"
#include "app/words/errors.h"
#include "ui/authoring/articleeditor.h"
#include "ui/authoring/markdownedit.h"
#include "ui/authoring/settingspanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"

#include <QLabel>
#include <QLineEdit>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {

widgets::BannerContent notice(const QString &icon, const QString &head, const QString &text)
{
    widgets::BannerContent content;
    content.icon = icon;
    content.head = head;
    content.text = text;
    return content;
}

} // namespace

void ArticleEditor::showNewer(int version)
{
    m_newer->setVisible(version > 0);
    if (version == 0)
        return;
    m_newer->setContent(notice(u"git-merge"_s, u"v%1"_s.arg(version),
        tr("v%1 came out while you were writing. Bring both together before you go on.")
            .arg(version)));
    m_merge->setText(tr("Bring together"));
}

void ArticleEditor::showRemark()
{
    const auto *now = article();
    const bool shown = now && now->proposal
        && (now->proposal->by != m_needs.writer.login() || now->proposal->returned);
    m_remark->setVisible(shown);
    if (!shown)
        return;
    const auto &proposal = *now->proposal;
    const bool mine = proposal.by == m_needs.writer.login();
    m_remark->setContent(notice(u"message"_s, mine ? tr("Given back") : tr("In review"),
        mine ? proposal.remark
             : tr("A text by %1 waits for its review.")
                   .arg(m_needs.directory.personName(proposal.by))));
}

void ArticleEditor::draftFailed(const base::Error &error)
{
    if (!isOpen())
        return;
    complain(words::errorSentence(error));
    m_draftFailed = true;
}

void ArticleEditor::showWhatMayBeDone()
{
    const auto *now = article();
    const bool answers = !now || maintains(m_needs, *now);
    const bool another = m_needs.writer.asksReview() || !answers;
    const bool may = !m_saving && !(now && now->withdrawn);
    m_text->setReadOnly(m_saving);
    m_publish->setVisible(!another);
    m_publish->setEnabled(may);
    m_handIn->setEnabled(may);
    widgets::setButtonKind(
        *m_handIn, another ? widgets::ButtonKind::Primary : widgets::ButtonKind::Secondary);
    m_settings->setChangeable(answers);
    m_why->setText(now && now->withdrawn  ? tr("It is withdrawn. Bring it back first.")
            : m_needs.writer.asksReview() ? tr("The policy asks that somebody else publishes it.")
            : !answers                    ? tr("%1 answers for it and publishes it.")
                             .arg(m_needs.directory.personName(now->owner))
                       : QString());
    m_reason->setVisible(m_draft.base > 0);
}

} // namespace watchroom::ui
