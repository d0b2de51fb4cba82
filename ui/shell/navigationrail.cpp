// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigationrail.h"

#include "ui/shell/railbutton.h"
#include "ui/style/theme.h"

#include <QButtonGroup>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kNarrow = 64;
constexpr int kWide = 88;
constexpr int kTop = 56; // as high as the top strip beside it
} // namespace

NavigationRail::NavigationRail(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_group(new QButtonGroup(this))
    , m_top(new QVBoxLayout)
    , m_foot(new QVBoxLayout)
{
    setObjectName(u"rail"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme.scaled(kTop), 0, theme.scaled(24));
    layout->setSpacing(0);
    layout->addLayout(m_top);
    layout->addStretch();
    layout->addLayout(m_foot);
    // A screen reader checks a button without clicking it.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int page, bool on) {
        if (on)
            Q_EMIT pageChosen(page);
    });
    NavigationRail::themeChanged();
}

void NavigationRail::addPage(const QString &name, const QString &icon, bool atFoot)
{
    auto *button = new RailButton(theme(), icon, this);
    button->setObjectName(name);
    m_group->addButton(button, int(m_group->buttons().size()));
    (atFoot ? m_foot : m_top)->addWidget(button);
}

void NavigationRail::setText(int page, const QString &text)
{
    m_group->button(page)->setText(text);
    m_group->button(page)->setAccessibleName(text);
}

void NavigationRail::setCount(int page, int count)
{
    static_cast<RailButton *>(m_group->button(page))->setCount(count);
}

void NavigationRail::setCurrent(int page)
{
    const QSignalBlocker quiet(m_group); // it follows; nobody chose
    m_group->button(page)->setChecked(true);
}

void NavigationRail::setReachable(int page, bool reachable)
{
    m_group->button(page)->setVisible(reachable);
}

void NavigationRail::setWide(bool wide)
{
    m_wide = wide;
    NavigationRail::themeChanged();
}

void NavigationRail::themeChanged()
{
    setFixedWidth(scaled(m_wide ? kWide : kNarrow));
    layout()->setContentsMargins(0, scaled(kTop), 0, scaled(8));
    ThemedWidget::themeChanged();
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), tokens().rail);
    const int side = scaled(28);
    const QRectF mark((width() - side) / 2.0, (scaled(kTop) - side) / 2.0, side, side);
    painter.setPen(QPen(tokens().t1, 2));
    painter.drawRoundedRect(mark, 6, 6);
    const int icon = scaled(18);
    painter.drawPixmap(
        QPointF(mark.center().x() - icon / 2.0, mark.center().y() - icon / 2.0).toPoint(),
        theme().pixmap(u"activity"_s, 18, tokens().t1, devicePixelRatioF()));
}

} // namespace watchroom::ui
