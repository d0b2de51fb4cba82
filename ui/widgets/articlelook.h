// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QImage>

class QTextDocument;

/// How the text of an article looks, wherever it is shown. Pure; images on any thread.
namespace watchroom::widgets {

/// As it is shown, at most `width` px wide, by its head alone; empty for what is no image, or too
/// large to be decoded.
[[nodiscard]] QSize imageSize(const QString &path, int width);
/// Of that size; null where that is empty.
[[nodiscard]] QImage decodedImage(const QString &path, int width);

/// Font and sheet, before the HTML is set.
void dressArticle(QTextDocument &document, const style::Theme &theme);
/// HTML's own sizes of headings grow with the text; the program's are steps of its own. After the
/// HTML is set.
void sizeHeadings(QTextDocument &document, const style::Theme &theme);

} // namespace watchroom::widgets
