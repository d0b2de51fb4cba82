// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/searchtext.h"

#include <QHash>

#include <memory>

namespace watchroom::store {

/// The first letters of a title's syllables by ICU's Han-Latin, as they are typed: "db" for the two
/// Han of packet loss. A Han with several readings has the one ICU gives; one it cannot read is
/// left out. Letters and digits that are no Han stay. One thread.
class PinyinInitials
{
public:
    PinyinInitials();
    ~PinyinInitials();
    PinyinInitials(const PinyinInitials &) = delete;
    PinyinInitials &operator=(const PinyinInitials &) = delete;

    [[nodiscard]] QString of(QStringView title);
    /// The initials from each syllable, word or number on, each `most` letters at most.
    [[nodiscard]] QStringList beginnings(QStringView title, qsizetype most);
    /// What of the raw title the letters match, from a syllable, word or number on.
    [[nodiscard]] QList<TextRange> matchRanges(QStringView title, QStringView letters);

private:
    struct Letters;
    struct Reader;
    [[nodiscard]] Letters lettersOf(QStringView title);
    [[nodiscard]] char16_t initial(char32_t han);

    std::unique_ptr<Reader> m_reader; // made when first needed: it takes some milliseconds
    QHash<char32_t, char16_t> m_known; // 0: unreadable
};

} // namespace watchroom::store
