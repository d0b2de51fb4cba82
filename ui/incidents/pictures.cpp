// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/pictures.h"

#include "app/base/whendone.h"
#include "app/exports/savefile.h"
#include "app/incidents/attachments.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QProcess>
#include <QRegularExpression>

#include <sys/resource.h>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using domain::Attachment;
using State = Picture::State;

namespace {

constexpr int kPatience = 10'000; ///< ms that a page may take
constexpr rlim_t kMostMemory = 1024 * 1024 * 1024; ///< bytes

Picture readImage(const QString &path, const QSize &box)
{
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > Pictures::kMostPixels)
        return {State::Unreadable};
    // An image that stands on its side is turned after it was scaled.
    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const QSize fits = size.scaled(turned ? box.transposed() : box, Qt::KeepAspectRatio);
    if (fits.width() < size.width())
        reader.setScaledSize(fits.expandedTo({1, 1}));
    const QImage image = reader.read();
    return image.isNull() ? Picture{State::Unreadable} : Picture{State::Ready, image};
}

/// Empty when it fails or takes too long.
QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setStandardInputFile(QProcess::nullDevice());
    process.setChildProcessModifier([] {
        constexpr rlimit kSeconds{kPatience / 1000, kPatience / 1000};
        constexpr rlimit kMemory{kMostMemory, kMostMemory};
        ::setrlimit(RLIMIT_CPU, &kSeconds);
        ::setrlimit(RLIMIT_AS, &kMemory);
    });
    process.start(program, arguments, QIODevice::ReadOnly);
    const bool ended = process.waitForFinished(kPatience);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    const bool well =
        ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return well ? process.readAllStandardOutput() : QByteArray();
}

Picture readPdf(const QString &path, int page, const QSize &box)
{
    static const QRegularExpression pages(
        u"^Pages:\\s+(\\d{1,6})$"_s, QRegularExpression::MultilineOption);
    const auto told = pages.match(QString::fromUtf8(run(u"pdfinfo"_s, {path})));
    if (!told.hasMatch())
        return {State::Unreadable};
    const QString n = QString::number(page);
    const QByteArray png = run(u"pdftoppm"_s,
        {u"-png"_s, u"-f"_s, n, u"-l"_s, n, u"-scale-to"_s,
            QString::number(qMax(box.width(), box.height())), path});
    const QImage image = QImage::fromData(png, "png");
    if (image.isNull())
        return {State::Unreadable};
    const bool fits = image.width() <= box.width() && image.height() <= box.height();
    return {State::Ready,
        fits ? image : image.scaled(box, Qt::KeepAspectRatio, Qt::SmoothTransformation),
        told.captured(1).toInt()};
}

base::Result<QString> copy(const QString &from, const QString &to)
{
    QFile file(from);
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(base::Error::Kind::Invalid, file.errorString(), u"file_unreadable"_s,
            {{u"file"_s, QDir::toNativeSeparators(from)}});
    return exports::saveFile(to, [&file](QIODevice &target) -> base::Result<> {
        target.write(file.readAll());
        return {}; // the target knows whether it was written
    });
}

} // namespace

Pictures::Pictures(incidents::Attachments &attachments, QObject *parent)
    : QObject(parent)
    , m_attachments(attachments)
    , m_small(kMostKept)
    , m_thread(u"pictures"_s)
{
    connect(&attachments, &incidents::Attachments::arrived, this, [this](const QString &hash) {
        m_small.remove(hash);
        m_loading.remove(hash); // what is under way may have missed it
        Q_EMIT changed(hash);
    });
}

Pictures::~Pictures() = default;

QFuture<Picture> Pictures::load(const Attachment &attachment, int page, const QSize &box)
{
    return m_thread.run([path = m_attachments.path(attachment),
                            pdf = attachment.type == "application/pdf"_L1, page, box] {
        if (!QFileInfo::exists(path))
            return Picture{State::Absent};
        return pdf ? readPdf(path, page, box) : readImage(path, box);
    });
}

const Picture *Pictures::small(const Attachment &attachment)
{
    if (const Picture *known = m_small.object(attachment.hash))
        return known;
    if (m_loading.contains(attachment.hash))
        return nullptr;
    m_loading.insert(attachment.hash);
    base::whenDone(load(attachment, 1, kSmall), this, [this, attachment](const Picture &picture) {
        m_loading.remove(attachment.hash);
        m_small.insert(attachment.hash, new Picture(picture));
        if (picture.state == State::Absent)
            m_attachments.want(attachment);
        Q_EMIT changed(attachment.hash);
    });
    return nullptr;
}

QFuture<base::Result<QString>> Pictures::save(const Attachment &attachment, const QString &to)
{
    return m_thread.run([from = m_attachments.path(attachment), to] { return copy(from, to); });
}

QFuture<QByteArray> Pictures::encode(const QImage &image)
{
    return m_thread.run([image] {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
        return bytes;
    });
}

} // namespace watchroom::ui
