// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked for at an article, and what is read beside its text.
#include "app/base/whendone.h"
#include "app/incidents/incidentsmodel.h"
#include "app/knowledge/favourites.h"
#include "ui/knowledge/articleinfo.h"
#include "ui/knowledge/articlepane.h"
#include "ui/knowledge/rundialogs.h"
#include "ui/style/theme.h"

#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using base::Result;
using knowledge::ArticleVersion;
using knowledge::ShelfEntry;

void ArticlePane::askArticle(const QString &key)
{
    if (const ShelfEntry *entry = m_needs.run.library.findKey(key))
        Q_EMIT articleAsked(entry->article.id);
    else
        Q_EMIT told(tr("There is no article “%1” here").arg(key));
}

/// The version shown against the newest; the newest against the one before.
void ArticlePane::compare()
{
    if (m_versions.size() < 2)
        return;
    const int newest = m_versions.first().version;
    const int before = m_version < newest ? m_version : m_versions.at(1).version;
    Q_EMIT compareAsked(m_article, before, newest);
}

void ArticlePane::follow()
{
    const ShelfEntry *entry = m_needs.run.library.find(m_article);
    if (!entry || !m_follow->isVisibleTo(this))
        return;
    if (m_needs.run.me().isEmpty()) {
        Q_EMIT authorAsked();
        return;
    }
    QList<StartRunDialog::Place> places{{.incident = {}, .words = tr("No incident: free")}};
    for (const incidents::Incident &incident : m_needs.run.incidents.incidents())
        places.append({incident.id, incident.reference() + u' ' + incident.title});
    const int version = std::min(entry->copyVersion, entry->article.version);
    const auto save = [this, article = m_article, version](
                          const QString &mode, const QUuid &incident) {
        m_wantsText = false;
        m_incident = incident;
        m_run->show({});
        return m_needs.run.commands.start(article, version, mode, incident);
    };
    (new StartRunDialog(
         theme(), *window(), entry->article.title, places, m_incident, entry->article.mode, save))
        ->open();
}

void ArticlePane::readVersions()
{
    base::whenDone(m_needs.run.library.versions(m_article), this,
        [this, article = m_article](const Result<QList<ArticleVersion>> &versions) {
            const ShelfEntry *now = m_needs.run.library.find(article);
            if (article != m_article || !versions || !now)
                return;
            m_versions = *versions;
            m_info->setArticle(*now, *versions, m_version, m_needs.run.clock.now());
            showFreshness();
        });
}

void ArticlePane::readUse()
{
    if (m_article.isNull())
        return;
    base::whenDone(m_needs.run.library.use(m_article, m_needs.run.clock.now()), this,
        [this, article = m_article](const Result<knowledge::ArticleUse> &use) {
            if (article == m_article && use)
                m_info->setUse(article, *use);
        });
}

void ArticlePane::keepAtHand(bool favourite)
{
    setFavourite(!favourite); // until it is kept
    if (m_needs.run.me().isEmpty())
        Q_EMIT authorAsked();
    else
        m_needs.favourites.set(m_needs.run.me(), m_article, favourite);
}

void ArticlePane::setFavourite(bool favourite)
{
    m_favourite->setChecked(favourite);
    m_favourite->setIcon(theme().icon(
        favourite ? u"star-filled"_s : u"star"_s, favourite ? style::Ink::Acc : style::Ink::T2));
    const QString words =
        favourite ? tr("Take it out of the favourites") : tr("Keep it among the favourites");
    m_favourite->setAccessibleName(words);
    m_favourite->setToolTip(words);
}

} // namespace watchroom::ui
