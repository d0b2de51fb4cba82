// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/sentences.h"

#include <QCoreApplication>

#include <array>

namespace watchroom::words {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kSecrets{
    // Setting team secrets.
    Phrase{"not_lead"_L1,
        QT_TRANSLATE_NOOP(
            "error", "Team secrets are set by a shift lead or an administrator. Ask one of them.")},
    Phrase{"secret_name_invalid"_L1,
        QT_TRANSLATE_NOOP("error",
            "This cannot be a secret's name. Use 1 to 63 characters, without blanks at the ends.")},
    Phrase{"secret_kind_unknown"_L1,
        QT_TRANSLATE_NOOP(
            "error", "It is not said what the secret is for. Choose one: source, robot, smtp.")},
    Phrase{"secret_empty"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The value is empty. Enter it; to take the secret away, remove it instead.")},
    Phrase{"secret_invalid"_L1,
        QT_TRANSLATE_NOOP("error",
            "The value holds a line break or another control character. Enter it as one line.")},
    Phrase{"secret_too_large"_L1,
        QT_TRANSLATE_NOOP("error",
            "The value is larger than {bytes} bytes. Such a file belongs on the station; use a "
            "token or a password.")},
    Phrase{"secret_for_nobody"_L1,
        QT_TRANSLATE_NOOP(
            "error", "No station may use this secret. Choose a kind of station, or name one.")},
    Phrase{"station_unknown"_L1,
        QT_TRANSLATE_NOOP(
            "error", "There is no station “{value}”. Check the name on the page “Sync”.")},
    Phrase{"secret_unknown"_L1,
        QT_TRANSLATE_NOOP(
            "error", "There is no team secret “{value}” any more. Look at the list again.")},
    Phrase{"secrets_need_tls"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server takes and gives team secrets only over an encrypted connection. Ask an "
            "administrator to switch TLS on, and set sslmode=verify-full.")},
    Phrase{"secrets_offline"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server cannot be reached, and team secrets are kept only there. Try again when it "
            "is back; then look at the list to see what was done.")},
    // Using them.
    Phrase{"source_secret_waiting"_L1,
        QT_TRANSLATE_NOOP("error",
            "The team secret “{name}” that the source needs is not here yet: the server has not "
            "handed it out. Measuring begins by itself as soon as it comes.")},
    Phrase{"source_secret_missing"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server gives this station no team secret “{name}”, which the source needs. Ask a "
            "shift lead to set it for this station; measuring then begins by itself.")},
};

} // namespace

std::span<const Phrase> secretSentences()
{
    return kSecrets;
}

} // namespace watchroom::words
