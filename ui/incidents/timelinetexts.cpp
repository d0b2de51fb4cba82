// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/timelinetexts.h"

#include "app/domain/record.h"
#include "app/incidents/directory.h"
#include "app/incidents/timelinemodel.h"
#include "app/words/sizes.h"
#include "app/words/times.h"
#include "ui/incidents/entrytext.h"
#include "ui/incidents/pictures.h"
#include "ui/widgets/timelinedelegate.h"

#include <algorithm>
#include <array>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using incidents::Entry;
using incidents::TimelineModel;

namespace {

struct IconOfCode
{
    QLatin1StringView code;
    QLatin1StringView icon;
};

constexpr std::array kIcons{
    IconOfCode{"claimed"_L1, "hand-stop"_L1},
    IconOfCode{"taken_over"_L1, "user-share"_L1},
    IconOfCode{"handed_to"_L1, "user-share"_L1},
    IconOfCode{"acknowledged"_L1, "user-check"_L1},
    IconOfCode{"level_raised"_L1, "arrow-up"_L1},
    IconOfCode{"level_lowered"_L1, "arrow-down"_L1},
    IconOfCode{"waiting"_L1, "hourglass"_L1},
    IconOfCode{"resumed"_L1, "player-play"_L1},
    IconOfCode{"group_changed"_L1, "users"_L1},
    IconOfCode{"assessed"_L1, "users"_L1},
    IconOfCode{"recovery_verified"_L1, "circle-check"_L1},
    IconOfCode{"recovered"_L1, "circle-check"_L1},
    IconOfCode{"relapsed"_L1, "refresh"_L1},
    IconOfCode{"parties_told"_L1, "message"_L1},
    IconOfCode{"stage_changed"_L1, "arrow-right"_L1},
    IconOfCode{"incident_closed"_L1, "check"_L1},
    IconOfCode{"alert_joined"_L1, "antenna"_L1},
    IconOfCode{"incident_opened"_L1, "flag"_L1},
};

/// On another day than it happened, the day is said too.
QString recordedWords(const Entry &entry)
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    return words::date(*entry.happenedAt, zone) == words::date(*entry.recordedAt, zone)
        ? words::hourMinute(*entry.recordedAt, zone)
        : words::dateTime(*entry.recordedAt, zone);
}

QString iconOf(const Entry &entry)
{
    for (const IconOfCode &known : kIcons) {
        if (entry.code == known.code)
            return known.icon;
    }
    if (entry.kind == "call"_L1)
        return u"phone"_s;
    if (entry.kind == "message"_L1)
        return u"message"_s;
    if (entry.kind == "timer"_L1)
        return u"clock-exclamation"_s;
    if (entry.kind == "machine"_L1)
        return u"antenna"_s;
    return u"pencil"_s;
}

} // namespace

TimelineTexts::TimelineTexts(
    const incidents::Directory &directory, Pictures &pictures, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_directory(directory)
    , m_pictures(pictures)
{
    connect(&pictures, &Pictures::changed, this, &TimelineTexts::showPicture);
}

void TimelineTexts::showPicture(const QString &hash)
{
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex at = index(row, 0);
        const auto entry = at.data(TimelineModel::EntryRole).value<Entry>();
        if (std::ranges::find(entry.attachments, hash, &domain::Attachment::hash)
            != entry.attachments.cend())
            Q_EMIT dataChanged(at, at);
    }
}

widgets::TimelinePicture TimelineTexts::pictureOf(const domain::Attachment &attachment) const
{
    const Picture *picture = m_pictures.small(attachment);
    const bool here = picture && picture->state != Picture::State::Absent;
    widgets::TimelinePicture shown{.caption = words::dataSize(attachment.size)};
    if (here)
        shown.image = picture->image;
    if (!here)
        shown.icon = u"hourglass"_s;
    else
        shown.icon = attachment.type == "application/pdf"_L1 ? u"file-text"_s : u"photo"_s;
    return shown;
}

QString TimelineTexts::attachmentWords(const domain::Attachment &attachment) const
{
    const Picture *picture = m_pictures.known(attachment);
    const QString size = words::dataSize(attachment.size);
    return picture && picture->state == Picture::State::Absent
        ? tr("Attachment %1 (%2, not here yet)").arg(attachment.name, size)
        : tr("Attachment %1 (%2)").arg(attachment.name, size);
}

QString TimelineTexts::noteOf(const QModelIndex &index) const
{
    const auto other = [this, &index](int role) {
        const QVariant found = QIdentityProxyModel::data(index, role);
        return found.isValid() ? std::optional(found.value<Entry>()) : std::nullopt;
    };
    const auto clock = [](const std::optional<base::Instant> &at) {
        return at ? words::hourMinute(*at, QTimeZone::systemTimeZone()) : QString();
    };
    const Entry entry = QIdentityProxyModel::data(index, TimelineModel::EntryRole).value<Entry>();
    QStringList notes;
    if (const auto correction = other(TimelineModel::CorrectionRole))
        notes.append(tr("Corrected by %1, %2: %3")
                         .arg(m_directory.personName(correction->author),
                             clock(correction->happenedAt), entryText(*correction, m_directory)));
    if (const auto corrected = other(TimelineModel::CorrectsRole))
        notes.append(tr("Corrects the entry of %1").arg(clock(corrected->happenedAt)));
    if (domain::isRecordedLater(entry.happenedAt, entry.recordedAt))
        notes.append(tr("Recorded %1").arg(recordedWords(entry)));
    return notes.join(u" · "_s);
}

QVariant TimelineTexts::data(const QModelIndex &index, int role) const
{
    const auto entry = [&] {
        return QIdentityProxyModel::data(index, TimelineModel::EntryRole).value<Entry>();
    };
    switch (role) {
    case TimeRole: {
        const Entry e = entry();
        return e.happenedAt ? words::hourMinute(*e.happenedAt, QTimeZone::systemTimeZone())
                            : QString();
    }
    case IconRole:
        return iconOf(entry());
    case AuthorRole:
        return QIdentityProxyModel::data(index, TimelineModel::AuthorNameRole);
    case TextRole:
        return entryText(entry(), m_directory);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const Entry e = entry();
        QStringList parts{data(index, TimeRole).toString(), data(index, AuthorRole).toString(),
            entryText(e, m_directory), noteOf(index)};
        if (data(index, StruckRole).toBool())
            parts.insert(2, tr("(corrected)"));
        for (const domain::Attachment &attachment : e.attachments)
            parts.append(attachmentWords(attachment));
        parts.removeAll(QString());
        return parts.join(u' ');
    }
    case StruckRole:
        return QIdentityProxyModel::data(index, TimelineModel::CorrectedRole);
    case NoteRole:
        return noteOf(index);
    case PictureCountRole:
        return int(entry().attachments.size());
    case PicturesRole: {
        QList<widgets::TimelinePicture> pictures;
        const Entry e = entry();
        for (const domain::Attachment &attachment : e.attachments)
            pictures.append(pictureOf(attachment));
        return QVariant::fromValue(pictures);
    }
    case PendingRole:
        return entry().pending;
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

} // namespace watchroom::ui
