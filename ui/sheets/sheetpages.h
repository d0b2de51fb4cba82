// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QFont>
#include <QImage>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

class QIODevice;
class QPagedPaintDevice;
class QTextDocument;

namespace watchroom::sheets {

/// Of paper and PDF: outlines that embed as a subset and whose text comes out again as it went in
/// (Noto's does not).
[[nodiscard]] QFont paperFont(double points, bool bold = false);

inline constexpr double kCornerLine = 8; ///< mm that a foot's corner takes

/// What stands at the foot of every page.
struct Foot
{
    QString left; ///< beside the page's number
    QStringList lines = {}; ///< below it, the same on every page
    QString corner = {}; ///< at the top right of the first page, with the page's number; or empty
};

/// Lays a document out on A4 pages with their feet, as a PDF. `fill` writes the text; it is called
/// once, when the measures are known. Blocks; any thread.
[[nodiscard]] base::Result<> writePages(QIODevice &to, const QString &title, const Foot &foot,
    const std::function<void(QTextDocument &)> &fill);

/// The same on another paper device, of kPaperResolution; the caller begins and ends it.
[[nodiscard]] base::Result<> drawPages(
    QPagedPaintDevice &paper, const Foot &foot, const std::function<void(QTextDocument &)> &fill);
inline constexpr int kPaperResolution = 600; ///< dots an inch: glyphs stand as measured

/// The same pages as pictures of this width, in pixels. Blocks; any thread.
[[nodiscard]] QList<QImage> picturePages(
    int width, const Foot &foot, const std::function<void(QTextDocument &)> &fill);

/// A length as a document's formats take it: Qt grows it from the screen's resolution to paper's.
[[nodiscard]] double millimetres(double length);

} // namespace watchroom::sheets
