// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>
#include <QStringView>
#include <QTranslator>

namespace watchroom::words {

/// The language that is on. Switching installs the translators of Watchroom and of Qt at run time;
/// widgets hear it as QEvent::LanguageChange, everything else by changed(). Needs a
/// QCoreApplication; lives on its thread and puts English source texts back when it ends.
class Language : public QObject
{
    Q_OBJECT

public:
    enum class Code
    {
        Chinese,
        English
    };
    Q_ENUM(Code)

    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    /// Also makes the language's locale the default one, for number input and Qt's own dialogs.
    void use(Code code);
    /// Takes its words back, so that another one's are not covered by them.
    void withdraw();
    [[nodiscard]] Code code() const { return m_code; }
    [[nodiscard]] bool isEnglish() const { return m_code == Code::English; }
    [[nodiscard]] QLocale locale() const;

    /// Chinese unless the locale is one of another language: Chinese comes first.
    [[nodiscard]] static Code of(const QLocale &system);
    /// "zh_CN", "en": as settings and --lang keep it; anything else is `otherwise`.
    [[nodiscard]] static QString name(Code code);
    [[nodiscard]] static Code fromName(QStringView name, Code otherwise);

Q_SIGNALS:
    void changed();

private:
    Code m_code = Code::English;
    QTranslator m_qt;
    QTranslator m_own;
};

} // namespace watchroom::words
