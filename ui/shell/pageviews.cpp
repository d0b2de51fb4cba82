// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageviews.h"

#include "ui/widgets/segmentedcontrol.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

PageViews::PageViews(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_choice(new widgets::SegmentedControl(theme, this))
    , m_views(new QStackedWidget(this))
{
    m_choice->setObjectName(u"pageViews"_s);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 8, 16, 0);
    row->addWidget(m_choice);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_views, 1);
    connect(m_choice, &widgets::SegmentedControl::currentChanged, this, [this](int view) {
        m_views->setCurrentIndex(view);
        Q_EMIT currentChanged(view);
    });
}

void PageViews::addView(QWidget *view, std::function<QString()> text)
{
    m_views->addWidget(view);
    m_texts.append(std::move(text));
    retranslate();
}

void PageViews::setCurrent(int view)
{
    m_choice->setCurrent(view);
}

int PageViews::current() const
{
    return m_views->currentIndex();
}

void PageViews::retranslate()
{
    QStringList items;
    for (const auto &text : std::as_const(m_texts))
        items.append(text());
    m_choice->setItems(items);
    m_choice->setAccessibleName(tr("View"));
}

void PageViews::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
