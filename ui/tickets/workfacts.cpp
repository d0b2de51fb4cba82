// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/workfacts.h"

#include "ui/style/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

WorkFacts::WorkFacts(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"workFacts"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
}

void WorkFacts::addRow()
{
    const Row row{new QLabel(this), new QLabel(this)};
    row.text->setTextFormat(Qt::PlainText);
    row.text->setWordWrap(true);
    row.text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    row.text->setFocusPolicy(Qt::NoFocus);
    row.text->setContentsMargins(0, 0, 0, scaled(6));
    m_layout->addWidget(row.name);
    m_layout->addWidget(row.text);
    m_rows.append(row);
}

void WorkFacts::setFacts(const QList<Fact> &facts)
{
    QList<Fact> said = facts;
    said.removeIf([](const Fact &fact) { return fact.text.isEmpty(); });
    if (said == m_facts)
        return;
    m_facts = said;
    while (m_rows.size() < said.size())
        addRow();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const bool used = i < said.size();
        m_rows[i].name->setVisible(used);
        m_rows[i].text->setVisible(used);
        m_rows[i].name->setText(used ? said[i].name : QString());
        m_rows[i].text->setText(used ? said[i].text : QString());
        m_rows[i].text->setAccessibleName(used ? said[i].name + u": "_s + said[i].text : QString());
    }
    themeChanged();
}

void WorkFacts::themeChanged()
{
    for (const Row &row : std::as_const(m_rows)) {
        row.name->setFont(theme().font(style::FontRole::Caption));
        QPalette muted = theme().palette();
        muted.setColor(QPalette::WindowText, theme().ink(style::Ink::T3));
        row.name->setPalette(muted);
        row.text->setFont(theme().font(style::FontRole::Body));
    }
    ThemedWidget::themeChanged();
}

} // namespace watchroom::ui
