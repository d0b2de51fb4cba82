// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/carddelegate.h"

#include "app/incidents/incidentsmodel.h"
#include "ui/style/levelshape.h"
#include "ui/style/theme.h"

#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Weight;

namespace {

constexpr int kGap = 8; ///< between cards
constexpr int kFullHeight = 148;
constexpr int kCompactHeight = 72;
constexpr int kRadius = 4;
constexpr int kPad = 10;

} // namespace

struct CardDelegate::Draw
{
    QPainter &painter;
    const style::Theme &theme;
    const style::Tokens &tokens;
    qreal ratio;

    [[nodiscard]] int px(int pixels) const { return theme.scaled(pixels); }

    /// Draws one line and answers its width.
    int line(const QRect &rect, const QString &words, FontRole role, Weight weight,
        const QColor &colour, Qt::Alignment align = Qt::AlignLeft) const
    {
        painter.setFont(theme.font(role, weight));
        painter.setPen(colour);
        const QFontMetrics metrics(painter.font());
        const QString shown = metrics.elidedText(words, Qt::ElideRight, rect.width());
        painter.drawText(rect, int(align | Qt::AlignVCenter), shown);
        return metrics.horizontalAdvance(shown);
    }

    /// `size` grows with the text, as the theme's pixmaps do.
    void icon(const QPoint &at, const QString &name, int size, const QColor &colour) const
    {
        painter.drawPixmap(at, theme.pixmap(name, size, colour, ratio));
    }

    /// A remark that is left out where it does not fit whole.
    void remark(const QRect &rect, const QString &words) const
    {
        const QFontMetrics metrics(theme.font(FontRole::Caption));
        if (metrics.horizontalAdvance(words) <= rect.width())
            line(rect, words, FontRole::Caption, Weight::Regular, tokens.t3);
    }

    /// At most `count` lines, the last one elided; lines are `height` apart.
    void paragraph(const QRect &rect, const QString &words, int count, int height) const
    {
        painter.setFont(theme.font(FontRole::Body, Weight::Bold));
        painter.setPen(tokens.t1);
        const QFontMetrics metrics(painter.font());
        QTextLayout layout(words, painter.font());
        QTextOption wrap;
        wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(wrap);
        layout.beginLayout();
        for (int row = 0; row < count; ++row) {
            QTextLine textLine = layout.createLine();
            if (!textLine.isValid())
                break;
            textLine.setLineWidth(rect.width());
            const bool last = row == count - 1;
            const QString shown = last
                ? metrics.elidedText(words.mid(textLine.textStart()), Qt::ElideRight, rect.width())
                : words.mid(textLine.textStart(), textLine.textLength());
            painter.drawText(QRect(rect.left(), rect.top() + row * height, rect.width(), height),
                Qt::AlignLeft | Qt::AlignVCenter, shown);
        }
        layout.endLayout();
    }

    void bar(const QRect &rect, double share) const
    {
        painter.fillRect(rect, tokens.line);
        painter.fillRect(
            QRect(rect.left(), rect.top(), int(rect.width() * share), rect.height()), tokens.t3);
    }

    /// Shape, name of the level and the reference on the right.
    void head(const QRect &rect, const CardContent &card) const
    {
        const auto &level = tokens.level(card.level);
        const int side = px(12);
        const QRect mark(rect.left(), rect.top() + (rect.height() - side) / 2, side, side);
        style::paintLevel(painter, mark, card.level, tokens,
            card.hollow ? style::ShapeFill::Hollow : style::ShapeFill::Solid);
        QRect rest = rect.adjusted(side + px(6), 0, 0, 0);
        const int name = line(rest, card.levelName, FontRole::Body, Weight::Bold, level.text);
        rest.setLeft(rest.left() + name + px(6));
        if (card.drill) {
            painter.setPen(tokens.t1);
            rest.setLeft(rest.left()
                + line(rest, u"【"_s + CardDelegate::tr("Drill") + u"】"_s, FontRole::Caption,
                    Weight::Bold, tokens.t1)
                + px(4));
        }
        line(rest, card.reference, FontRole::Caption, Weight::Regular, tokens.t2, Qt::AlignRight);
    }

    void owner(const QRect &rect, const CardContent &card) const
    {
        const int side = px(14);
        icon({rect.left(), rect.top() + (rect.height() - side) / 2},
            card.unclaimed ? u"user-question"_s : u"user"_s, 14,
            card.unclaimed ? tokens.t1 : tokens.t2);
        line(rect.adjusted(side + px(4), 0, 0, 0), card.owner, FontRole::Caption,
            card.unclaimed ? Weight::Bold : Weight::Regular,
            card.unclaimed ? tokens.t1 : tokens.t2);
    }

    /// The inverted strip at the foot that says by how much the limit is passed.
    void overdueStrip(const QRect &rect, const CardContent &card, const QString &right) const
    {
        painter.fillRect(rect, tokens.inv);
        const QRect inner = rect.adjusted(px(kPad), 0, -px(kPad), 0);
        const int used = line(
            inner, card.timeLead + u' ' + card.time, FontRole::Body, Weight::Bold, tokens.onInv);
        line(inner.adjusted(used + px(8), 0, 0, 0), right, FontRole::Caption, Weight::Regular,
            tokens.onInv, Qt::AlignRight);
    }
};

CardDelegate::CardDelegate(
    const style::Theme &theme, std::function<base::Instant()> now, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_now(std::move(now))
{
}

int CardDelegate::rowHeight(bool compact) const
{
    return m_theme.scaled(compact ? kCompactHeight : kFullHeight) + kGap;
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), rowHeight(m_compact)};
}

CardContent CardDelegate::contentOf(const QModelIndex &index) const
{
    using incidents::IncidentsModel;
    return cardContent(index.data(IncidentsModel::IncidentRole).value<incidents::Incident>(),
        index.data(IncidentsModel::PlaceRole).toString(),
        index.data(IncidentsModel::OwnerNameRole).toString(), m_now());
}

void CardDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CardContent content = contentOf(index);
    const auto &tokens = m_theme.tokens();
    const QRect card = option.rect.adjusted(0, 0, 0, -kGap);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter->fillPath(
        outline, option.state & QStyle::State_MouseOver ? tokens.raised : tokens.card);
    const Draw draw{*painter, m_theme, tokens, painter->device()->devicePixelRatioF()};
    painter->save();
    painter->setClipPath(outline);
    if (m_compact)
        paintCompact(draw, card, content);
    else
        paintFull(draw, card, content);
    painter->restore();
    const bool selected = option.state & QStyle::State_Selected;
    painter->setPen(QPen(selected ? tokens.acc : tokens.line, selected ? 2 : 1));
    painter->setBrush(Qt::NoBrush);
    const qreal inset = selected ? 1.0 : 0.5;
    painter->drawRoundedRect(QRectF(card).adjusted(inset, inset, -inset, -inset), kRadius, kRadius);
    painter->restore();
}

QRect CardDelegate::claimRect(const QRect &card) const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Caption, Weight::Bold));
    const int width = metrics.horizontalAdvance(tr("Claim")) + m_theme.scaled(12);
    const int height = m_theme.scaled(20);
    const int top = card.top() + m_theme.scaled(m_compact ? 46 : 86);
    return {card.right() - m_theme.scaled(kPad) - width + m_theme.scaled(6), top, width, height};
}

void CardDelegate::paintFull(const Draw &draw, const QRect &card, const CardContent &content) const
{
    const auto &tokens = draw.tokens;
    const QRect inner = card.adjusted(draw.px(kPad), 0, -draw.px(kPad), 0);
    const auto row = [&](int top, int height) {
        return QRect(inner.left(), card.top() + draw.px(top), inner.width(), draw.px(height));
    };
    if (content.level == domain::Level::Red && !content.hollow)
        draw.painter.fillRect(QRect(card.left(), card.top(), card.width(), draw.px(26)),
            tokens.level(content.level).tint);
    draw.head(row(3, 22), content);
    draw.paragraph(row(28, 40), content.title, 2, draw.px(19));
    draw.line(row(68, 18), content.place, FontRole::Caption, Weight::Regular, tokens.t2);
    draw.owner(row(86, 20), content);
    if (content.unclaimed)
        draw.line(claimRect(card).adjusted(0, 0, -draw.px(6), 0), tr("Claim"), FontRole::Caption,
            Weight::Bold, tokens.acc, Qt::AlignRight);
    if (content.time.isEmpty())
        return;
    if (content.overdue && content.level != domain::Level::Blue) {
        const QRect strip(card.left(), card.bottom() + 1 - draw.px(30), card.width(), draw.px(30));
        draw.overdueStrip(strip, content, u"/ "_s + content.limit);
        return;
    }
    draw.painter.fillRect(
        QRect(inner.left(), card.top() + draw.px(110), inner.width(), 1), tokens.line);
    QRect clock = row(113, 24);
    if (content.overdue) {
        const QFontMetrics metrics(m_theme.font(FontRole::Body, Weight::Bold));
        const QString words = content.timeLead + u' ' + content.time;
        const QRect chip(clock.left(), clock.top() + draw.px(2),
            metrics.horizontalAdvance(words) + draw.px(12), draw.px(20));
        draw.painter.fillRect(chip, tokens.inv);
        draw.line(chip, words, FontRole::Body, Weight::Bold, tokens.onInv, Qt::AlignHCenter);
        draw.line(clock.adjusted(chip.width() + draw.px(6), 0, 0, 0), u"/ "_s + content.limit,
            FontRole::Caption, Weight::Regular, tokens.t3);
        return;
    }
    if (content.waiting) {
        draw.icon({clock.left(), clock.top() + draw.px(5)}, u"hourglass"_s, 14, tokens.t2);
        clock.setLeft(clock.left() + draw.px(20));
    } else {
        clock.setLeft(clock.left()
            + draw.line(clock, content.timeLead, FontRole::Caption, Weight::Regular, tokens.t3)
            + draw.px(5));
    }
    const int width = draw.line(clock, content.time, FontRole::Section, Weight::Bold, tokens.t1);
    clock.setLeft(clock.left() + width + draw.px(6));
    draw.remark(clock, content.waiting ? tr("waiting") : u"/ "_s + content.limit);
    draw.bar(row(139, 4), content.used);
}

void CardDelegate::paintCompact(
    const Draw &draw, const QRect &card, const CardContent &content) const
{
    const auto &tokens = draw.tokens;
    const QRect inner = card.adjusted(draw.px(kPad), 0, -draw.px(kPad), 0);
    const auto row = [&](int top, int height) {
        return QRect(inner.left(), card.top() + draw.px(top), inner.width(), draw.px(height));
    };
    if (content.level == domain::Level::Red && !content.hollow)
        draw.painter.fillRect(QRect(card.left(), card.top(), card.width(), draw.px(22)),
            tokens.level(content.level).tint);
    draw.head(row(2, 20), content);
    draw.line(row(24, 20), content.title, FontRole::Body, Weight::Bold, tokens.t1);
    if (content.overdue && content.level != domain::Level::Blue) {
        const QRect strip(card.left(), card.bottom() + 1 - draw.px(24), card.width(), draw.px(24));
        draw.overdueStrip(strip, content, content.owner);
        return;
    }
    QRect foot = row(46, 20);
    const QString time = content.overdue ? content.timeLead + u' ' + content.time : content.time;
    const QFontMetrics metrics(m_theme.font(FontRole::Section, Weight::Bold));
    const int timeWidth = metrics.horizontalAdvance(time);
    draw.owner(foot.adjusted(0, 0, -timeWidth - draw.px(6), 0), content);
    draw.line(foot, time, FontRole::Section, Weight::Bold, tokens.t1, Qt::AlignRight);
    draw.bar(
        QRect(card.left(), card.bottom() + 1 - draw.px(3), card.width(), draw.px(3)), content.used);
}

bool CardDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
    const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease && !m_compact) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QRect card = option.rect.adjusted(0, 0, 0, -kGap);
        if (mouse->button() == Qt::LeftButton && claimRect(card).contains(mouse->pos())
            && contentOf(index).unclaimed) {
            Q_EMIT claimPressed(index);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace watchroom::ui
