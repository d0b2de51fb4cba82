// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/errors.h"

#include "app/words/fill.h"
#include "app/words/sentences.h"

#include <QCoreApplication>

namespace watchroom::words {

using namespace Qt::StringLiterals;

namespace {

const char *sentenceOf(QStringView code)
{
    for (const auto sentences : {ruleSentences(), systemSentences(), serverSentences(),
             secretSentences(), articleSentences()}) {
        if (const char *text = find(sentences, code))
            return text;
    }
    return nullptr;
}

QString filled(const char *text, QStringView code, const QJsonObject &params, const Names &names)
{
    return fill(QCoreApplication::translate("error", text), [&](QStringView name) {
        // What is missing at this gate are parties; at the others, fields.
        const bool parties = name == "missing"_L1 && code == "gate_told"_L1;
        const Wording wording = parties ? Wording::Parties : usualWording(name);
        return wordParameter(wording, params.value(name), names);
    });
}

/// Somebody was faster: a claim that came second says who has it.
QString claimedMeanwhile(const QJsonObject &params, const Names &names)
{
    const QString owner = wordParameter(Wording::Person, params.value("value"_L1), names);
    if (owner.isEmpty())
        return QCoreApplication::translate(
            "error", "Nobody owns it any more. Claim it if you want to have it.");
    return QCoreApplication::translate(
        "error", "%1 has claimed it in the meantime. Take it over, or leave it.")
        .arg(owner);
}

} // namespace

bool hasSentence(QStringView code)
{
    return sentenceOf(code) != nullptr;
}

QString codeSentence(QStringView code, const QJsonObject &params, const Names &names)
{
    if (code == "changed"_L1 && params.value("column"_L1) == "owner"_L1)
        return claimedMeanwhile(params, names);
    const char *text = sentenceOf(code);
    return text ? filled(text, code, params, names) : code.toString();
}

QString errorSentence(const base::Error &error, const Names &names)
{
    if (hasSentence(error.code))
        return codeSentence(error.code, error.params, names);
    const QString general = say("error", kindSentences(), base::kindName(error.kind));
    if (error.code.isEmpty())
        return general;
    //: %1 is a general sentence, %2 the code word of what is wrong in particular.
    return QCoreApplication::translate("error", "%1 (%2)").arg(general, error.code);
}

} // namespace watchroom::words
