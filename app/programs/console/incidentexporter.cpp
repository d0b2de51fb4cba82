// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/console/incidentexporter.h"

#include "app/base/whendone.h"
#include "app/exports/incidentjson.h"
#include "app/exports/savefile.h"
#include "ui/sheets/incidentsheet.h"

#include <QIODevice>
#include <QJsonDocument>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using base::Result;
using exports::IncidentFile;
using ui::ExportFormat;

IncidentExporter::IncidentExporter(store::Store &store, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_thread(u"exports"_s)
{
}

IncidentExporter::~IncidentExporter() = default;

QString IncidentExporter::fileName(const QString &reference, ExportFormat format)
{
    QString name = reference;
    name.remove(u'#');
    return u"incident-%1.%2"_s.arg(name, format == ExportFormat::Pdf ? u"pdf"_s : u"json"_s);
}

void IncidentExporter::write(
    const QUuid &incident, ExportFormat format, const QString &path, bool english)
{
    Q_EMIT began();
    base::whenDone(m_store.read<IncidentFile>([incident](store::Reader &reader) {
        return exports::readIncidentFile(reader, incident);
    }),
        this, [this, format, path, english](const Result<IncidentFile> &file) {
            if (file)
                writeFile(*file, format, path, english);
            else
                Q_EMIT failed(file.error());
        });
}

void IncidentExporter::writeFile(
    const IncidentFile &file, ExportFormat format, const QString &path, bool english)
{
    const auto task = [file, format, path, english, now = m_clock.now()] {
        return exports::saveFile(path, [&](QIODevice &to) -> Result<> {
            if (format == ExportFormat::Pdf)
                return sheets::writeIncidentSheet(file, english, now, to);
            to.write(QJsonDocument(exports::toJson(file, now)).toJson());
            return {}; // the file knows whether it was written
        });
    };
    const qint64 brokenAt = file.broken ? file.broken->at.n : 0;
    base::whenDone(m_thread.run(task), this, [this, brokenAt](const Result<QString> &saved) {
        if (saved)
            Q_EMIT written(*saved, brokenAt);
        else
            Q_EMIT failed(saved.error());
    });
}

} // namespace watchroom::programs
