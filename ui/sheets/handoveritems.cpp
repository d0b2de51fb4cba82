// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/handoveritems.h"

#include "app/base/ids.h"
#include "app/words/terms.h"
#include "ui/sheets/papertext.h"

namespace watchroom::sheets {

using namespace Qt::StringLiterals;
using handover::SheetItem;
using handover::SheetReadBack;
using Look = Piece::Look;

namespace {

bool isPending(const SheetItem &item)
{
    return item.table == "pending_item"_L1;
}

QString levelName(const QString &level)
{
    return levelMark(level) + words::level(level);
}

QString referenceOf(const SheetItem &item)
{
    return item.number ? u'#' + QString::number(*item.number) : item.label;
}

} // namespace

Cell HandoverItems::what(const SheetItem &item) const
{
    QStringList more;
    if (item.table == "incident"_L1)
        more.append(item.stage.isEmpty() ? tr("Incident")
                                         : tr("Incident, %1").arg(words::stage(item.stage)));
    if (isRun(item))
        more.append(tr("Procedure that is followed"));
    if (!item.waitingFor.isEmpty())
        more.append(tr("waits for %1").arg(item.waitingFor));
    if (item.carried > 0)
        more.append(tr("handed over before: %1").arg(item.carried));
    if (!item.nextAction.isEmpty())
        more.append(tr("Next: %1").arg(item.nextAction));
    if (!item.contingency.isEmpty())
        more.append(tr("Contingency: %1").arg(item.contingency));
    Cell cell{{{item.title}}};
    if (!more.isEmpty())
        cell.append({{more.join(u" · "_s), Look::Note}});
    return cell;
}

Cell HandoverItems::receiver(const SheetItem &item) const
{
    Cell cell{{item.receiver.isEmpty() ? Piece{tr("nobody"), Look::Strong}
                                       : Piece{m_names.person(item.receiver)}}};
    if (!item.owner.isEmpty() && item.owner != item.receiver)
        cell.append({{tr("from %1").arg(m_names.person(item.owner)), Look::Note}});
    return cell;
}

Cell HandoverItems::due(const SheetItem &item) const
{
    const bool late = item.dueAt && *item.dueAt <= m_sheet.frozenAt;
    Cell cell{{{m_names.when(item.dueAt), late ? Look::Strong : Look::Plain}}};
    if (late)
        cell.append({{tr("overdue"), Look::Strong}});
    return cell;
}

Cell HandoverItems::confirmed(const SheetItem &item) const
{
    if (!item.confirmedAt)
        return {{{tr("not confirmed"), Look::Strong}}};
    Cell cell{{{m_names.when(item.confirmedAt)}}};
    if (!item.confirmedBy.isEmpty() && item.confirmedBy != item.receiver)
        cell.append({{m_names.person(item.confirmedBy), Look::Note}});
    return cell;
}

QList<Cell> HandoverItems::row(const SheetItem &item, qsizetype n) const
{
    const QString reference = referenceOf(item);
    Cell label{{{reference.isEmpty() ? QString::number(n) : reference}}};
    if (item.number && !item.label.isEmpty())
        label.append({{item.label, Look::Note}});
    Cell level{{{levelName(item.level)}}};
    if (!item.group.isEmpty())
        level.append({{words::group(item.group), Look::Note}});
    return {label, level, what(item), receiver(item), due(item), confirmed(item)};
}

QList<QList<Cell>> HandoverItems::rows(bool pending) const
{
    QList<QList<Cell>> rows;
    for (const SheetItem &item : m_sheet.items) {
        if (isPending(item) == pending)
            rows.append(row(item, rows.size() + 1));
    }
    return rows;
}

void HandoverItems::writeItems(SheetText &text, bool pending) const
{
    const QList<QList<Cell>> all = rows(pending);
    text.heading(
        (pending ? tr("3. Pending items: %1") : tr("2. Incidents, tickets and procedures: %1"))
            .arg(all.size()));
    if (all.isEmpty())
        text.line({{pending ? tr("No pending items.") : tr("Nothing is open.")}});
    else
        text.table({tr("No."), tr("Level"), tr("What, next action"), tr("Receiver"), tr("Due"),
                       tr("Confirmed")},
            {0.075, 0.115, 0.495, 0.11, 0.115, 0.09}, all);
}

QString HandoverItems::differences(const SheetReadBack &said, const SheetItem &item) const
{
    const auto orDash = [](const QString &text) { return text.isEmpty() ? u"–"_s : text; };
    const QString owner = item.receiver.isEmpty() ? item.owner : item.receiver;
    QStringList differ;
    if (said.dueAt != item.dueAt)
        differ.append(tr("due %1").arg(m_names.when(item.dueAt)));
    if (said.nextAction != item.nextAction)
        differ.append(tr("next step %1").arg(orDash(item.nextAction)));
    if (said.owner != owner)
        differ.append(tr("owner %1").arg(orDash(m_names.person(owner))));
    return differ.join(u" · "_s);
}

QList<Cell> HandoverItems::answer(const SheetReadBack &said, qsizetype n) const
{
    const SheetItem *item = m_sheet.find(said.table, said.id);
    Cell what{{{item ? levelName(item->level) + u' ' + item->title : base::toText(said.id)}}};
    Cell result{{said.agrees ? Piece{tr("agrees")} : Piece{tr("differs"), Look::Strong}}};
    if (item && !said.agrees)
        what.append({{tr("The sheet says: %1").arg(differences(said, *item)), Look::Strong}});
    if (!said.heard)
        result.append({{tr("not heard"), Look::Strong}});
    return {{{{QString::number(n), Look::Quiet}}}, what, {{{m_names.when(said.dueAt)}}},
        {{{said.nextAction}}}, {{{m_names.person(said.owner)}}}, result};
}

void HandoverItems::writeReadBack(SheetText &text) const
{
    text.heading(tr("5. Read-back: %1").arg(m_sheet.readBack.size()));
    QList<QList<Cell>> rows;
    for (const SheetReadBack &said : m_sheet.readBack)
        rows.append(answer(said, rows.size() + 1));
    if (rows.isEmpty())
        text.line({{tr("Nothing was to be read back.")}});
    else
        text.table({QString(), tr("What"), tr("Due"), tr("Next step"), tr("Owner"), tr("Result")},
            {0.03, 0.44, 0.115, 0.22, 0.11, 0.085}, rows);
}

} // namespace watchroom::sheets
