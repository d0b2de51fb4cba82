// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/entryrows.h"

#include "app/domain/attachment.h"
#include "app/words/entries.h"
#include "app/words/sizes.h"
#include "app/words/terms.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchroom::sheets {

using namespace Qt::StringLiterals;
using domain::Row;
using Look = Piece::Look;

namespace {

class EntryRows
{
    Q_DECLARE_TR_FUNCTIONS(EntryRows)

public:
    EntryRows(const exports::IncidentFile &file, const SheetNames &names)
        : m_file(file)
        , m_names(names)
    {
    }

    [[nodiscard]] QList<Cell> entryRow(const Row &entry) const;

private:
    [[nodiscard]] QString sentenceOf(const Row &entry) const;
    [[nodiscard]] QString numberOf(const Row &entry) const;
    [[nodiscard]] Cell wordsOf(const Row &entry) const;
    [[nodiscard]] Cell timesOf(const Row &entry) const;

    const exports::IncidentFile &m_file;
    const SheetNames &m_names;
};

QString EntryRows::sentenceOf(const Row &entry) const
{
    QStringList said;
    if (const QString channel = domain::text(entry, "channel"_L1); !channel.isEmpty())
        said.append(u"[%1]"_s.arg(words::channel(channel)));
    said.append(words::entrySentence(domain::text(entry, "code"_L1),
        entry.value("params"_L1).toObject(), m_names.names(), domain::text(entry, "author"_L1)));
    said.append(domain::text(entry, "text"_L1));
    said.removeAll(QString());
    return said.join(u' ');
}

QString EntryRows::numberOf(const Row &entry) const
{
    return entry.value("n"_L1).isDouble() ? QString::number(domain::integer(entry, "n"_L1))
                                          : u"–"_s;
}

Cell EntryRows::wordsOf(const Row &entry) const
{
    const QString corrected = domain::text(entry, "corrects"_L1);
    const QList<Row> corrections = m_file.correctionsOf(entry);
    Cell cell;
    const QString sentence = sentenceOf(entry);
    if (!corrected.isEmpty()) {
        const auto at = std::ranges::find_if(m_file.entries,
            [&corrected](const Row &row) { return domain::text(row, "id"_L1) == corrected; });
        const QString number = at == m_file.entries.cend() ? u"–"_s : numberOf(*at);
        cell.append({{tr("Corrects entry %1:").arg(number) + u' ', Look::Quiet},
            {sentence, corrections.isEmpty() ? Look::Plain : Look::Struck}});
    } else {
        cell.append({{sentence, corrections.isEmpty() ? Look::Plain : Look::Struck}});
    }
    for (const Row &correction : corrections)
        cell.append({{tr("Corrected by entry %1:").arg(numberOf(correction)) + u' ', Look::Quiet},
            {sentenceOf(correction)}});
    for (const domain::Attachment &file : domain::attachments(entry.value("blobs"_L1)))
        cell.append({{tr("Attachment %1 (%2), SHA-256 %3")
                          .arg(file.name, words::dataSize(file.size), file.hash),
            Look::Quiet}});
    return cell;
}

Cell EntryRows::timesOf(const Row &entry) const
{
    const auto happened = domain::instant(entry, "happened_at"_L1);
    const auto recorded = domain::instant(entry, "recorded_at"_L1);
    Cell cell{{{m_names.when(entry, "happened_at"_L1)}}};
    if (!recorded)
        cell.append({{tr("not recorded yet"), Look::Strong}});
    else if (domain::isRecordedLater(happened, recorded))
        cell.append({{tr("recorded %1").arg(m_names.when(entry, "recorded_at"_L1)), Look::Quiet}});
    return cell;
}

QList<Cell> EntryRows::entryRow(const Row &entry) const
{
    Cell who{{{m_names.person(domain::text(entry, "author"_L1))}}};
    return {{{{numberOf(entry), Look::Quiet}}}, timesOf(entry), who, wordsOf(entry)};
}

} // namespace

QList<QList<Cell>> entryRows(const exports::IncidentFile &file, const SheetNames &names)
{
    QList<Row> all = file.entries + file.unrecorded;
    // As it happened; of one instant as the chain has it. Texts of instants sort as instants do.
    std::ranges::stable_sort(
        all, {}, [](const Row &row) { return domain::text(row, "happened_at"_L1); });
    const EntryRows lines(file, names);
    QList<QList<Cell>> rows;
    rows.reserve(all.size());
    for (const Row &entry : std::as_const(all))
        rows.append(lines.entryRow(entry));
    return rows;
}

} // namespace watchroom::sheets
