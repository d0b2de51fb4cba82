// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/incidentwork.h"

#include "app/words/terms.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/textpaint.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using tickets::Work;
using tickets::WorkModel;
using widgets::ButtonKind;
using widgets::ButtonSize;

namespace {
constexpr qsizetype kMostLines = 3; // the timeline needs the room; the page has all of them
}

IncidentWork::IncidentWork(const style::Theme &theme, const Needs &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_head(new widgets::SectionHeader(theme, this))
    , m_new(widgets::makeButton(
          theme, ButtonKind::Flat, u"newIncidentWork"_s, {}, u"plus"_s, ButtonSize::Small, this))
    , m_lines(new QVBoxLayout)
{
    setObjectName(u"incidentWork"_s);
    m_head->addAction(m_new);
    m_lines->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addLayout(m_lines);
    for (const WorkModel *model : {&m_needs.tickets, &m_needs.pending})
        connect(model, &WorkModel::changed, this, &IncidentWork::refresh);
    connect(m_new, &QPushButton::clicked, this, [this] { Q_EMIT newAsked(m_incident); });
    refresh();
}

void IncidentWork::setIncident(const QUuid &incident)
{
    m_incident = incident;
    refresh();
}

void IncidentWork::setReadOnly(bool readOnly)
{
    m_new->setVisible(!readOnly);
}

void IncidentWork::refresh()
{
    m_works.clear();
    for (const WorkModel *model : {&m_needs.tickets, &m_needs.pending}) {
        for (const Work &work : model->items()) {
            if (!m_incident.isNull() && work.incident == m_incident)
                m_works.append(work);
        }
    }
    std::ranges::sort(m_works, tickets::comesBefore);
    const qsizetype shown = std::min(m_works.size(), kMostLines);
    m_head->setTitle(tr("Tickets and pending items"));
    m_head->setAside(m_works.size() > shown ? tr("%1, the first %2").arg(m_works.size()).arg(shown)
            : m_works.isEmpty()             ? tr("none open")
                                            : QString::number(m_works.size()));
    m_new->setAccessibleName(tr("New ticket of this incident"));
    m_new->setToolTip(m_new->accessibleName());
    for (qsizetype line = 0; line < shown; ++line)
        showLine(line, m_works[line]);
    for (qsizetype line = 0; line < m_buttons.size(); ++line)
        m_buttons[line]->setVisible(line < shown);
}

void IncidentWork::showLine(qsizetype line, const Work &work)
{
    if (line == m_buttons.size()) {
        auto *button = widgets::makeButton(theme(), ButtonKind::Link, u"incidentWork%1"_s.arg(line),
            {}, {}, ButtonSize::Small, this);
        connect(button, &QPushButton::clicked, this,
            [this, line] { Q_EMIT workAsked(m_works[line].kind, m_works[line].id); });
        m_buttons.append(button);
        m_lines->addWidget(button, 0, Qt::AlignLeft);
    }
    QPushButton &button = *m_buttons[line];
    const QString owner = work.owner.isEmpty() ? tr("Unclaimed") : m_needs.naming(work.owner);
    QStringList parts{words::level(work.level), work.reference(), work.title, owner};
    parts.removeAll(QString());
    const QString whole = parts.join(u" · "_s);
    constexpr int kPadding = 12;
    button.setText(widgets::elidedText(button.font(), whole, width() - scaled(kPadding)));
    button.setAccessibleName(whole);
    button.setToolTip(whole);
}

void IncidentWork::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    refresh();
}

void IncidentWork::themeChanged()
{
    ThemedWidget::themeChanged();
    refresh();
}

void IncidentWork::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
