// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactwords.h"

#include "app/words/phrases.h"
#include "app/words/times.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using contacts::CallResult;
using words::Phrase;

namespace {

constexpr std::array kWays{
    Phrase{"phone"_L1, QT_TRANSLATE_NOOP("contact way", "Phone")},
    Phrase{"mobile"_L1, QT_TRANSLATE_NOOP("contact way", "Mobile")},
    Phrase{"im"_L1, QT_TRANSLATE_NOOP("contact way", "Messenger")},
    Phrase{"email"_L1, QT_TRANSLATE_NOOP("contact way", "E-mail")},
    Phrase{"other"_L1, QT_TRANSLATE_NOOP("contact way", "Other")},
};

constexpr std::array kKinds{
    Phrase{"person"_L1, QT_TRANSLATE_NOOP("contact kind", "Person")},
    Phrase{"party"_L1, QT_TRANSLATE_NOOP("contact kind", "Outside party")},
};

constexpr std::array kRefusals{
    Phrase{"name_missing"_L1,
        QT_TRANSLATE_NOOP("contact refusal", "The name is missing. Say who it is.")},
    Phrase{"text_too_long"_L1,
        QT_TRANSLATE_NOOP("contact refusal",
            "A text is longer than 200 characters (a note: 2,000). Shorten it.")},
    Phrase{"kind_unknown"_L1,
        QT_TRANSLATE_NOOP("contact refusal", "“%1” is no kind. Write person or party.")},
    Phrase{"person_unknown"_L1,
        QT_TRANSLATE_NOOP("contact refusal",
            "Nobody of the team has the login “%1”. Correct it or leave it empty.")},
    Phrase{"place_unknown"_L1,
        QT_TRANSLATE_NOOP("contact refusal",
            "There is no place “%1”. Write its name as the list of places has it.")},
    Phrase{"too_many_ways"_L1,
        QT_TRANSLATE_NOOP(
            "contact refusal", "It has more than 20 ways. Keep those that are used.")},
    Phrase{"too_many_words"_L1,
        QT_TRANSLATE_NOOP("contact refusal",
            "It has too many places or tags, or a tag of more than 64 characters. Take some "
            "away.")},
    Phrase{"twice"_L1,
        QT_TRANSLATE_NOOP(
            "contact refusal", "It is the same contact as in line %1. Make one of the two.")},
    Phrase{"ambiguous"_L1,
        QT_TRANSLATE_NOOP("contact refusal",
            "Two contacts here have this name and organisation. Change them here, or give its "
            "id.")},
    Phrase{"card_version"_L1,
        QT_TRANSLATE_NOOP(
            "contact refusal", "It is a vCard of version “%1”. Export it as 3.0 or 4.0.")},
    Phrase{"card_open"_L1,
        QT_TRANSLATE_NOOP("contact refusal", "The vCard has no end. Export it again.")},
};

} // namespace

QString wayKind(QStringView code)
{
    return words::say("contact way", kWays, code);
}

QString contactKind(QStringView code)
{
    return words::say("contact kind", kKinds, code);
}

QString refusalSentence(const contacts::Refusal &refusal)
{
    const QString sentence = words::say("contact refusal", kRefusals, refusal.code);
    return sentence.contains(u"%1") ? sentence.arg(refusal.about) : sentence;
}

QString callResult(CallResult result)
{
    switch (result) {
    case CallResult::Reached:
        return QCoreApplication::translate("call", "Reached");
    case CallResult::NoAnswer:
        return QCoreApplication::translate("call", "No answer");
    case CallResult::Busy:
        return QCoreApplication::translate("call", "Engaged");
    }
    return {};
}

QString verification(const contacts::Contact &contact, base::Instant now)
{
    if (!contact.verifiedAt)
        return QCoreApplication::translate("call", "Never reached by a call yet");
    const auto since = std::chrono::floor<base::Seconds>(now - *contact.verifiedAt);
    // Whole days from the second one on: the hour does not matter then.
    const bool days = since >= std::chrono::hours(48);
    const QString age =
        words::age(days ? std::chrono::floor<std::chrono::days>(since) : std::max(since, {}));
    return QCoreApplication::translate("call", "Reached %1 · %2").arg(age, contact.verifiedWay);
}

QString said(const contacts::Call &call, const std::function<QString(const QString &login)> &naming)
{
    const QString when =
        call.at ? u' ' + words::hourMinute(*call.at, QTimeZone::systemTimeZone()) : QString();
    return callResult(call.result) + u" · "_s + naming(call.author) + when;
}

} // namespace watchroom::ui
