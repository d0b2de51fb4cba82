// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/advicesection.h"

#include "app/base/whendone.h"
#include "ui/widgets/sectionheader.h"

#include <QEvent>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using knowledge::Advised;

AdviceSection::AdviceSection(const style::Theme &theme, knowledge::Advice &advice,
    AdviceLine::Naming targetName, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_advice(advice)
    , m_targetName(std::move(targetName))
    , m_head(new widgets::SectionHeader(theme, this))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"adviceSection"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_column->addWidget(m_head);
    connect(&m_advice, &knowledge::Advice::changed, this, &AdviceSection::refresh);
    connect(&m_advice, &knowledge::Advice::failed, this, &AdviceSection::failed);
    refresh();
}

void AdviceSection::setIncident(const QUuid &incident)
{
    m_advice.setIncident(incident);
}

void AdviceSection::openFirst()
{
    if (!m_advice.articles().isEmpty())
        open(m_advice.articles().first().article);
}

void AdviceSection::refresh()
{
    const QList<Advised> &articles = m_advice.articles();
    m_head->setTitle(tr("Procedures"));
    m_head->setAside(tr("K opens the first"));
    m_head->setVisible(!articles.isEmpty());
    for (qsizetype i = 0; i < articles.size(); ++i)
        line(i).setAdvised(articles.at(i), m_targetName);
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        m_lines.at(i)->setVisible(i < articles.size());
}

AdviceLine &AdviceSection::line(qsizetype number)
{
    if (number == m_lines.size()) {
        auto *made = new AdviceLine(theme(), number, this);
        connect(made, &AdviceLine::opened, this, [this, made] { open(made->advised().article); });
        connect(made, &AdviceLine::said, this,
            [this, made](bool helped) { say(made->advised().article, helped); });
        m_lines.append(made);
        m_column->addWidget(made);
    }
    return *m_lines.at(number);
}

void AdviceSection::open(const QUuid &article)
{
    m_advice.noteOpened(article);
    Q_EMIT articleAsked(article);
}

void AdviceSection::say(const QUuid &article, bool helped)
{
    base::whenDone(
        m_advice.say(article, helped), this, [this](const base::Result<store::Saved> &saved) {
            if (!saved)
                Q_EMIT failed(saved.error());
        });
}

void AdviceSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
