// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/qrobject.h"

#include "ui/sheets/qrcode.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextCursor>
#include <QTextDocument>

namespace watchroom::sheets {

namespace {

constexpr int kType = QTextFormat::UserObject + 1;
constexpr int kText = QTextFormat::UserProperty + 1;
constexpr int kDots = 12; // of 600 an inch: a module is half a millimetre

QImage imageOf(const QTextFormat &format)
{
    return qrCode(format.stringProperty(kText).toUtf8());
}

} // namespace

void QrObject::registerFor(QTextDocument &document)
{
    document.documentLayout()->registerHandler(kType, new QrObject(&document));
}

void QrObject::insert(QTextCursor &cursor, const QString &text)
{
    QTextCharFormat format;
    format.setObjectType(kType);
    format.setProperty(kText, text);
    cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
}

QSizeF QrObject::intrinsicSize(QTextDocument *, int, const QTextFormat &format)
{
    return imageOf(format).size() * kDots;
}

void QrObject::drawObject(
    QPainter *painter, const QRectF &rect, QTextDocument *, int, const QTextFormat &format)
{
    const QImage image = imageOf(format);
    painter->save();
    painter->setRenderHint(QPainter::LosslessImageRendering);
    painter->drawImage(rect.topLeft().toPoint(), image.scaled(image.size() * kDots));
    painter->restore();
}

} // namespace watchroom::sheets
