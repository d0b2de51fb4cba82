// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/runhead.h"

#include "app/domain/levels.h"
#include "app/words/terms.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/levelmark.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using widgets::ButtonKind;
using widgets::ButtonSize;

namespace {

/// How much is settled, as a line.
class ProgressLine final : public widgets::ThemedWidget
{
public:
    ProgressLine(const style::Theme &theme, QWidget *parent)
        : ThemedWidget(theme, parent)
    {
        setFixedSize(scaled(120), scaled(6));
    }
    void setShare(double share)
    {
        m_share = share;
        update();
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens().line2);
        painter.fillRect(QRectF(0, 0, width() * m_share, height()), tokens().acc);
    }

private:
    double m_share = 0;
};

} // namespace

RunHead::RunHead(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_title(new widgets::TextLabel(
          theme, FontRole::Section, style::Weight::Bold, style::Ink::T1, this))
    , m_level(new widgets::LevelMark(theme, this))
    , m_incident(widgets::makeButton(
          theme, ButtonKind::Link, u"runIncident"_s, {}, {}, ButtonSize::Small, this))
    , m_aside(new widgets::TextLabel(
          theme, FontRole::Caption, style::Weight::Regular, style::Ink::T2, this))
    , m_progress(new ProgressLine(theme, this))
    , m_count(
          new widgets::TextLabel(theme, FontRole::Body, style::Weight::Bold, style::Ink::T1, this))
    , m_takeOver(widgets::makeButton(
          theme, ButtonKind::Primary, u"takeOverRun"_s, {}, {}, ButtonSize::Small, this))
    , m_note(widgets::makeButton(
          theme, ButtonKind::Secondary, u"noteRun"_s, {}, {}, ButtonSize::Small, this))
    , m_stop(widgets::makeButton(
          theme, ButtonKind::Destructive, u"stopRun"_s, {}, {}, ButtonSize::Small, this))
    , m_finish(widgets::makeButton(
          theme, ButtonKind::Primary, u"finishRun"_s, {}, u"check"_s, ButtonSize::Small, this))
{
    setObjectName(u"runHead"_s);
    auto *first = new QHBoxLayout;
    first->setSpacing(scaled(8));
    first->addWidget(m_title, 1);
    first->addWidget(m_progress);
    first->addWidget(m_count);
    auto *incident = new QHBoxLayout;
    incident->setSpacing(scaled(8));
    incident->addWidget(m_level);
    incident->addWidget(m_incident);
    incident->addStretch(1);
    auto *second = new QHBoxLayout;
    second->setSpacing(scaled(8));
    second->addWidget(m_aside, 1);
    for (QPushButton *button : {m_takeOver, m_note, m_stop, m_finish})
        second->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(10), 0, scaled(8));
    layout->setSpacing(scaled(6));
    layout->addLayout(first);
    layout->addLayout(incident);
    layout->addLayout(second);
    connect(m_incident, &QPushButton::clicked, this, &RunHead::incidentAsked);
    connect(m_finish, &QPushButton::clicked, this, &RunHead::finishAsked);
    connect(m_stop, &QPushButton::clicked, this, &RunHead::stopAsked);
    connect(m_takeOver, &QPushButton::clicked, this, &RunHead::takeOverAsked);
    connect(m_note, &QPushButton::clicked, this, &RunHead::noteAsked);
    show();
}

void RunHead::setContent(const Content &content)
{
    if (content == m_content)
        return;
    m_content = content;
    show();
}

QString RunHead::aside() const
{
    const QString mode =
        m_content.mode == "do_confirm"_L1 ? tr("do, then confirm") : tr("read, do, tick");
    const QString who =
        m_content.mine ? tr("you follow it") : tr("%1 follows it").arg(m_content.owner);
    const QString state = m_content.state == "finished"_L1 ? tr("finished")
        : m_content.state == "stopped"_L1                  ? tr("broken off")
                                                           : who;
    return u"v%1 · %2 · %3"_s.arg(QString::number(m_content.version), mode, state);
}

void RunHead::show()
{
    const bool running = m_content.state == "running"_L1;
    m_title->setText(tr("Following the steps"));
    const auto level = domain::levelFrom(m_content.level);
    m_level->setVisible(level.has_value());
    if (level)
        m_level->setLevel(style::Level(int(*level)), words::level(m_content.level), false);
    m_incident->setVisible(!m_content.incident.isEmpty());
    m_incident->setText(m_content.incident);
    m_aside->setText(aside());
    const double share =
        m_content.steps > 0 ? double(m_content.settled) / double(m_content.steps) : 0;
    static_cast<ProgressLine *>(m_progress)->setShare(share);
    m_count->setText(
        u"%1 / %2"_s.arg(QString::number(m_content.settled), QString::number(m_content.steps)));
    m_takeOver->setText(tr("Go on with it"));
    m_takeOver->setVisible(running && !m_content.mine);
    m_note->setText(tr("Note…"));
    m_note->setVisible(running);
    m_stop->setText(tr("Break off…"));
    m_stop->setVisible(running && !m_content.withdrawn);
    m_finish->setText(tr("Finish"));
    m_finish->setVisible(running && m_content.mayFinish);
    setAccessibleName(
        tr("Following the steps, %1 of %2")
            .arg(QString::number(m_content.settled), QString::number(m_content.steps)));
}

void RunHead::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        show();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
