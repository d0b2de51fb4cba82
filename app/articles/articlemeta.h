// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/fault.h"
#include "app/articles/yamlmapping.h"

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace watchroom::articles {

inline constexpr std::array kArticleModes{
    QLatin1StringView("read-do"), QLatin1StringView("do-confirm")};
/// As app/quality names them; `frame_rate` is taken for `fps`.
inline constexpr std::array kArticleMetrics{QLatin1StringView("rtt"), QLatin1StringView("jitter"),
    QLatin1StringView("loss"), QLatin1StringView("video_freeze"), QLatin1StringView("audio_freeze"),
    QLatin1StringView("fps"), QLatin1StringView("bitrate"), QLatin1StringView("mos"),
    QLatin1StringView("join_success")};

/// What an article says about itself; empty is not said. A value.
struct ArticleMeta
{
    QString id = {};
    QString title = {};
    QString kind = {};
    QString folder = {}; ///< "网络/出口链路", without a slash at either end
    QStringList tags = {};
    QString owner = {};
    QString deputy = {};
    int reviewDays = 0; ///< 0: as its kind has it
    QStringList targets = {};
    QStringList metrics = {};
    QString mode = {};
    QList<YamlMember> others = {}; ///< what others wrote for themselves, kept as it came

    friend bool operator==(const ArticleMeta &, const ArticleMeta &) = default;
};

[[nodiscard]] bool isArticleId(const QString &id);
[[nodiscard]] bool hasSteps(const QString &kind); ///< procedures and cards
/// 90 for procedures, cards and what is no kind, 30 for contacts, 180 for architecture.
[[nodiscard]] int defaultReviewDays(const QString &kind);
/// "90", "3 months", "12 weeks", "12 周": days, 1 to 3660.
[[nodiscard]] std::optional<int> reviewDaysOf(const QString &text);

/// Adds `field_invalid {field, line}` for what cannot be taken and `field_repeated {field, line}`;
/// notes get `field_unknown {field, line}`. `firstLine` is the file's line of the mapping's first.
[[nodiscard]] ArticleMeta metaOf(
    const QList<YamlMember> &members, int firstLine, Faults &faults, Faults &notes);
[[nodiscard]] QList<YamlMember> membersOf(const ArticleMeta &meta);

} // namespace watchroom::articles
