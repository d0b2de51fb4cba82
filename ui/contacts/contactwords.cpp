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

} // namespace

QString wayKind(QStringView code)
{
    return words::say("contact way", kWays, code);
}

QString contactKind(QStringView code)
{
    return words::say("contact kind", kKinds, code);
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
