// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timelinedelegate.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QMouseEvent>
#include <QPainter>

namespace watchroom::widgets {

using namespace Qt::Literals::StringLiterals;
using style::FontRole;

namespace {
constexpr int kRow = 20; // px; a timeline is denser than a list
constexpr int kNote = 16; // of the second line
constexpr int kTime = 38;
constexpr int kIcon = 16;
constexpr int kGap = 8;
constexpr QSize kPicture(96, 64);
constexpr int kPictureIcon = 18;
} // namespace

TimelineDelegate::TimelineDelegate(const style::Theme &theme, Roles roles, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_roles(roles)
{
}

void TimelineDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const style::Tokens &t = m_theme.tokens();
    painter->save();
    if (option.state & (QStyle::State_Selected | QStyle::State_HasFocus))
        painter->fillRect(option.rect, t.accTint);
    QRectF rest = QRectF(option.rect).adjusted(2, 0, -2, 0);
    const QString note = index.data(m_roles.note).toString();
    rest.setHeight(m_theme.scaled(kRow));
    paintText(
        *painter, rest, m_theme.font(FontRole::Caption), t.t2, index.data(m_roles.time).toString());
    QRectF icon = rest;
    icon.setLeft(rest.left() + m_theme.scaled(kTime));
    icon.setWidth(m_theme.scaled(kIcon));
    paintIcon(*painter, icon, m_theme, index.data(m_roles.icon).toString(), 14, t.t2);
    rest.setLeft(icon.right() + m_theme.scaled(kGap));
    if (index.data(m_roles.pending).toBool()) {
        QRectF mark = rest;
        mark.setLeft(rest.right() - m_theme.scaled(kIcon));
        paintIcon(*painter, mark, m_theme, u"hourglass"_s, 14, t.t3);
        rest.setRight(mark.left() - 4);
    }
    const QString author = index.data(m_roles.author).toString();
    if (!author.isEmpty()) {
        rest.setLeft(rest.left()
            + paintText(
                *painter, rest, m_theme.font(FontRole::Body, style::Weight::Bold), t.t1, author)
            + m_theme.scaled(kGap));
    }
    const bool struck = index.data(m_roles.struck).toBool();
    QFont said = m_theme.font(FontRole::Body);
    said.setStrikeOut(struck);
    paintText(*painter, rest, said, struck ? t.t2 : t.t1, index.data(m_roles.text).toString());
    if (!note.isEmpty()) {
        const QRectF below(icon.right() + m_theme.scaled(kGap), rest.bottom(),
            option.rect.right() - icon.right() - m_theme.scaled(kGap), m_theme.scaled(kNote));
        paintText(*painter, below, m_theme.font(FontRole::Caption), t.t2, note);
    }
    paintPictures(*painter, option.rect, index);
    painter->restore();
}

QList<TimelinePicture> TimelineDelegate::picturesOf(const QModelIndex &index) const
{
    return index.data(m_roles.pictures).value<QList<TimelinePicture>>();
}

QRectF TimelineDelegate::pictureRect(const QRect &row, const QModelIndex &index) const
{
    const bool hasNote = !index.data(m_roles.note).toString().isEmpty();
    const int left = 2 + m_theme.scaled(kTime) + m_theme.scaled(kIcon) + m_theme.scaled(kGap);
    const int top = m_theme.scaled(kRow) + (hasNote ? m_theme.scaled(kNote) : 0);
    return {QPointF(row.left() + left, row.top() + top),
        QSizeF(m_theme.scaled(kPicture.width()), m_theme.scaled(kPicture.height()))};
}

void TimelineDelegate::paintPictures(
    QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    const style::Tokens &t = m_theme.tokens();
    const QList<TimelinePicture> pictures = picturesOf(index);
    QRectF frame = pictureRect(row, index);
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        const TimelinePicture &picture = pictures[i];
        const double next = frame.right() + m_theme.scaled(kGap);
        const bool last = next + frame.width() > row.right();
        paintBox(painter, frame, t.bg, QPen(t.line2, 1));
        if (last && i + 1 < pictures.size()) {
            paintText(painter, frame, m_theme.font(FontRole::Body), t.t2,
                u"+%1"_s.arg(pictures.size() - i), Qt::AlignHCenter);
            return;
        }
        if (!picture.image.isNull()) {
            const QRectF inside = frame.adjusted(1, 1, -1, -1);
            QRectF shown(
                QPointF(), QSizeF(picture.image.size()).scaled(inside.size(), Qt::KeepAspectRatio));
            shown.moveCenter(inside.center());
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(shown, picture.image);
        } else {
            QRectF above = frame;
            above.setHeight(frame.height() * 0.6);
            QRectF below = frame;
            below.setTop(above.bottom());
            below.setHeight(m_theme.scaled(kNote));
            paintIcon(painter, above, m_theme, picture.icon, kPictureIcon, t.t2);
            paintText(painter, below, m_theme.font(FontRole::Caption), t.t2, picture.caption,
                Qt::AlignHCenter);
        }
        frame.moveLeft(next);
    }
}

bool TimelineDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
    const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const QPointF at = static_cast<QMouseEvent *>(event)->position();
        QRectF frame = pictureRect(option.rect, index);
        for (int i = 0; i < picturesOf(index).size() && frame.right() <= option.rect.right(); ++i) {
            if (frame.contains(at)) {
                Q_EMIT picturePressed(index, i);
                return true;
            }
            frame.moveLeft(frame.right() + m_theme.scaled(kGap));
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool hasNote = !index.data(m_roles.note).toString().isEmpty();
    const bool hasPictures = index.data(m_roles.pictureCount).toInt() > 0;
    return {option.rect.width(),
        m_theme.scaled(kRow) + (hasNote ? m_theme.scaled(kNote) : 0)
            + (hasPictures ? m_theme.scaled(kPicture.height() + kGap) : 0)};
}

} // namespace watchroom::widgets
