// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

// The .qm files are compiled into this static library; without a use the linker drops them.
static void useTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace watchroom::words {

using namespace Qt::StringLiterals;

Language::Language(QObject *parent)
    : QObject(parent)
{
    useTranslations();
}

Language::~Language()
{
    withdraw();
}

void Language::withdraw()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

void Language::use(Code code)
{
    withdraw();
    m_code = code;
    QLocale::setDefault(locale());
    // Without Qt's own file its few dialog buttons stay English; Watchroom's words are complete.
    if (m_qt.load(u"qtbase_"_s + name(code), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(u":/i18n/watchroom_"_s + name(code) + u".qm"_s))
        QCoreApplication::installTranslator(&m_own);
    Q_EMIT changed();
}

QLocale Language::locale() const
{
    return m_code == Code::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                   : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

Language::Code Language::of(const QLocale &system)
{
    const QLocale::Language language = system.language();
    return language == QLocale::Chinese || language == QLocale::C ? Code::Chinese : Code::English;
}

QString Language::name(Code code)
{
    return code == Code::Chinese ? u"zh_CN"_s : u"en"_s;
}

Language::Code Language::fromName(QStringView name, Code otherwise)
{
    if (name == u"zh_CN")
        return Code::Chinese;
    return name == u"en" ? Code::English : otherwise;
}

} // namespace watchroom::words
