// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/carddelegate.h"

#include "app/incidents/incidentsmodel.h"
#include "ui/style/levelshape.h"
#include "ui/style/theme.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QMouseEvent>
#include <QPainter>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Weight;
using widgets::paintText;
using widgets::textWidth;

namespace {

constexpr int kGap = 8; ///< between cards
constexpr int kFullHeight = 148;
constexpr int kCompactHeight = 72;
constexpr int kPad = 10;

} // namespace

/// One card that is being drawn; rows are given in px for a text factor of 1 from the card's top.
struct CardDelegate::Draw
{
    QPainter &painter;
    const style::Theme &theme;
    const style::Tokens &tokens;
    QRect card;
    const CardContent &content;
    bool marksUnsent = false; ///< in the head: there is no room for the stripe

    [[nodiscard]] int px(int pixels) const { return theme.scaled(pixels); }
    [[nodiscard]] QRectF row(int top, int height) const
    {
        return QRectF(
            card.left() + px(kPad), card.top() + px(top), card.width() - 2 * px(kPad), px(height));
    }

    double text(const QRectF &rect, const QString &words, FontRole role, const QColor &colour,
        Weight weight = Weight::Regular, Qt::Alignment align = Qt::AlignLeft) const
    {
        return paintText(painter, rect, theme.font(role, weight), colour, words, align);
    }

    /// Shape, name of the level, marks, and the reference on the right; a solid red one on tint.
    void head(int height) const
    {
        const auto &level = tokens.level(content.level);
        if (content.level == domain::Level::Red && !content.hollow)
            painter.fillRect(
                QRect(card.left() + 1, card.top() + 1, card.width() - 2, px(height) - 1),
                level.tint);
        QRectF rest = row(0, height);
        const QRectF mark(rest.left(), rest.center().y() - px(6), px(12), px(12));
        style::paintLevel(painter, mark, content.level, tokens,
            content.hollow ? style::ShapeFill::Hollow : style::ShapeFill::Solid);
        rest.setRight(rest.right()
            - text(rest, content.reference, FontRole::Caption, tokens.t2, Weight::Regular,
                Qt::AlignRight)
            - px(4));
        rest.setLeft(mark.right() + px(6));
        rest.setLeft(rest.left()
            + text(rest, content.levelName, FontRole::Body, level.text, Weight::Bold) + px(6));
        if (content.drill)
            rest.setLeft(widgets::paintChip(painter, rest, theme, widgets::ChipKind::Drill,
                             CardDelegate::tr("Drill"))
                             .right()
                + px(4));
        if (marksUnsent)
            widgets::paintChip(
                painter, rest, theme, widgets::ChipKind::Inverse, {}, u"cloud-off"_s);
        else if (content.pending)
            widgets::paintIcon(painter, QRectF(rest.left(), rest.top(), px(14), rest.height()),
                theme, u"cloud-upload"_s, 14, tokens.t3);
    }

    /// Who owns it, or in bold that nobody does.
    void owner(const QRectF &rect) const
    {
        const QColor colour = content.unclaimed ? tokens.t1 : tokens.t2;
        const Weight weight = content.unclaimed ? Weight::Bold : Weight::Regular;
        if (ownerWidth() > rect.width()) { // the words before the icon
            text(rect, content.owner, FontRole::Caption, colour, weight);
            return;
        }
        widgets::paintIcon(painter, QRectF(rect.left(), rect.top(), px(14), rect.height()), theme,
            content.unclaimed ? u"user-question"_s : u"user"_s, 14, colour);
        text(rect.adjusted(px(18), 0, 0, 0), content.owner, FontRole::Caption, colour, weight);
    }

    [[nodiscard]] double ownerWidth() const
    {
        const Weight weight = content.unclaimed ? Weight::Bold : Weight::Regular;
        return px(18) + textWidth(theme.font(FontRole::Caption, weight), content.owner);
    }

    /// The inverse strip at the foot of an overdue red or yellow card.
    void overdueStrip(int height, const widgets::ClockLook &look) const
    {
        const QRectF strip(card.left(), card.bottom() + 1 - px(height), card.width(), px(height));
        widgets::paintOverdueStrip(painter, strip, theme, look);
    }

    /// What was not sent: an icon and the words, across the card.
    void unsentStripe(const QRectF &rect) const
    {
        painter.fillRect(rect, tokens.inv);
        QRectF inside = rect.adjusted(px(kPad), 0, -px(4), 0);
        widgets::paintIcon(painter, QRectF(inside.left(), inside.top(), px(14), inside.height()),
            theme, u"cloud-off"_s, 14, tokens.onInv);
        inside.setLeft(inside.left() + px(18));
        text(inside, content.unsent, FontRole::Caption, tokens.onInv, Weight::Bold);
    }

    void overdueChip(QRectF rect) const
    {
        rect.setLeft(widgets::paintChip(painter, rect, theme, widgets::ChipKind::Inverse,
                         content.timeLead + u' ' + content.time)
                         .right()
            + px(6));
        const QString limit = u"/ "_s + content.limit;
        if (textWidth(theme.font(FontRole::Caption), limit) <= rect.width())
            text(rect, limit, FontRole::Caption, tokens.t3);
    }
};

CardDelegate::CardDelegate(
    const style::Theme &theme, std::function<base::Instant()> now, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_now(std::move(now))
    , m_policy(domain::defaultPolicy())
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
    CardContent card =
        cardContent(index.data(IncidentsModel::IncidentRole).value<incidents::Incident>(),
            index.data(IncidentsModel::PlaceRole).toString(),
            index.data(IncidentsModel::OwnerNameRole).toString(), m_policy, m_now());
    card.unsent = index.data(IncidentsModel::UnsentRole).toString();
    return card;
}

void CardDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CardContent content = contentOf(index);
    const auto &tokens = m_theme.tokens();
    const QRect card = option.rect.adjusted(0, 0, 0, -kGap);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    widgets::paintBox(*painter, card,
        option.state & QStyle::State_MouseOver ? tokens.raised : tokens.card, Qt::NoPen);
    const Draw draw{
        *painter, m_theme, tokens, card, content, m_compact && !content.unsent.isEmpty()};
    if (m_compact)
        paintCompact(draw);
    else
        paintFull(draw);
    widgets::paintBox(
        *painter, card, Qt::NoBrush, QPen(selected ? tokens.acc : tokens.line, selected ? 2 : 1));
    painter->restore();
}

bool CardDelegate::claimIsWord(const QRect &card) const
{
    const double words = textWidth(claimFont(), tr("Claim") + unclaimedWord());
    return words + m_theme.scaled(2 * kPad + 8) <= card.width();
}

QRect CardDelegate::claimRect(const QRect &card) const
{
    const int width = m_theme.scaled(12)
        + (claimIsWord(card) ? static_cast<int>(textWidth(claimFont(), tr("Claim")))
                             : m_theme.scaled(16));
    const int top = card.top() + m_theme.scaled(87);
    return {card.right() - m_theme.scaled(kPad) - width + m_theme.scaled(6), top, width,
        m_theme.scaled(20)};
}

QRect CardDelegate::unsentRect(const QRect &card) const
{
    if (!m_compact)
        return {
            card.left() + 1, card.top() + m_theme.scaled(48), card.width() - 2, m_theme.scaled(20)};
    return {card.left(), card.top(), card.width(), m_theme.scaled(23)};
}

QFont CardDelegate::claimFont() const
{
    return m_theme.font(FontRole::Caption, Weight::Bold);
}

void CardDelegate::paintFull(const Draw &draw) const
{
    const auto &tokens = draw.tokens;
    const CardContent &content = draw.content;
    draw.head(26);
    const bool unsent = !content.unsent.isEmpty(); // takes the second line of the title
    widgets::paintWrapped(draw.painter, draw.row(28, 40),
        m_theme.font(FontRole::Body, Weight::Bold), tokens.t1, content.title, unsent ? 1 : 2,
        draw.px(19));
    if (unsent)
        draw.unsentStripe(unsentRect(draw.card));
    draw.text(draw.row(68, 18), content.place, FontRole::Caption, tokens.t2);
    QRectF owner = draw.row(87, 20);
    if (content.unclaimed) {
        const QRectF claim = claimRect(draw.card).adjusted(0, 0, -draw.px(6), 0);
        if (claimIsWord(draw.card))
            draw.text(
                claim, tr("Claim"), FontRole::Caption, tokens.acc, Weight::Bold, Qt::AlignRight);
        else
            widgets::paintIcon(draw.painter, claim.adjusted(claim.width() - draw.px(16), 0, 0, 0),
                m_theme, u"hand-stop"_s, 16, tokens.acc);
        owner.setRight(claim.left());
    } else if (content.waiting) {
        const auto kind = widgets::ChipKind::Outline;
        const bool fits = draw.ownerWidth() + draw.px(4)
                + widgets::chipSize(m_theme, kind, tr("3rd party")).width()
            <= owner.width();
        owner.setRight(widgets::paintChip(draw.painter, owner, m_theme, kind,
                           fits ? tr("3rd party") : QString(), fits ? QString() : u"hourglass"_s,
                           Qt::AlignRight)
                           .left()
            - draw.px(4));
    }
    draw.owner(owner);
    if (content.time.isEmpty())
        return;
    if (content.overdue && content.level != domain::Level::Blue) {
        draw.overdueStrip(28,
            {.caption = {},
                .time = content.timeLead + u' ' + content.time,
                .limit = content.limit,
                .beside = {}});
        return;
    }
    const QRectF line = draw.row(111, 1);
    draw.painter.fillRect(QRectF(line.left(), line.top(), line.width(), 1), tokens.line);
    if (content.overdue) {
        draw.overdueChip(draw.row(114, 26));
        return;
    }
    widgets::paintClock(draw.painter, draw.row(114, 29), m_theme,
        {.caption = content.timeLead,
            .time = content.time,
            .limit = content.limit,
            .beside = {},
            .share = content.used});
}

void CardDelegate::paintCompact(const Draw &draw) const
{
    const auto &tokens = draw.tokens;
    const CardContent &content = draw.content;
    draw.head(23);
    draw.text(draw.row(24, 20), content.title, FontRole::Body, tokens.t1, Weight::Bold);
    const QString over = content.timeLead + u' ' + content.time;
    if (content.overdue && content.level != domain::Level::Blue) {
        draw.overdueStrip(24, {.caption = {}, .time = over, .limit = {}, .beside = content.owner});
        return;
    }
    QRectF foot = draw.row(45, 22);
    if (content.overdue)
        foot.setRight(widgets::paintChip(
            draw.painter, foot, m_theme, widgets::ChipKind::Inverse, over, {}, Qt::AlignRight)
                          .left());
    else {
        // That nobody has it is read before the clock is large.
        const double words = draw.ownerWidth() - draw.px(18) + draw.px(6);
        const QFont large = m_theme.font(FontRole::Section, Weight::Bold);
        const bool fits = words + textWidth(large, content.time) <= foot.width();
        foot.setRight(foot.right()
            - draw.text(foot, content.time, fits ? FontRole::Section : FontRole::Body, tokens.t1,
                Weight::Bold, Qt::AlignRight));
    }
    foot.setRight(foot.right() - draw.px(6));
    draw.owner(foot);
    const double bar = draw.px(3);
    widgets::paintShareBar(draw.painter,
        QRectF(draw.card.left() + 1, draw.card.bottom() - bar, draw.card.width() - 2, bar),
        content.used, tokens);
}

bool CardDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
    const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QRect card = option.rect.adjusted(0, 0, 0, -kGap);
        const bool left = mouse->button() == Qt::LeftButton;
        if (left && unsentRect(card).contains(mouse->pos())
            && !index.data(incidents::IncidentsModel::UnsentRole).toString().isEmpty()) {
            Q_EMIT unsentPressed(index);
            return true;
        }
        if (left && !m_compact && claimRect(card).contains(mouse->pos())
            && contentOf(index).unclaimed) {
            Q_EMIT claimPressed(index);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace watchroom::ui
