// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/incidentjson.h"
#include "app/exports/savefile.h"
#include "app/programs/ctl/command.h"
#include "app/programs/ctl/context.h"
#include "app/words/language.h"
#include "ui/sheets/incidentsheet.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QIODevice>
#include <QJsonDocument>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Result;
using exports::IncidentFile;

namespace {

QString sentenceOf(const IncidentFile &file, const QString &path)
{
    QStringList lines{QCoreApplication::translate("ctl", "Saved as %1 (%2, entries: %3)")
                          .arg(QDir::toNativeSeparators(path), file.reference())
                          .arg(file.entries.size())};
    if (file.broken)
        lines.append(
            QCoreApplication::translate("ctl", "The record here is not whole: see entry %1.")
                .arg(file.broken->at.n));
    lines.append(QCoreApplication::translate("ctl", "Fingerprint: %1")
                     .arg(QString::fromLatin1(file.fingerprint)));
    return lines.join(u'\n');
}

Result<> write(const IncidentFile &file, bool pdf, base::Instant now, QIODevice &to)
{
    if (pdf) {
        const bool english =
            words::Language::of(QLocale::system()) == words::Language::Code::English;
        return sheets::writeIncidentSheet(file, english, now, to);
    }
    to.write(QJsonDocument(exports::toJson(file, now)).toJson()); // the file knows if it failed
    return {};
}

Result<Outcome> exportIncident(Context &context, const Arguments &arguments)
{
    const bool pdf = arguments.has(u"pdf"_s);
    if (pdf == arguments.has(u"json"_s))
        return wrongUsage(QT_TRANSLATE_NOOP("ctl", "one of --json FILE and --pdf FILE is needed"));
    const auto incident = context.find(arguments.positional()[0]);
    if (!incident)
        return tl::unexpected(incident.error());
    const auto file = context.read<IncidentFile>([id = incident->id](store::Reader &reader) {
        return exports::readIncidentFile(reader, id);
    });
    if (!file)
        return tl::unexpected(file.error());
    const auto saved = exports::saveFile(arguments.value(pdf ? u"pdf"_s : u"json"_s),
        [&](QIODevice &to) { return write(*file, pdf, context.clock().now(), to); });
    if (!saved)
        return tl::unexpected(saved.error());
    const QJsonObject json{{u"file"_s, *saved}, {u"format"_s, pdf ? u"pdf"_s : u"json"_s},
        {u"entries"_s, qint64(file->entries.size())},
        {u"unrecorded"_s, qint64(file->unrecorded.size())},
        {u"head"_s, QString::fromLatin1(file->head.hash)},
        {u"fingerprint"_s, QString::fromLatin1(file->fingerprint)}};
    return Outcome{json, sentenceOf(*file, *saved), file->broken ? 1 : 0};
}

} // namespace

QList<Command> exportCommands()
{
    return {
        {u"incident export"_s, u"REF --json FILE | --pdf FILE"_s, {{u"json"_s}, {u"pdf"_s}}, 1, 1,
            exportIncident},
    };
}

} // namespace watchroom::ctl
