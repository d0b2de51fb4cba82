// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/simplified.h"

#include <memory>
#include <unicode/translit.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <vector>

namespace watchroom::store {

namespace {

// All that ICU changes lies between them.
constexpr char32_t kFirst = 0x3400;
constexpr char32_t kLast = 0x9FFF;

/// Of each Han its simplified form; a transliterator is far too slow to be asked for each.
std::vector<char16_t> simplifiedForms()
{
    std::vector<char16_t> forms;
    forms.reserve(kLast - kFirst + 1);
    for (char32_t c = kFirst; c <= kLast; ++c)
        forms.push_back(static_cast<char16_t>(c));
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> reader(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    if (!reader)
        return forms;
    icu::UnicodeSet changed;
    reader->getSourceSet(changed);
    changed.retain(static_cast<UChar32>(kFirst), static_cast<UChar32>(kLast));
    for (int i = 0; i < changed.size(); ++i) {
        const UChar32 c = changed.charAt(i);
        icu::UnicodeString text(c);
        reader->transliterate(text);
        if (text.length() == 1)
            forms[static_cast<char32_t>(c) - kFirst] = text.charAt(0);
    }
    return forms;
}

} // namespace

char32_t simplified(char32_t character)
{
    if (character < kFirst || character > kLast)
        return character;
    static const std::vector<char16_t> forms = simplifiedForms();
    return forms[character - kFirst];
}

} // namespace watchroom::store
