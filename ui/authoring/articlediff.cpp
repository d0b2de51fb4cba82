// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/articlediff.h"

#include "ui/authoring/diffhtml.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {

QColor mixed(const QColor &ground, const QColor &colour, double share)
{
    const auto part = [share](int a, int b) { return int(a + (b - a) * share); };
    return {part(ground.red(), colour.red()), part(ground.green(), colour.green()),
        part(ground.blue(), colour.blue())};
}

} // namespace

ArticleDiff::ArticleDiff(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_steps(new QLabel(this))
    , m_text(new QTextBrowser(this))
{
    setObjectName(u"articleDiff"_s);
    m_steps->setObjectName(u"changedSteps"_s);
    m_steps->setWordWrap(true);
    m_text->setObjectName(u"diffText"_s);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setUndoRedoEnabled(false);
    m_text->setStyleSheet(u"border: none; background: transparent"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8));
    layout->setSpacing(scaled(8));
    layout->addWidget(m_steps);
    layout->addWidget(m_text, 1);
    fill();
}

void ArticleDiff::setComparison(
    const knowledge::Comparison &comparison, const QString &before, const QString &now)
{
    m_comparison = comparison;
    m_before = before;
    m_now = now;
    m_sentence.clear();
    fill();
    m_text->verticalScrollBar()->setValue(0);
}

void ArticleDiff::setSentence(const QString &sentence)
{
    m_comparison.reset();
    m_sentence = sentence;
    fill();
}

void ArticleDiff::fill()
{
    m_text->setAccessibleName(tr("What differs"));
    if (!m_comparison) {
        m_steps->hide();
        m_text->setPlainText(m_sentence);
        return;
    }
    QStringList lines = stepLines(*m_comparison);
    if (m_comparison->imagesBefore != m_comparison->imagesNow)
        lines.append(tr("Images: %1 before, %2 now")
                         .arg(QString::number(m_comparison->imagesBefore),
                             QString::number(m_comparison->imagesNow)));
    m_steps->setText(lines.join(u'\n'));
    m_steps->setVisible(!lines.isEmpty());
    if (m_comparison->hunks.isEmpty()) {
        m_text->setPlainText(tr("The texts are the same."));
        return;
    }
    m_text->document()->setDefaultFont(theme().font(style::FontRole::Body));
    m_text->setHtml(diffHtml(m_comparison->hunks, m_before, m_now,
        {.text = tokens().t1,
            .faint = tokens().t3,
            .line = tokens().line,
            .taken = tokens().card, // the colours of the levels are theirs
            .put = mixed(tokens().bg, tokens().acc, 0.14),
            .takenWords = mixed(tokens().bg, tokens().t3, 0.38),
            .putWords = mixed(tokens().bg, tokens().acc, 0.38)}));
}

void ArticleDiff::themeChanged()
{
    fill();
    ThemedWidget::themeChanged();
}

void ArticleDiff::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
