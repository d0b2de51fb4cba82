// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/nextdueline.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Weight;

NextDueLine::NextDueLine(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setObjectName(u"nextDue"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NextDueLine::setTexts(
    const QString &lead, const QString &time, const QString &what, bool overdue)
{
    if (lead == m_lead && time == m_time && what == m_what && overdue == m_overdue)
        return;
    m_lead = lead;
    m_time = time;
    m_what = what;
    m_overdue = overdue;
    QStringList all{lead, time, what};
    all.removeAll(QString());
    setAccessibleName(all.join(u' '));
    update();
}

QSize NextDueLine::sizeHint() const
{
    return {scaled(340), scaled(32)};
}

void NextDueLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const style::Tokens &t = tokens();
    widgets::paintBox(painter, rect(), m_overdue ? t.inv : t.raised,
        m_overdue ? QPen(Qt::NoPen) : QPen(t.line2, 1));
    QRectF rest = QRectF(rect()).adjusted(scaled(10), 0, -scaled(10), 0);
    const QColor strong = m_overdue ? t.onInv : t.t1;
    const QColor quiet = m_overdue ? t.onInv : t.t2;
    widgets::paintIcon(painter, QRectF(rest.left(), 0, scaled(16), height()), theme(),
        m_overdue ? u"clock-exclamation"_s : u"clock"_s, 16, quiet);
    rest.setLeft(rest.left() + scaled(22));
    const auto put = [&](const QString &text, FontRole role, Weight weight, const QColor &colour) {
        if (!text.isEmpty())
            rest.setLeft(rest.left()
                + widgets::paintText(painter, rest, theme().font(role, weight), colour, text)
                + scaled(8));
    };
    put(m_lead, FontRole::Body, Weight::Regular, quiet);
    put(m_time, FontRole::Section, Weight::Bold, strong);
    put(m_what, FontRole::Body, Weight::Regular, quiet);
}

} // namespace watchroom::ui
