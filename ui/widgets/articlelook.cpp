// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/articlelook.h"

#include <QImageReader>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace watchroom::widgets {

using namespace Qt::StringLiterals;
using style::FontRole;

namespace {

constexpr qint64 kMostPixels = 60'000'000;

QSize shownSize(QImageReader &reader, int width)
{
    reader.setAutoTransform(true);
    QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > kMostPixels)
        return {};
    if (reader.transformation() & QImageIOHandler::TransformationRotate90)
        size.transpose();
    return size.width() > width ? size.scaled(width, size.height(), Qt::KeepAspectRatio) : size;
}

} // namespace

QSize imageSize(const QString &path, int width)
{
    QImageReader reader(path);
    return shownSize(reader, width);
}

QImage decodedImage(const QString &path, int width)
{
    QImageReader reader(path);
    const QSize size = shownSize(reader, width);
    if (size.isEmpty())
        return {};
    const bool turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    reader.setScaledSize(turned ? size.transposed() : size);
    return reader.read();
}

void dressArticle(QTextDocument &document, const style::Theme &theme)
{
    const auto &tokens = theme.tokens();
    document.setDefaultFont(theme.font(FontRole::Body));
    document.setDefaultStyleSheet(
        u"h1,h2,h3,h4 { margin-top: %1px; margin-bottom: %2px }"
        "p { margin-top: 0px; margin-bottom: %2px } a { color: %3 }"
        "td, th { padding: %2px } th { color: %4; text-align: left }"_s.arg(
            QString::number(theme.scaled(14)), QString::number(theme.scaled(6)), tokens.acc.name(),
            tokens.t3.name()));
}

void sizeHeadings(QTextDocument &document, const style::Theme &theme)
{
    QTextCursor whole(&document);
    whole.beginEditBlock(); // laid out once
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        if (level == 0)
            continue;
        const FontRole role = level == 1 ? FontRole::Title
            : level == 2                 ? FontRole::Section
                                         : FontRole::Body;
        const QFont font = theme.font(role, style::Weight::Bold);
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            QTextCharFormat format = part.fragment().charFormat();
            format.clearProperty(QTextFormat::FontSizeAdjustment);
            format.setFont(font, QTextCharFormat::FontPropertiesSpecifiedOnly);
            QTextCursor cursor(&document);
            cursor.setPosition(part.fragment().position());
            cursor.setPosition(
                part.fragment().position() + part.fragment().length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(format);
        }
    }
    whole.endEditBlock();
}

} // namespace watchroom::widgets
