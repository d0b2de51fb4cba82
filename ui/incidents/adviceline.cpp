// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/adviceline.h"

#include "app/articles/stepdiff.h"
#include "app/words/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/textpaint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using knowledge::Advised;
using style::FontRole;
using style::Ink;
using style::Weight;
using widgets::ButtonKind;
using widgets::ButtonSize;

namespace {

constexpr int kIcon = 14;
constexpr int kPad = 6;

/// Yellow, with the mark of a comparison before its text.
class ChangeChip final : public widgets::ThemedWidget
{
public:
    using ThemedWidget::ThemedWidget;

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        const auto &yellow = tokens().level(style::Level::Yellow);
        widgets::paintBox(painter, rect(), yellow.tint, QPen(yellow.edge, 1), widgets::kChipRadius);
        widgets::paintIcon(painter, QRectF(scaled(kPad), 0, scaled(kIcon), height()), theme(),
            u"git-compare"_s, kIcon, yellow.text);
    }
};

QString reasonOf(const Advised &advised, const AdviceLine::Naming &targetName)
{
    if (!advised.why)
        return advised.followedHere > 0 ? AdviceLine::tr("Followed at this incident")
                                        : AdviceLine::tr("Opened at this incident");
    const knowledge::Suggestion &why = *advised.why;
    if (why.isFallback)
        return AdviceLine::tr("Nothing fits this incident: begin with this one");
    QStringList parts;
    QStringList metrics;
    for (const QString &metric : why.metrics)
        metrics.append(words::metricShort(metric));
    const QString between = AdviceLine::tr(", ", "between words");
    if (!metrics.isEmpty())
        parts.append(AdviceLine::tr("Metric: %1").arg(metrics.join(between)));
    if (!why.place.isEmpty())
        parts.append(AdviceLine::tr("Place: %1").arg(targetName(why.place)));
    if (!why.words.isEmpty())
        parts.append(AdviceLine::tr("Words: %1")
                         .arg(knowledge::wordsShown(advised.title, why.words).join(between)));
    if (why.helpedHere > 0)
        parts.append(AdviceLine::tr("helped %n time(s) here", nullptr, why.helpedHere));
    else if (why.helped > 0)
        parts.append(AdviceLine::tr("helped %n time(s)", nullptr, why.helped));
    if (why.notHelped > 0)
        parts.append(AdviceLine::tr("did not help %n time(s)", nullptr, why.notHelped));
    return parts.join(u" · "_s);
}

/// "2, 3 and 5"
QString listOf(const QList<int> &numbers)
{
    const QString between = AdviceLine::tr(", ", "between numbers");
    if (numbers.size() < 2)
        return articles::numbersText(numbers, between);
    return articles::numbersText(numbers.mid(0, numbers.size() - 1), between)
        + AdviceLine::tr(" and ", "between the last two numbers") + QString::number(numbers.last());
}

QString stepsSentence(const Advised &advised)
{
    if (!advised.stepsKnown)
        return {};
    QStringList parts;
    if (advised.changed.size() == 1)
        parts.append(AdviceLine::tr("step %1 changed").arg(advised.changed.first()));
    else if (!advised.changed.isEmpty())
        parts.append(AdviceLine::tr("steps %1 changed").arg(listOf(advised.changed)));
    if (advised.removed.size() == 1)
        parts.append(AdviceLine::tr("its step %1 is gone").arg(advised.removed.first()));
    else if (!advised.removed.isEmpty())
        parts.append(AdviceLine::tr("its steps %1 are gone").arg(listOf(advised.removed)));
    return parts.isEmpty() ? AdviceLine::tr("no step changed")
                           : parts.join(AdviceLine::tr(", ", "between words"));
}

/// Empty: nothing is to be said.
QString changeOf(const Advised &advised)
{
    if (advised.withdrawn)
        return AdviceLine::tr("Withdrawn since: do not follow it");
    if (advised.before == 0)
        return {};
    const QString steps = stepsSentence(advised);
    const QString before = QString::number(advised.before);
    const QString now = QString::number(advised.version);
    const QString sentence = advised.beforeByMe
        ? AdviceLine::tr("You last followed v%1; it is v%2 now").arg(before, now)
        : AdviceLine::tr("Followed here as v%1; it is v%2 now").arg(before, now);
    return steps.isEmpty() ? sentence : AdviceLine::tr("%1: %2").arg(sentence, steps);
}

} // namespace

AdviceLine::AdviceLine(const style::Theme &theme, qsizetype number, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_title(widgets::makeButton(theme, ButtonKind::Link, u"advice%1"_s.arg(number), {}, u"book"_s,
          ButtonSize::Small, this))
    , m_reason(new widgets::TextLabel(theme, FontRole::Caption, Weight::Regular, Ink::T2, this))
    , m_change(new ChangeChip(theme, this))
    , m_changeText(new QLabel(m_change))
    , m_question(new QWidget(this))
    , m_asked(
          new widgets::TextLabel(theme, FontRole::Caption, Weight::Regular, Ink::T2, m_question))
    , m_helped(widgets::makeButton(theme, ButtonKind::Secondary, u"helped%1"_s.arg(number), {}, {},
          ButtonSize::Small, m_question))
    , m_helpedNot(widgets::makeButton(theme, ButtonKind::Secondary, u"helpedNot%1"_s.arg(number),
          {}, {}, ButtonSize::Small, m_question))
{
    m_reason->setObjectName(u"adviceReason%1"_s.arg(number));
    m_changeText->setObjectName(u"adviceChange%1"_s.arg(number));
    m_changeText->setWordWrap(true);
    auto *chip = new QHBoxLayout(m_change);
    chip->setContentsMargins(scaled(2 * kPad + kIcon), 2, scaled(kPad), 2);
    chip->addWidget(m_changeText);
    auto *question = new QHBoxLayout(m_question);
    question->setContentsMargins(0, 0, 0, 0);
    question->setSpacing(scaled(6));
    question->addWidget(m_asked, 1);
    question->addWidget(m_helped);
    question->addWidget(m_helpedNot);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_title, 0, Qt::AlignLeft);
    for (QWidget *widget : {static_cast<QWidget *>(m_reason), m_change, m_question})
        layout->addWidget(widget);
    connect(m_title, &QPushButton::clicked, this, &AdviceLine::opened);
    connect(m_helped, &QPushButton::clicked, this, [this] { Q_EMIT said(true); });
    connect(m_helpedNot, &QPushButton::clicked, this, [this] { Q_EMIT said(false); });
    colourChange();
}

void AdviceLine::setAdvised(const Advised &advised, const Naming &targetName)
{
    m_advised = advised;
    m_reason->setText(reasonOf(advised, targetName));
    const QString change = changeOf(advised);
    m_change->setVisible(!change.isEmpty());
    m_changeText->setText(change);
    showTitle();
    showQuestion();
}

void AdviceLine::showTitle()
{
    const QString whole = tr("%1 v%2").arg(m_advised.title, QString::number(m_advised.version));
    constexpr int kPadding = 36; // with the icon
    m_title->setText(widgets::elidedText(m_title->font(), whole, width() - scaled(kPadding)));
    QStringList name{whole, m_reason->text(), m_changeText->text()};
    name.removeAll(QString());
    m_title->setAccessibleName(name.join(u" · "_s));
    m_title->setToolTip(whole);
}

void AdviceLine::showQuestion()
{
    m_question->setVisible(m_advised.usedHere);
    const auto &helped = m_advised.helped;
    m_asked->setText(!helped ? tr("Did it help here?")
            : *helped        ? tr("You said: it helped")
                             : tr("You said: it did not help"));
    m_helped->setText(tr("Helped"));
    m_helped->setAccessibleName(tr("“%1” helped here").arg(m_advised.title));
    m_helped->setEnabled(helped != true);
    m_helpedNot->setText(tr("Did not help"));
    m_helpedNot->setAccessibleName(tr("“%1” did not help here").arg(m_advised.title));
    m_helpedNot->setEnabled(helped != false);
}

void AdviceLine::colourChange()
{
    QPalette palette = m_changeText->palette();
    palette.setColor(QPalette::WindowText, tokens().level(style::Level::Yellow).text);
    m_changeText->setPalette(palette);
    m_changeText->setFont(theme().font(FontRole::Caption, Weight::Bold));
}

void AdviceLine::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    showTitle();
}

void AdviceLine::themeChanged()
{
    ThemedWidget::themeChanged();
    colourChange();
}

} // namespace watchroom::ui
