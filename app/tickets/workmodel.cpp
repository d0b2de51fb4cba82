// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/workmodel.h"

#include "app/words/terms.h"
#include "app/words/times.h"

#include <QTimeZone>

namespace watchroom::tickets {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostEnded = 1'000;

WorkModel::Source sourceOf(WorkKind kind, WorkModel::Scope scope)
{
    const bool open = scope == WorkModel::Scope::Open;
    return {.table = tableOf(kind),
        .where = open ? u"state = 'open' AND NOT deleted"_s : u"state <> 'open' AND NOT deleted"_s,
        .tail = open ? QString() : u"ORDER BY closed_at DESC LIMIT %1"_s.arg(kMostEnded),
        .item = [kind](const domain::Row &row) { return Work::fromRow(kind, row); }};
}

} // namespace

WorkModel::WorkModel(
    store::Store &store, WorkKind kind, Scope scope, Naming naming, QObject *parent)
    : RowsModel(store, sourceOf(kind, scope), parent)
    , m_kind(kind)
    , m_scope(scope)
    , m_naming(std::move(naming))
{
    load();
}

void WorkModel::merged(bool /*whole*/)
{
    Q_EMIT changed();
}

void WorkModel::failedToRead(const base::Error &error)
{
    Q_EMIT failed(error);
}

int WorkModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString WorkModel::nameOf(const QString &login) const
{
    return login.isEmpty() ? QString() : m_naming(login);
}

QVariant WorkModel::display(const Work &work, int column) const
{
    const auto time = [](const std::optional<base::Instant> &instant) {
        return instant ? words::dateTime(*instant, QTimeZone::systemTimeZone()) : QString();
    };
    switch (column) {
    case LevelColumn:
        return words::level(work.level);
    case ReferenceColumn:
        return work.reference();
    case TitleColumn:
        return work.title;
    case OwnerColumn:
        return nameOf(work.owner);
    case NextColumn:
        if (work.isOpen())
            return work.nextAction;
        return work.outcome.isEmpty() ? words::workState(work.state)
                                      : words::workState(work.state) + u" · "_s + work.outcome;
    case DueColumn:
        return time(work.isOpen() ? work.dueAt : work.closedAt);
    default:
        return {};
    }
}

QVariant WorkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const bool open = m_scope == Scope::Open;
    switch (section) {
    case LevelColumn:
        return tr("Level");
    case ReferenceColumn:
        return tr("Number");
    case TitleColumn:
        return m_kind == WorkKind::Ticket ? tr("Ticket") : tr("Pending item");
    case OwnerColumn:
        return tr("Owner");
    case NextColumn:
        return open ? tr("Next action") : tr("Outcome");
    case DueColumn:
        return open ? tr("Due") : tr("Ended");
    default:
        return {};
    }
}

QVariant WorkModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Work &work = items()[index.row()];
    switch (role) {
    case WorkRole:
        return QVariant::fromValue(work);
    case IdRole:
        return work.id;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return display(work, index.column());
    case OwnerNameRole:
        return nameOf(work.owner);
    case OfferedNameRole:
        return nameOf(work.offeredTo);
    case SearchRole:
        return QStringList{work.reference(), work.label, work.title, nameOf(work.owner),
            work.nextAction, work.waitingFor}
            .join(u' ')
            .toCaseFolded();
    default:
        return {};
    }
}

} // namespace watchroom::tickets
