// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topstrip.h"

#include "app/domain/levels.h"
#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/shell/stripcell.h"
#include "ui/style/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/levelcounter.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Ink;
using style::Weight;

TopStrip::TopStrip(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_person(new StripCell(theme, this))
    , m_demo(new widgets::Chip(theme, widgets::ChipKind::Drill, this))
    , m_source(new StripCell(theme, this))
    , m_sync(new StripCell(theme, this))
    , m_clock(new widgets::TextLabel(theme, FontRole::Title, Weight::Bold, Ink::T1, this))
    , m_date(new widgets::TextLabel(theme, FontRole::Caption, Weight::Regular, Ink::T2, this))
{
    setObjectName(u"topStrip"_s);
    m_person->setObjectName(u"person"_s);
    m_person->setFocusPolicy(Qt::TabFocus);
    m_source->setObjectName(u"sourceState"_s);
    m_sync->setObjectName(u"syncState"_s);
    m_demo->setObjectName(u"demoMark"_s);
    m_demo->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 14, 0);
    layout->setSpacing(0);
    layout->addWidget(m_person);
    layout->addSpacing(14);
    for (const domain::Level level :
        {domain::Level::Red, domain::Level::Yellow, domain::Level::Blue}) {
        auto *counter = new widgets::LevelCounter(theme, level, this);
        m_counters[std::size_t(level)] = counter;
        layout->addWidget(counter);
        layout->addSpacing(18);
    }
    layout->addWidget(m_demo);
    layout->addStretch();
    layout->addWidget(m_source);
    layout->addWidget(m_sync);
    auto *time = new QVBoxLayout;
    time->setContentsMargins(14, 6, 0, 6);
    time->setSpacing(0);
    m_clock->setAlignment(Qt::AlignRight);
    m_date->setAlignment(Qt::AlignRight);
    time->addWidget(m_clock);
    time->addWidget(m_date);
    layout->addLayout(time);
    m_sync->setFocusPolicy(Qt::TabFocus);
    connect(m_person, &StripCell::pressed, this, &TopStrip::personPressed);
    connect(m_sync, &StripCell::pressed, this, &TopStrip::syncPressed);
    TopStrip::themeChanged();
    retranslate();
}

void TopStrip::setPerson(const QString &name, const QString &remark, bool locked)
{
    m_person->setTexts(locked ? u"lock"_s : u"user"_s, name, remark, false);
}

void TopStrip::setCounts(const std::array<int, 3> &byLevel)
{
    for (std::size_t level = 0; level < byLevel.size(); ++level)
        m_counters[level]->setCount(byLevel[level]);
}

void TopStrip::setSource(const QString &state, const QString &detail, bool abnormal)
{
    m_source->setTexts(u"access-point"_s, state, detail, abnormal);
}

void TopStrip::setSync(
    const QString &icon, const QString &state, const QString &detail, bool abnormal)
{
    m_sync->setTexts(icon, state, detail, abnormal);
}

void TopStrip::setDemo(bool demo)
{
    m_demo->setVisible(demo);
}

void TopStrip::setTime(base::Instant now)
{
    m_now = now;
    const QTimeZone zone = QTimeZone::systemTimeZone();
    m_clock->setText(words::timeOfDay(now, zone));
    m_date->setText(words::date(now, zone));
}

void TopStrip::retranslate()
{
    for (const domain::Level level : domain::kLevels)
        m_counters[std::size_t(level)]->setWord(words::level(QString(domain::codeOf(level))));
    m_demo->setText(tr("Demo: simulated data"));
    if (m_now != base::Instant())
        setTime(m_now);
}

void TopStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

void TopStrip::themeChanged()
{
    setFixedHeight(scaled(56));
    ThemedWidget::themeChanged();
}

void TopStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().line);
}

} // namespace watchroom::ui
