// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/handoverpaper.h"

#include "app/words/handovers.h"
#include "app/words/times.h"
#include "ui/sheets/handoveritems.h"
#include "ui/sheets/handoverstate.h"
#include "ui/sheets/papertext.h"
#include "ui/sheets/sheetpages.h"

#include <QCoreApplication>

namespace watchroom::sheets {

using namespace Qt::StringLiterals;
using handover::HandoverSheet;
using handover::SheetEnd;
using handover::SheetSignature;
using Look = Piece::Look;

namespace {

// Close enough for an ordinary shift to be one page, large enough to be read standing.
constexpr Measures kMeasures{.title = 15,
    .heading = 10,
    .body = 8.5,
    .small = 7.5,
    .padding = 0.4,
    .aroundLine = 0.5,
    .beforeHeading = 2.4,
    .afterHeading = 0.5,
    .afterTable = 1.6,
    .ruledHeadings = true};

class HandoverPaper
{
    Q_DECLARE_TR_FUNCTIONS(HandoverPaper)

public:
    HandoverPaper(const HandoverSheet &sheet, const SheetEnd &end, base::Instant now)
        : m_sheet(sheet)
        , m_end(end)
        , m_now(now)
        , m_names(sheet, end)
        , m_hash(sheet.sheetHash())
    {
    }

    [[nodiscard]] QString title() const;
    [[nodiscard]] Foot foot() const;
    void fill(QTextDocument &document) const;

private:
    [[nodiscard]] QString shifts() const;
    void writeHead(SheetText &text) const;
    [[nodiscard]] Cell signer(const QString &meaning, const QString &lead) const;
    void addSignature(Cell &cell, const SheetSignature &signature) const;
    void writeSignatures(SheetText &text) const;

    const HandoverSheet &m_sheet;
    const SheetEnd &m_end;
    base::Instant m_now;
    HandoverNames m_names;
    QByteArray m_hash;
};

QString HandoverPaper::title() const
{
    return m_sheet.label.isEmpty() ? tr("Handover sheet")
                                   : tr("Handover sheet") + u' ' + m_sheet.label;
}

QString HandoverPaper::shifts() const
{
    return u"%1  %2 %3 → %4 %5"_s
        .arg(words::date(m_sheet.outgoing.from, m_names.zone()), words::slot(m_sheet.outgoing.slot),
            m_names.hours(m_sheet.outgoing), words::slot(m_sheet.incoming.slot),
            m_names.hours(m_sheet.incoming))
        .simplified();
}

Foot HandoverPaper::foot() const
{
    Foot foot{.left = title() + u" · "_s + shifts()};
    foot.lines.append(tr("This sheet, SHA-256: %1").arg(inFours(m_hash)));
    if (m_end.fingerprint.isEmpty())
        foot.lines.append(tr("Check code of the record: none yet"));
    else
        foot.lines.append((m_end.fingerprintAt ? tr("Check code of the record up to %1: ")
                                                     .arg(m_names.whole(*m_end.fingerprintAt))
                                               : tr("Check code of the record: "))
            + inFours(m_end.fingerprint));
    foot.corner = tr("No. %1").arg(m_sheet.label.isEmpty() ? u"–"_s : m_sheet.label);
    return foot;
}

void HandoverPaper::writeHead(SheetText &text) const
{
    text.title(tr("Handover sheet"), m_end.confirmed ? QString() : tr("Not yet verified"));
    QList<Piece> line{{shifts(), Look::Strong}};
    if (m_sheet.scope != "desk"_L1)
        line.append({u"  "_s + tr("position: %1").arg(m_names.position(m_sheet.scope))});
    if (m_sheet.attempt > 1)
        line.append({u"  "_s + tr("attempt %1").arg(m_sheet.attempt)});
    text.line(line);
    QStringList times{tr("planned for %1").arg(m_names.when(m_sheet.plannedAt)),
        tr("frozen %1").arg(words::timeOfDay(m_sheet.frozenAt, m_names.zone())),
        tr("printed %1").arg(m_names.whole(m_now)),
        tr("times of %1").arg(QString::fromLatin1(m_names.zone().id()))};
    text.line({{times.join(u" · "_s), Look::Note}});
    if (m_sheet.asOf)
        text.line({{tr("Made without the server: as it was known here at %1")
                        .arg(m_names.whole(*m_sheet.asOf)),
            Look::Strong}});
}

void HandoverPaper::addSignature(Cell &cell, const SheetSignature &signature) const
{
    cell.append({{m_names.whole(signature.signedAt)}});
    cell.append({{tr("at %1, %2").arg(signature.station, words::signedHow(signature.how))}});
    if (!signature.witness.isEmpty())
        cell.append({{tr("Witness: %1").arg(m_names.personAndLogin(signature.witness))}});
    if (signature.hash != m_hash)
        cell.append(
            {{tr("Signed another content: %1").arg(inFours(signature.hash)), Look::Strong}});
}

Cell HandoverPaper::signer(const QString &meaning, const QString &lead) const
{
    const QString office = m_sheet.scope == "desk"_L1 ? u"shift_lead"_s : m_sheet.scope;
    const auto head = [&](const QString &login) {
        return QList<Piece>{{words::signedAs(meaning) + u"  "_s, Look::Quiet},
            {m_names.personAndLogin(login), Look::Strong},
            {u"  "_s + m_names.position(office), Look::Quiet}};
    };
    Cell cell;
    for (const SheetSignature &signature : m_end.signatures) {
        if (signature.meaning != meaning)
            continue;
        cell.append(head(signature.person));
        addSignature(cell, signature);
    }
    if (!cell.isEmpty())
        return cell;
    const QString line = u" ______________   "_s;
    return {head(lead), {}, {{tr("Signature") + line + tr("Date, time") + line}}};
}

void HandoverPaper::writeSignatures(SheetText &text) const
{
    const QString heading = tr("6. Signatures");
    text.heading(m_end.confirmed
            ? heading
            : heading + u" · "_s + tr("Not yet verified: the server has not confirmed it"),
        Keep::ToTheEnd);
    text.grid({0.5, 0.5},
        {{signer(u"handed_over"_s, m_sheet.outgoing.lead),
            signer(u"taken_over"_s, m_sheet.incoming.lead)}});
}

void HandoverPaper::fill(QTextDocument &document) const
{
    const HandoverState state(m_sheet, m_names);
    const HandoverItems items(m_sheet, m_names);
    SheetText text(document, kMeasures);
    const QString code = QString::fromLatin1(handover::sheetCode(m_sheet, m_end));
    text.beginAside(0.82, {{{code, Look::Code}}}, kCornerLine);
    writeHead(text);
    state.writeParties(text);
    text.endAside();
    items.writeItems(text, false);
    items.writeItems(text, true);
    state.writeSystems(text);
    items.writeReadBack(text);
    state.writeChanges(text);
    state.writeWaivers(text);
    writeSignatures(text);
}

} // namespace

base::Result<> writeHandoverSheet(
    const HandoverSheet &sheet, const SheetEnd &end, base::Instant now, QIODevice &to)
{
    const HandoverPaper paper(sheet, end, now);
    return writePages(to, paper.title(), paper.foot(),
        [&paper](QTextDocument &document) { paper.fill(document); });
}

base::Result<> printHandoverSheet(
    const HandoverSheet &sheet, const SheetEnd &end, base::Instant now, QPagedPaintDevice &to)
{
    const HandoverPaper paper(sheet, end, now);
    return drawPages(to, paper.foot(), [&paper](QTextDocument &document) { paper.fill(document); });
}

QList<QImage> pictureHandoverSheet(
    const HandoverSheet &sheet, const SheetEnd &end, base::Instant now, int width)
{
    const HandoverPaper paper(sheet, end, now);
    return picturePages(
        width, paper.foot(), [&paper](QTextDocument &document) { paper.fill(document); });
}

} // namespace watchroom::sheets
