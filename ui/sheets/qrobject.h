// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTextObjectInterface>

class QTextCursor;

namespace watchroom::sheets {

/// A QR code in the text of a sheet, made of whole dots of the paper so that each module is as
/// sharp as the printer. Lives with the document.
class QrObject : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    static void registerFor(QTextDocument &document);
    static void insert(QTextCursor &cursor, const QString &text);

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
        const QTextFormat &format) override;

private:
    using QObject::QObject;
};

} // namespace watchroom::sheets
