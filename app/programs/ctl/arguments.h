// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/base/result.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace watchroom::ctl {

/// What an option of a command takes.
enum class Takes
{
    Nothing,
    Value,
    Values
};

struct OptionSpec
{
    QString name; ///< without the dashes
    Takes takes = Takes::Value;
};

/// The words after the command, taken apart by its specification.
class Arguments
{
public:
    /// Invalid with code `usage` when an option is unknown, lacks its value, or when the positional
    /// words are fewer than `least` or more than `most`.
    [[nodiscard]] static base::Result<Arguments> parse(const QStringList &words,
        const QList<OptionSpec> &options, qsizetype least, qsizetype most);

    [[nodiscard]] const QStringList &positional() const { return m_positional; }
    [[nodiscard]] bool has(const QString &option) const { return m_values.contains(option); }
    /// The last value given, or `usual`.
    [[nodiscard]] QString value(const QString &option, const QString &usual = {}) const;
    [[nodiscard]] QStringList values(const QString &option) const { return m_values.value(option); }

private:
    QStringList m_positional;
    QHash<QString, QStringList> m_values;
};

/// Invalid `usage`. `text` is English and marked with QT_TRANSLATE_NOOP for "ctl"; the detail keeps
/// it as it is, the parameter is in the language that is on.
[[nodiscard]] tl::unexpected<base::Error> wrongUsage(const char *text, const QString &word = {});
/// An option that is a time; nothing where it is not given.
[[nodiscard]] base::Result<std::optional<base::Instant>> instantOf(
    const Arguments &arguments, const QString &option);
/// An option that is a day; nothing where it is not given.
[[nodiscard]] base::Result<std::optional<QDate>> dateOf(
    const Arguments &arguments, const QString &option);
/// The option of a handover: the whole desk where it is not given.
[[nodiscard]] QString scopeOf(const Arguments &arguments);
/// What a command says that cannot do without it.
[[nodiscard]] tl::unexpected<base::Error> missingOption(const QString &option);

} // namespace watchroom::ctl
