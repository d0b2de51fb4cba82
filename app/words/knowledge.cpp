// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/knowledge.h"

#include "app/words/phrases.h"

#include <QCoreApplication>

#include <array>

namespace watchroom::words {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kKnowledgeEntries{
    Phrase{"article_opened"_L1, QT_TRANSLATE_NOOP("entry", "New article “{title}”")},
    Phrase{
        "article_settings"_L1, QT_TRANSLATE_NOOP("entry", "Article “{title}”, changed: {columns}")},
    Phrase{"article_proposed"_L1,
        QT_TRANSLATE_NOOP("entry", "Article “{title}” v{version} handed in for review{reason}")},
    Phrase{"article_unproposed"_L1,
        QT_TRANSLATE_NOOP("entry", "Article “{title}”: what was handed in is taken back")},
    Phrase{"article_returned"_L1,
        QT_TRANSLATE_NOOP("entry", "Article “{title}” given back to {to}: {remark}")},
    Phrase{"article_published"_L1,
        QT_TRANSLATE_NOOP("entry", "Article “{title}” v{version} published{reason}")},
    Phrase{"article_reviewed"_L1,
        QT_TRANSLATE_NOOP("entry", "Article “{title}” v{version} looked through: still right")},
    Phrase{
        "article_withdrawn"_L1, QT_TRANSLATE_NOOP("entry", "Article “{title}” withdrawn{reason}")},
    Phrase{"article_restored"_L1, QT_TRANSLATE_NOOP("entry", "Article “{title}” is valid again")},
    Phrase{"article_removed"_L1, QT_TRANSLATE_NOOP("entry", "Draft “{title}” removed")},
    Phrase{"article_helped"_L1, QT_TRANSLATE_NOOP("entry", "“{title}” v{version} helped{text}")},
    Phrase{"article_helped_not"_L1,
        QT_TRANSLATE_NOOP("entry", "“{title}” v{version} did not help{text}")},
    Phrase{"procedure_started"_L1, QT_TRANSLATE_NOOP("entry", "Follows “{title}” v{version}")},
    Phrase{"procedure_taken_over"_L1,
        QT_TRANSLATE_NOOP("entry", "{to} goes on with “{title}” v{version} after {from}")},
    Phrase{"procedure_done"_L1, QT_TRANSLATE_NOOP("entry", "Step {n} done: {step}{text}")},
    Phrase{"procedure_undone"_L1,
        QT_TRANSLATE_NOOP("entry", "Step {n} not done after all: {step}{text}")},
    Phrase{"procedure_failed"_L1, QT_TRANSLATE_NOOP("entry", "Step {n} failed: {step}{text}")},
    Phrase{"procedure_not_applicable"_L1,
        QT_TRANSLATE_NOOP("entry", "Step {n} does not apply{reason}: {step}{text}")},
    Phrase{"procedure_note"_L1, QT_TRANSLATE_NOOP("entry", "Note on “{title}”{text}")},
    Phrase{"procedure_switched"_L1,
        QT_TRANSLATE_NOOP("entry", "“{title}”: by v{version} from here on")},
    Phrase{"procedure_kept"_L1,
        QT_TRANSLATE_NOOP(
            "entry", "Step {n} still by v{version}, not v{against}{reason}: {step}{text}")},
    Phrase{"procedure_not_needed"_L1,
        QT_TRANSLATE_NOOP("entry", "Step {n} has changed, not done again{reason}: {step}{text}")},
    Phrase{"procedure_finished"_L1,
        QT_TRANSLATE_NOOP("entry", "“{title}” v{version} followed to its end{text}")},
    Phrase{"procedure_stopped"_L1,
        QT_TRANSLATE_NOOP("entry", "“{title}” v{version} broken off{reason}{text}")},
    Phrase{"contact_changed"_L1, QT_TRANSLATE_NOOP("entry", "Contact {name} changed")},
    Phrase{"contact_removed"_L1, QT_TRANSLATE_NOOP("entry", "Contact {name} removed")},
    // Of a call from the list of contacts; a person's entries.
    Phrase{"contact_reached"_L1, QT_TRANSLATE_NOOP("entry", "Called {name}, reached ({way})")},
    Phrase{"contact_no_answer"_L1, QT_TRANSLATE_NOOP("entry", "Called {name}, no answer ({way})")},
    Phrase{"contact_busy"_L1, QT_TRANSLATE_NOOP("entry", "Called {name}, engaged ({way})")},
    Phrase{"contact_verified"_L1, QT_TRANSLATE_NOOP("entry", "{name} reached at {way}")},
};

constexpr std::array kArticleKinds{
    Phrase{"procedure"_L1, QT_TRANSLATE_NOOP("article kind", "Procedure")},
    Phrase{"card"_L1, QT_TRANSLATE_NOOP("article kind", "Card")},
    Phrase{"architecture"_L1, QT_TRANSLATE_NOOP("article kind", "Architecture")},
    Phrase{"contacts"_L1, QT_TRANSLATE_NOOP("article kind", "Contacts")},
    Phrase{"help"_L1, QT_TRANSLATE_NOOP("article kind", "Help")},
};

} // namespace

QString articleKind(QStringView code)
{
    return say("article kind", kArticleKinds, code);
}

const char *knowledgeEntry(QStringView code)
{
    return find(kKnowledgeEntries, code);
}

} // namespace watchroom::words
