// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/sentences.h"

#include <QCoreApplication>

#include <array>

namespace watchroom::words {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kArticles{
    // The text of an article.
    Phrase{"article_too_large"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The text is empty or larger than 2 MB. Divide it into several articles.")},
    Phrase{"article_too_deep"_L1,
        QT_TRANSLATE_NOOP("error",
            "Lists or quotes are nested too deeply in line {line}. Take some levels out.")},
    Phrase{"article_too_complex"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The text around line {line} is too complex to be shown. Divide it.")},
    Phrase{"text_not_utf8"_L1,
        QT_TRANSLATE_NOOP("error",
            "Line {line} is no UTF-8. Save the file with the encoding UTF-8, then try again.")},
    Phrase{"front_matter_broken"_L1,
        QT_TRANSLATE_NOOP("error",
            "The front matter cannot be read in line {line}. Write “name: value” or a list "
            "there.")},
    Phrase{"field_invalid"_L1,
        QT_TRANSLATE_NOOP("error", "“{field}” in line {line} cannot be that. Correct it there.")},
    Phrase{"field_repeated"_L1,
        QT_TRANSLATE_NOOP("error", "“{field}” stands twice, again in line {line}. Remove one.")},
    Phrase{"field_missing"_L1,
        QT_TRANSLATE_NOOP("error", "“{field}” is missing. Write it into the front matter.")},
    Phrase{"field_unknown"_L1,
        QT_TRANSLATE_NOOP("error", "“{field}” in line {line} is not known. It is left out.")},
    Phrase{"steps_too_many"_L1,
        QT_TRANSLATE_NOOP("error", "{count} steps are too many; 99 fit. Divide the procedure.")},
    Phrase{"step_text_missing"_L1,
        QT_TRANSLATE_NOOP(
            "error", "Step {number} in line {line} says nothing. Write what to do, or remove it.")},
    Phrase{"step_mark_unclear"_L1,
        QT_TRANSLATE_NOOP("error",
            "Step {number} in line {line} speaks of safety, but is not marked. Write "
            "“(safety-critical)” at its end.")},
    Phrase{"steps_interrupted"_L1,
        QT_TRANSLATE_NOOP("error",
            "The numbers go on in line {line} after something else. Indent what stands between, so "
            "that it belongs to its step.")},
    Phrase{"nothing_changed"_L1,
        QT_TRANSLATE_NOOP(
            "error", "Nothing has changed yet. Change the text or the settings, then publish.")},
    Phrase{"image_missing"_L1,
        QT_TRANSLATE_NOOP("error",
            "An image of this text is not at this station. Paste it again, or take it out.")},
    // Folders of articles.
    Phrase{"folder_unreadable"_L1,
        QT_TRANSLATE_NOOP("error", "“{folder}” cannot be read as a folder. Choose another one.")},
    Phrase{"folder_too_large"_L1,
        QT_TRANSLATE_NOOP("error",
            "There are more than {count} files. Choose the folder that holds the articles.")},
    Phrase{"file_too_large"_L1,
        QT_TRANSLATE_NOOP(
            "error", "“{file}” is too large. Texts have at most 2 MB, images 20 MB.")},
    Phrase{"file_missing"_L1,
        QT_TRANSLATE_NOOP("error", "“{file}” cannot be read. Put it there, or take the link out.")},
    Phrase{"link_leaves_folder"_L1,
        QT_TRANSLATE_NOOP(
            "error", "“{file}” lies outside the folder and is not read. Copy it into the folder.")},
    Phrase{"image_refused"_L1,
        QT_TRANSLATE_NOOP("error", "“{file}” is no image. Save it as PNG or JPEG.")},
    Phrase{"id_taken"_L1,
        QT_TRANSLATE_NOOP("error", "“{file}” has the id “{id}” too. Give one of them another.")},
    Phrase{"name_not_utf8"_L1,
        QT_TRANSLATE_NOOP("error",
            "The name of “{file}” is no UTF-8 (GB18030 perhaps). Rename the file, then try "
            "again.")},
    Phrase{"link_unknown"_L1,
        QT_TRANSLATE_NOOP(
            "error", "“{file}” is no article of this folder. The link leads nowhere.")},
    Phrase{"text_not_here"_L1,
        QT_TRANSLATE_NOOP("error",
            "The text of “{file}” has not come yet. Connect to the server, then try again.")},
    Phrase{"file_unwritable"_L1,
        QT_TRANSLATE_NOOP("error",
            "“{file}” cannot be written. Look at the disk and the rights there, then try again.")},
    Phrase{"article_unknown"_L1,
        QT_TRANSLATE_NOOP("error", "There is no article “{ref}”. Look for it with a word of it.")},
    Phrase{"version_unknown"_L1,
        QT_TRANSLATE_NOOP("error", "There is no version {version}. Choose one that there is.")},
};

} // namespace

std::span<const Phrase> articleSentences()
{
    return kArticles;
}

} // namespace watchroom::words
