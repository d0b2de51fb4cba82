// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QHash>
#include <QPixmap>
#include <QString>

namespace watchroom::style {

/// The outline icons of resources/icons, tinted by replacing `currentColor`, with a stroke of
/// 1.75 and one cache entry per name, size, colour and pixel ratio. UI thread.
class IconSet
{
public:
    IconSet() = default;
    IconSet(const IconSet &) = delete;
    IconSet &operator=(const IconSet &) = delete;
    ~IconSet() = default;

    [[nodiscard]] static bool has(const QString &name);
    /// A square of `size` device independent pixels; null when there is no such icon.
    [[nodiscard]] QPixmap pixmap(
        const QString &name, int size, const QColor &colour, qreal ratio) const;
    /// The colours of the old theme are of no more use.
    void clear();
    [[nodiscard]] qsizetype cached() const { return m_pixmaps.size(); }

private:
    [[nodiscard]] QByteArray source(const QString &name) const;

    mutable QHash<QString, QByteArray> m_sources;
    mutable QHash<QString, QPixmap> m_pixmaps;
};

} // namespace watchroom::style
