// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/runlist.h"

#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using knowledge::RunState;
using style::FontRole;

namespace {
constexpr int kMost = 6; ///< that are shown
constexpr int kTextWidth = 164; ///< px at a text factor of 1
} // namespace

RunList::RunList(const style::Theme &theme, const knowledge::RunBook &book,
    std::function<QString(const QUuid &)> incident, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_book(book)
    , m_incident(std::move(incident))
    , m_title(new widgets::TextLabel(
          theme, FontRole::Caption, style::Weight::Bold, style::Ink::T2, this))
    , m_rows(new QVBoxLayout)
{
    setObjectName(u"runsUnderWay"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(4));
    m_rows->setSpacing(scaled(4));
    layout->addWidget(m_title);
    layout->addLayout(m_rows);
    connect(&m_book, &knowledge::RunBook::changed, this, &RunList::refresh);
    refresh();
}

void RunList::refresh()
{
    widgets::emptyLayout(*m_rows);
    qsizetype under = 0;
    for (const RunState &run : m_book.runs()) {
        if (!run.progress.isRunning() || ++under > kMost)
            continue;
        const QString reference = m_incident(run.run.incident);
        const QString words = u"%1 · %2/%3"_s.arg(reference.isEmpty() ? tr("free") : reference,
            QString::number(run.progress.settled()), QString::number(run.progress.steps.size()));
        auto *button = widgets::makeButton(theme(), widgets::ButtonKind::Secondary,
            u"run%1"_s.arg(under), {}, {}, widgets::ButtonSize::Small, this);
        const QString title = run.title();
        const QFontMetrics metrics = button->fontMetrics();
        const QString rest = u" · "_s + words;
        button->setText(metrics.elidedText(title, Qt::ElideRight,
                            scaled(kTextWidth) - metrics.horizontalAdvance(rest))
            + rest);
        button->setToolTip(title);
        button->setAccessibleName(title + u", "_s + words);
        connect(
            button, &QPushButton::clicked, this, [this, id = run.run.id] { Q_EMIT runAsked(id); });
        m_rows->addWidget(button);
    }
    m_title->setText(tr("Under way: %1").arg(under));
    setVisible(under > 0);
}

void RunList::themeChanged()
{
    refresh();
    ThemedWidget::themeChanged();
}

void RunList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
