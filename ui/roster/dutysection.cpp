// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/dutysection.h"

#include "ui/style/theme.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/textpaint.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace watchroom::ui {

namespace {
constexpr int kWidestHead = 132; // px at a text factor of 1
}

DutySection::DutySection(const style::Theme &theme, const QString &name, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_head(new widgets::SectionHeader(theme, this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(name);
    m_layout->setContentsMargins(0, 8, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_head);
}

void DutySection::setHead(const QString &title, const QString &aside)
{
    m_head->setTitle(title);
    m_head->setAside(aside);
    setAccessibleName(title);
}

void DutySection::setNothing(const QString &nothing)
{
    m_nothing = nothing;
    refresh();
}

void DutySection::setLines(const QList<Line> &lines)
{
    if (lines == m_lines && !m_shown.isEmpty())
        return;
    m_lines = lines;
    refresh();
}

int DutySection::headWidth() const
{
    double widest = 0;
    for (const Line &line : m_lines)
        widest = std::max(
            widest, widgets::textWidth(theme().font(style::FontRole::Caption), line.content.head));
    return int(std::ceil(std::min<double>(widest, scaled(kWidestHead))));
}

void DutySection::refresh()
{
    QList<Line> lines = m_lines;
    if (lines.isEmpty() && !m_nothing.isEmpty())
        lines.append({{.head = {}, .text = m_nothing, .aside = {}}});
    while (m_shown.size() < lines.size()) {
        auto *line = new DutyLine(theme(), this);
        line->setObjectName(objectName() + QString::number(m_shown.size()));
        connect(line, &DutyLine::clicked, this, [this, at = m_shown.size()] {
            if (at < m_lines.size() && m_lines[at].day.isValid())
                Q_EMIT dayAsked(m_lines[at].day);
        });
        m_layout->addWidget(line);
        m_shown.append(line);
    }
    for (qsizetype at = 0; at < m_shown.size(); ++at) {
        const bool used = at < lines.size();
        m_shown[at]->setVisible(used);
        if (!used)
            continue;
        m_shown[at]->setContent(lines[at].content, headWidth());
        m_shown[at]->setLeads(lines[at].day.isValid());
    }
}

void DutySection::themeChanged()
{
    ThemedWidget::themeChanged();
    refresh();
}

} // namespace watchroom::ui
