// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/searchtext.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace watchroom::ui {

/// A line of the search over everything: something that can be opened, or the heading of a group.
/// A value.
struct PaletteLine
{
    enum class Kind
    {
        Recent, ///< a heading only
        Article,
        Incident,
        Contact,
        Place,
        Page,
        Entry,
    };

    Kind kind = Kind::Page;
    bool isHeading = false;
    QString ref = {}; ///< a row's id, a place's key, a page's number
    QString title = {};
    QString aside = {}; ///< at the right end: which article, incident or place it is
    QString snippet = {}; ///< where it was found
    QList<store::TextRange> titleRanges = {};
    QList<store::TextRange> snippetRanges = {};

    [[nodiscard]] bool isSame(const PaletteLine &other) const
    {
        return kind == other.kind && ref == other.ref;
    }
    friend bool operator==(const PaletteLine &, const PaletteLine &) = default;
};

using PaletteLines = QList<PaletteLine>;

/// "文章" / "Articles"
[[nodiscard]] QString paletteHeading(PaletteLine::Kind kind);
/// "文章" / "Article", for who hears the line.
[[nodiscard]] QString paletteKind(PaletteLine::Kind kind);

} // namespace watchroom::ui

Q_DECLARE_METATYPE(watchroom::ui::PaletteLine)
