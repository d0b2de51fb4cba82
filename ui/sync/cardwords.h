// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/undelivered/undeliveredcard.h"
#include "app/words/phrases.h"

#include <QHash>

namespace watchroom::ui {

/// What an operation wanted, in a few words: "Claim", "Enter Diagnosis", "Log: called the carrier".
[[nodiscard]] QString deedOf(const domain::Operation &operation);
/// How a column is called.
[[nodiscard]] QString columnWord(const QString &column);
/// A value of a column as a person reads it; "–" where there is none.
[[nodiscard]] QString valueWord(
    const QString &column, const QJsonValue &value, const words::Names &names);
/// The chip of a card: "Claimed already", "Conflict", "Refused", "Waits for Chen".
[[nodiscard]] QString headOf(const undelivered::Card &card, const words::Names &names);
/// The mark of an incident on the board, from its cards: "Not sent: changed by Zhou Min, 10:42".
[[nodiscard]] QHash<QUuid, QString> marksOf(
    const QList<undelivered::Card> &cards, const words::Names &names);
/// What happened and what can be done, one or two sentences.
[[nodiscard]] QString sentenceOf(const undelivered::Card &card, const words::Names &names);

} // namespace watchroom::ui
