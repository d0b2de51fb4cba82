// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/iconset.h"

#include "app/base/log.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>

namespace watchroom::style {

using namespace Qt::Literals::StringLiterals;

namespace {
QString resource(const QString &name)
{
    return u":/watchroom/icons/%1.svg"_s.arg(name);
}
} // namespace

bool IconSet::has(const QString &name)
{
    return QFile::exists(resource(name));
}

QByteArray IconSet::source(const QString &name) const
{
    if (const auto known = m_sources.constFind(name); known != m_sources.constEnd())
        return *known;
    QFile file(resource(name));
    QByteArray svg;
    if (file.open(QIODevice::ReadOnly)) {
        svg = file.readAll();
        svg.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
    } else {
        qCWarning(base::lcUi) << "no icon" << name;
    }
    m_sources.insert(name, svg);
    return svg;
}

QPixmap IconSet::pixmap(const QString &name, int size, const QColor &colour, qreal ratio) const
{
    const QString key = u"%1/%2/%3/%4"_s.arg(name)
                            .arg(size)
                            .arg(colour.rgba(), 0, 16)
                            .arg(std::lround(ratio * 100));
    if (const auto known = m_pixmaps.constFind(key); known != m_pixmaps.constEnd())
        return *known;
    QByteArray svg = source(name);
    if (svg.isEmpty())
        return {};
    svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    const int side = static_cast<int>(std::lround(size * ratio));
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    {
        QPainter painter(&pixmap);
        painter.setOpacity(colour.alphaF());
        QSvgRenderer(svg).render(&painter, QRectF(0, 0, side, side));
    }
    pixmap.setDevicePixelRatio(ratio);
    m_pixmaps.insert(key, pixmap);
    return pixmap;
}

void IconSet::clear()
{
    m_pixmaps.clear();
}

} // namespace watchroom::style
