// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include "ui/style/themestyle.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QRegularExpression>

#include <array>
#include <cmath>

// Outside the namespace, as Qt asks of resources in a static library.
static void loadResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace watchroom::style {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TypeSize
{
    int pixels;
    int line;
};
constexpr std::array<TypeSize, 6> kTypeSizes{
    {{11, 16}, {12, 16}, {13, 20}, {15, 24}, {18, 24}, {24, 32}}};
constexpr std::array<double, 3> kFactors{1.0, 1.15, 1.3};

constexpr TypeSize sizeOf(FontRole role)
{
    return kTypeSizes.at(static_cast<std::size_t>(role));
}

/// An icon that asks the theme for its colour whenever it is painted. UI thread.
class TintedIcon final : public QIconEngine
{
public:
    TintedIcon(const Theme &theme, QString name, Ink ink)
        : m_theme(theme)
        , m_name(std::move(name))
        , m_ink(ink)
    {
    }

    QIconEngine *clone() const override { return new TintedIcon(m_theme, m_name, m_ink); }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    bool isNull() override { return !IconSet::has(m_name); }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    // Qt gives `size` in device pixels here, and the ratio beside it.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal ratio) override
    {
        const int side = std::min(size.width(), size.height());
        QPixmap drawn = m_icons.pixmap(m_name, side, colour(mode), 1.0);
        drawn.setDevicePixelRatio(ratio);
        return drawn;
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        const int side = std::min(rect.width(), rect.height());
        const QPixmap drawn = m_icons.pixmap(m_name, side, colour(mode), ratio);
        painter->drawPixmap(rect.center() - QPoint((side - 1) / 2, (side - 1) / 2), drawn);
    }

private:
    QColor colour(QIcon::Mode mode) const
    {
        return m_theme.ink(mode == QIcon::Disabled ? Ink::T3 : m_ink);
    }

    const Theme &m_theme;
    QString m_name;
    Ink m_ink;
    IconSet m_icons;
};

QHash<QString, QColor> colourNames(const Tokens &t)
{
    return {{u"bg"_s, t.bg}, {u"rail"_s, t.rail}, {u"panel"_s, t.panel}, {u"card"_s, t.card},
        {u"raised"_s, t.raised}, {u"field"_s, t.field}, {u"line"_s, t.line}, {u"line2"_s, t.line2},
        {u"t1"_s, t.t1}, {u"t2"_s, t.t2}, {u"t3"_s, t.t3}, {u"acc"_s, t.acc},
        {u"accFill"_s, t.accFill}, {u"accTint"_s, t.accTint}, {u"onAcc"_s, t.onAcc}};
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    loadResources();
}

Theme::~Theme() = default;

void Theme::setKind(ThemeKind kind)
{
    if (m_kind == kind)
        return;
    m_kind = kind;
    refresh();
}

void Theme::setTextSize(TextSize size)
{
    if (m_textSize == size)
        return;
    m_textSize = size;
    refresh();
}

double Theme::textFactor() const
{
    return kFactors.at(static_cast<std::size_t>(m_textSize));
}

QFont Theme::font(FontRole role, Weight weight) const
{
    QFont font;
    font.setFamilies({u"Noto Sans CJK SC"_s, u"WenQuanYi Micro Hei"_s});
    font.setPixelSize(scaled(sizeOf(role).pixels));
    font.setWeight(weight == Weight::Bold ? QFont::Bold : QFont::Normal);
    return font;
}

int Theme::lineHeight(FontRole role) const
{
    return scaled(sizeOf(role).line);
}

int Theme::scaled(int pixels) const
{
    return static_cast<int>(std::lround(pixels * textFactor()));
}

QColor Theme::ink(Ink ink) const
{
    const Tokens &t = tokens();
    const std::array<QColor, 6> colours{t.t1, t.t2, t.t3, t.acc, t.onAcc, t.onInv};
    return colours.at(static_cast<std::size_t>(ink));
}

QPixmap Theme::pixmap(const QString &name, int size, const QColor &colour, qreal ratio) const
{
    return m_icons.pixmap(name, scaled(size), colour, ratio);
}

QIcon Theme::icon(const QString &name, Ink ink) const
{
    return QIcon(new TintedIcon(*this, name, ink));
}

QPalette Theme::palette() const
{
    const Tokens &t = tokens();
    QPalette p;
    p.setColor(QPalette::Window, t.bg);
    p.setColor(QPalette::WindowText, t.t1);
    p.setColor(QPalette::Base, t.field);
    p.setColor(QPalette::AlternateBase, t.panel);
    p.setColor(QPalette::Text, t.t1);
    p.setColor(QPalette::PlaceholderText, t.t3);
    p.setColor(QPalette::Button, t.card);
    p.setColor(QPalette::ButtonText, t.t1);
    p.setColor(QPalette::BrightText, t.t1);
    p.setColor(QPalette::Light, t.raised);
    p.setColor(QPalette::Midlight, t.raised);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.line2);
    p.setColor(QPalette::Shadow, t.rail);
    p.setColor(QPalette::Highlight, t.accFill);
    p.setColor(QPalette::HighlightedText, t.onAcc);
    p.setColor(QPalette::Link, t.acc);
    p.setColor(QPalette::LinkVisited, t.acc);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.t1);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.t3);
    return p;
}

QString Theme::styleSheet() const
{
    QFile file(u":/watchroom/qss/watchroom.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString sheet = QString::fromUtf8(file.readAll());
    const auto colours = colourNames(tokens());
    // "@name" is a colour, "@32" a size in pixels that grows with the text.
    static const QRegularExpression placeholder(u"@(\\d+|[A-Za-z]\\w*)"_s);
    QString filled;
    qsizetype from = 0;
    for (auto it = placeholder.globalMatch(sheet); it.hasNext();) {
        const auto match = it.next();
        const QString word = match.captured(1);
        bool isSize = false;
        const int size = word.toInt(&isSize);
        filled += QStringView(sheet).mid(from, match.capturedStart() - from);
        filled += isSize ? QString::number(scaled(size)) : colours.value(word).name();
        from = match.capturedEnd();
    }
    filled += QStringView(sheet).mid(from);
    return filled;
}

void Theme::apply(QApplication &application)
{
    m_application = &application;
    QApplication::setStyle(new ThemeStyle(*this));
    refresh();
}

void Theme::refresh()
{
    m_icons.clear();
    if (m_application != nullptr) {
        QApplication::setFont(font(FontRole::Body));
        QApplication::setPalette(palette());
        m_application->setStyleSheet(styleSheet());
    }
    Q_EMIT changed();
}

} // namespace watchroom::style
