// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/stationsbox.h"

#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/paint.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QTimeZone>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using widgets::ButtonKind;

StationsBox::StationsBox(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setObjectName(u"stationsBox"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    (new QVBoxLayout(this))->setContentsMargins(0, 0, 0, 0);
}

void StationsBox::show(const QList<stations::Station> &stations, const QStringList &online,
    const CardViewer &viewer, const words::Names &names)
{
    delete m_rows;
    m_rows = new QWidget(this);
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12));
    m_grid->setHorizontalSpacing(scaled(16));
    m_grid->setVerticalSpacing(scaled(6));
    m_grid->setColumnStretch(3, 1);
    m_row = 0;
    for (const stations::Station &station : stations)
        addStation(station, online.contains(station.name), viewer, names);
    layout()->addWidget(m_rows);
}

void StationsBox::addLabel(int column, const QString &text, bool bold)
{
    auto *label = new QLabel(text, m_rows);
    label->setTextFormat(Qt::PlainText);
    label->setMinimumHeight(scaled(24));
    if (bold)
        label->setFont(theme().font(style::FontRole::Body, style::Weight::Bold));
    m_grid->addWidget(label, m_row, column);
}

void StationsBox::addStation(const stations::Station &station, bool online,
    const CardViewer &viewer, const words::Names &names)
{
    const auto button = [&](const QString &name, const QString &text) {
        auto *made = widgets::makeButton(
            theme(), ButtonKind::Destructive, name, text, {}, widgets::ButtonSize::Small, m_rows);
        m_grid->addWidget(made, m_row, 4, Qt::AlignRight);
        return made;
    };
    addLabel(0, station.name, true);
    addLabel(1, words::stationKind(station.kind));
    addLabel(2, !station.active ? tr("Switched off") : online ? tr("Online") : tr("Not online"));
    if (viewer.senior && station.active) {
        auto *off = button(u"switchOff_"_s + station.name, tr("Switch off…"));
        off->setAccessibleName(tr("Switch off %1").arg(station.name));
        connect(off, &QPushButton::clicked, this,
            [this, id = station.id] { Q_EMIT switchOffAsked(id); });
    }
    ++m_row;
    for (const stations::Session &session : station.sessions) {
        const QString person = names.person ? names.person(session.person) : session.person;
        const QTimeZone zone = QTimeZone::systemTimeZone();
        addLabel(3,
            tr("%1 signed in since %2 %3")
                .arg(person, words::date(session.openedAt, zone),
                    words::timeOfDay(session.openedAt, zone)));
        if (viewer.senior || viewer.login == session.person) {
            auto *end = button(u"endSession"_s, tr("End…"));
            end->setAccessibleName(tr("End the session of %1 at %2").arg(person, station.name));
            connect(end, &QPushButton::clicked, this,
                [this, id = session.id] { Q_EMIT sessionEndAsked(id); });
        }
        ++m_row;
    }
}

void StationsBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    widgets::paintBox(painter, rect(), tokens().panel, Qt::NoPen);
}

} // namespace watchroom::ui
