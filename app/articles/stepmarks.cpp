// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/stepmarks.h"

#include <QRegularExpression>
#include <QStringList>

namespace watchroom::articles {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestExpected = 7 * 24 * 3600;

bool saysCritical(const QString &word)
{
    return word == u"安全关键"_s || word == u"safety-critical"_s;
}

/// Seconds; 0: no duration.
int secondsOf(const QString &word)
{
    static const QRegularExpression form(u"\\A(\\d{1,6})\\s*(分钟|min|秒|s|小时|h)\\z"_s);
    const auto match = form.match(word);
    const QString unit = match.captured(2);
    int factor = 1;
    if (unit == u"分钟"_s || unit == u"min"_s)
        factor = 60;
    if (unit == u"小时"_s || unit == u"h"_s)
        factor = 3600;
    const qint64 seconds = match.captured(1).toLongLong() * factor;
    return seconds <= kLongestExpected ? static_cast<int>(seconds) : 0;
}

/// Takes what a parenthesis says; false where it holds any other word.
bool take(const QString &inner, StepMarks &marks)
{
    static const QRegularExpression between(u"[,、;]"_s);
    StepMarks taken = marks;
    // NFKC makes full-width commas, semicolons, digits and letters plain ones.
    const QString plain = inner.normalized(QString::NormalizationForm_KC).toLower();
    for (const QString &part : plain.split(between)) {
        const QString word = part.trimmed();
        if (saysCritical(word))
            taken.critical = true;
        else if (const int seconds = secondsOf(word); seconds > 0)
            taken.expectSeconds = seconds;
        else
            return false;
    }
    marks = taken;
    return true;
}

bool speaksOfSafety(const QString &inner)
{
    return inner.contains(u"安全关键"_s)
        || inner.contains(u"safety-critical"_s, Qt::CaseInsensitive);
}

} // namespace

StepMarks readStepMarks(const QString &text)
{
    static const QRegularExpression last(u"[(（]([^()（）]*)[)）]\\s*([。.]?)\\s*\\z"_s);
    StepMarks marks{.text = text.trimmed()};
    auto match = last.match(marks.text);
    while (match.hasMatch() && take(match.captured(1), marks)) {
        marks.text = marks.text.left(match.capturedStart()).trimmed() + match.captured(2);
        match = last.match(marks.text);
    }
    marks.unclear = match.hasMatch() && speaksOfSafety(match.captured(1));
    return marks;
}

std::optional<QString> failureText(const QString &text)
{
    static const QRegularExpression begin(
        u"\\A\\s*(?:若失败\\s*[：:]|if this fails\\s*[:：])\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = begin.match(text);
    return match.hasMatch() ? std::optional(text.mid(match.capturedLength())) : std::nullopt;
}

} // namespace watchroom::articles
