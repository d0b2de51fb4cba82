// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sectionheader.h"

#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace watchroom::widgets {

using style::FontRole;
using style::Ink;
using style::Weight;

SectionHeader::SectionHeader(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_title(new TextLabel(theme, FontRole::Body, Weight::Bold, Ink::T1, this))
    , m_aside(new TextLabel(theme, FontRole::Caption, Weight::Regular, Ink::T2, this))
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(8);
    m_layout->addWidget(m_title);
    m_layout->addStretch(1);
    m_layout->addWidget(m_aside);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SectionHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void SectionHeader::setAside(const QString &aside)
{
    m_aside->setText(aside);
}

void SectionHeader::addAction(QWidget *widget)
{
    m_layout->addWidget(widget);
}

} // namespace watchroom::widgets
