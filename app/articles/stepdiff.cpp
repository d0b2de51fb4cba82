// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/stepdiff.h"

#include "app/articles/order.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace watchroom::articles {

using namespace Qt::StringLiterals;
using Kind = StepChange::Kind;

namespace {

QHash<QString, int> numbersOf(const Steps &steps)
{
    QHash<QString, int> numbers;
    for (qsizetype i = 0; i < steps.size(); ++i)
        numbers.insert(steps.at(i).id, static_cast<int>(i) + 1);
    return numbers;
}

/// The ids of the most steps that are in the same order in both.
QSet<QString> inOrder(const Steps &before, const Steps &now)
{
    const Pairs pairs = bestInOrder(static_cast<size_t>(before.size()),
        static_cast<size_t>(now.size()), [&](size_t row, size_t column) {
            return before.at(static_cast<qsizetype>(row)).id
                    == now.at(static_cast<qsizetype>(column)).id
                ? 1.0
                : 0.0;
        });
    QSet<QString> ids;
    for (const auto &[row, column] : pairs)
        ids.insert(before.at(static_cast<qsizetype>(row)).id);
    return ids;
}

bool isSame(const Step &a, const Step &b)
{
    return a.hash == b.hash && a.critical == b.critical;
}

} // namespace

QList<StepChange> stepDiff(const Steps &before, const Steps &now)
{
    const QHash<QString, int> wasAt = numbersOf(before);
    const QHash<QString, int> isAt = numbersOf(now);
    const QSet<QString> kept = inOrder(before, now);
    QList<StepChange> diff;
    // Those that are gone and followed directly on the step with this number.
    const auto addRemoved = [&](qsizetype after) {
        for (qsizetype i = after; i < before.size() && !isAt.contains(before.at(i).id); ++i)
            diff.append({Kind::Removed, before.at(i).id, static_cast<int>(i) + 1, 0, false,
                before.at(i).critical});
    };
    addRemoved(0);
    for (qsizetype i = 0; i < now.size(); ++i) {
        const Step &step = now.at(i);
        StepChange change{.kind = Kind::Added,
            .id = step.id,
            .before = wasAt.value(step.id),
            .now = static_cast<int>(i) + 1,
            .critical = step.critical};
        if (change.before > 0) {
            const Step &old = before.at(change.before - 1);
            change.moved = !kept.contains(step.id);
            change.critical = step.critical || old.critical;
            change.kind = !isSame(old, step) ? Kind::Changed
                : change.moved               ? Kind::Moved
                                             : Kind::Same;
        }
        diff.append(change);
        if (change.before > 0)
            addRemoved(change.before);
    }
    return diff;
}

QList<int> changedNumbers(const QList<StepChange> &diff)
{
    QList<int> numbers;
    for (const StepChange &change : diff) {
        if (change.now > 0 && change.kind != Kind::Same)
            numbers.append(change.now);
    }
    return numbers;
}

QList<int> removedNumbers(const QList<StepChange> &diff)
{
    QList<int> numbers;
    for (const StepChange &change : diff) {
        if (change.kind == Kind::Removed)
            numbers.append(change.before);
    }
    std::ranges::sort(numbers);
    return numbers;
}

QString numbersText(const QList<int> &numbers, const QString &between)
{
    QStringList texts;
    for (const int number : numbers)
        texts.append(QString::number(number));
    return texts.join(between);
}

} // namespace watchroom::articles
