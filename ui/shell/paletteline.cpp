// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/paletteline.h"

#include <QCoreApplication>

#include <array>

namespace watchroom::ui {

namespace {

constexpr auto kContext = "palette";

constexpr std::array kHeadings{QT_TRANSLATE_NOOP("palette", "Recently opened"),
    QT_TRANSLATE_NOOP("palette", "Articles"), QT_TRANSLATE_NOOP("palette", "Incidents"),
    QT_TRANSLATE_NOOP("palette", "Contacts"), QT_TRANSLATE_NOOP("palette", "Places"),
    QT_TRANSLATE_NOOP("palette", "Pages"), QT_TRANSLATE_NOOP("palette", "Log entries")};
constexpr std::array kKinds{QT_TRANSLATE_NOOP("palette", "Recently opened"),
    QT_TRANSLATE_NOOP("palette", "Article"), QT_TRANSLATE_NOOP("palette", "Incident"),
    QT_TRANSLATE_NOOP("palette", "Contact"), QT_TRANSLATE_NOOP("palette", "Place"),
    QT_TRANSLATE_NOOP("palette", "Page"), QT_TRANSLATE_NOOP("palette", "Log entry")};

} // namespace

QString paletteHeading(PaletteLine::Kind kind)
{
    return QCoreApplication::translate(kContext, kHeadings.at(static_cast<std::size_t>(kind)));
}

QString paletteKind(PaletteLine::Kind kind)
{
    return QCoreApplication::translate(kContext, kKinds.at(static_cast<std::size_t>(kind)));
}

} // namespace watchroom::ui
