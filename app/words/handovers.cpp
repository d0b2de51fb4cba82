// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/handovers.h"

#include "app/words/phrases.h"

#include <QCoreApplication>

#include <array>

namespace watchroom::words {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kSlots{
    Phrase{"early"_L1, QT_TRANSLATE_NOOP("slot", "Early shift")},
    Phrase{"day"_L1, QT_TRANSLATE_NOOP("slot", "Day shift")},
    Phrase{"mid"_L1, QT_TRANSLATE_NOOP("slot", "Middle shift")},
    Phrase{"late"_L1, QT_TRANSLATE_NOOP("slot", "Late shift")},
    Phrase{"night"_L1, QT_TRANSLATE_NOOP("slot", "Night shift")},
    Phrase{"whole"_L1, QT_TRANSLATE_NOOP("slot", "Whole day")},
};
constexpr std::array kResults{
    Phrase{"ok"_L1, QT_TRANSLATE_NOOP("check", "Normal")},
    Phrase{"failed"_L1, QT_TRANSLATE_NOOP("check", "Failed")},
    Phrase{"unchecked"_L1, QT_TRANSLATE_NOOP("check", "Not checked")},
};
constexpr std::array kSystems{
    Phrase{"sound"_L1, QT_TRANSLATE_NOOP("system", "Sound at this desk")},
    Phrase{"hotline"_L1, QT_TRANSLATE_NOOP("system", "Hotline phone")},
    Phrase{"backup_line"_L1, QT_TRANSLATE_NOOP("system", "Backup line")},
    Phrase{"wall"_L1, QT_TRANSLATE_NOOP("system", "Wall display")},
};
constexpr std::array kSources{
    Phrase{"ok"_L1, QT_TRANSLATE_NOOP("source", "Normal")},
    Phrase{"down"_L1, QT_TRANSLATE_NOOP("source", "Down")},
    Phrase{"no_data"_L1, QT_TRANSLATE_NOOP("source", "No data")},
};
constexpr std::array kMeanings{
    Phrase{"handed_over"_L1, QT_TRANSLATE_NOOP("signature", "Handed over")},
    Phrase{"taken_over"_L1, QT_TRANSLATE_NOOP("signature", "Taken over, read back")},
    Phrase{"witnessed"_L1, QT_TRANSLATE_NOOP("signature", "Witnessed")},
};
constexpr std::array kHow{
    Phrase{"password"_L1, QT_TRANSLATE_NOOP("signature", "own password")},
    Phrase{"offline"_L1, QT_TRANSLATE_NOOP("signature", "own password, checked at this station")},
    Phrase{"paper"_L1, QT_TRANSLATE_NOOP("signature", "by hand on paper")},
    Phrase{"open_desk"_L1, QT_TRANSLATE_NOOP("signature", "open desk, no password")},
};
constexpr std::array kHandoverStates{
    Phrase{"draft"_L1, QT_TRANSLATE_NOOP("handover state", "Being prepared")},
    Phrase{"out_signed"_L1, QT_TRANSLATE_NOOP("handover state", "Signed by the outgoing lead")},
    Phrase{"accepted"_L1, QT_TRANSLATE_NOOP("handover state", "Accepted")},
    Phrase{"refused"_L1, QT_TRANSLATE_NOOP("handover state", "Refused")},
    Phrase{"extended"_L1, QT_TRANSLATE_NOOP("handover state", "Outgoing shift stays on")},
    Phrase{"expired"_L1, QT_TRANSLATE_NOOP("handover state", "Not accepted in time")},
    Phrase{"forced"_L1, QT_TRANSLATE_NOOP("handover state", "Forced, one-sided")},
};

} // namespace

QString slot(QStringView code)
{
    return say("slot", kSlots, code);
}

QString checkResult(QStringView code)
{
    return say("check", kResults, code);
}

QString keySystem(QStringView code)
{
    return say("system", kSystems, code);
}

QString sourceState(QStringView code)
{
    return say("source", kSources, code);
}

QString signedAs(QStringView code)
{
    return say("signature", kMeanings, code);
}

QString signedHow(QStringView code)
{
    return say("signature", kHow, code);
}

QString handoverState(QStringView code)
{
    return say("handover state", kHandoverStates, code);
}

} // namespace watchroom::words
