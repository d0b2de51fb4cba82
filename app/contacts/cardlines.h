// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace watchroom::contacts {

/// A line of a vCard. A value; any thread.
struct CardLine
{
    qsizetype number = 0; ///< in the file, from 1; of its first part
    QString name; ///< in capitals, without its group
    QList<std::pair<QString, QString>> params; ///< names in capitals
    QString value; ///< as it is written

    [[nodiscard]] QString param(QLatin1StringView name) const;
    [[nodiscard]] QStringList types() const; ///< in small letters
};

/// With what was folded joined; what is no line of a card is left out.
[[nodiscard]] QList<CardLine> cardLines(QStringView text);
/// Folded after 75 octets.
[[nodiscard]] QByteArray foldedLine(const QString &line);
/// Of a parameter (RFC 6868), with its quotes.
[[nodiscard]] QString quotedParam(const QString &text);

} // namespace watchroom::contacts
