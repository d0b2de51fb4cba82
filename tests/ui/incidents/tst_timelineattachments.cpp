// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/incidents/boarddesk.h"
#include "ui/incidents/attachmentbar.h"
#include "ui/incidents/attachmentdialog.h"
#include "ui/incidents/timelinepanel.h"
#include "ui/incidents/timelinetexts.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/timelinedelegate.h"

#include <QBuffer>
#include <QClipboard>
#include <QCryptographicHash>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using domain::Attachment;
using ui::TimelineTexts;

namespace {

QByteArray png(const QColor &colour, const QSize &size = {400, 300})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

/// A page of each colour.
QByteArray pdf(const QList<QColor> &colours)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    for (qsizetype i = 0; i < colours.size(); ++i) {
        if (i > 0)
            writer.newPage();
        painter.fillRect(QRect(0, 0, writer.width(), writer.height()), colours[i]);
    }
    painter.end();
    return bytes;
}

} // namespace

/// Files in the timeline: chosen, dropped, pasted, shown, and those that are not here yet.
class TestTimelineAttachments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aDroppedFileGoesWithTheEntry();
    void aPastedImageGoesAloneToo();
    void whatIsTakenOutDoesNotGo();
    void aFileThatIsNoImageIsRefusedInWords();
    void opensInPlacePageByPage();
    void isSavedAsAFile();
    void whatIsNotHereHasAFrameWithItsSize();
    void whatIsOutOfSightIsNotLoaded();
    void whatCannotBeReadSaysSo();
    void anImageTooLargeToDecodeKeepsItsFrame();

private:
    void drop(const QList<QByteArray> &files, const QString &suffix);
    void picture(const QString &name);
    [[nodiscard]] Attachment keep(const QByteArray &bytes, const QString &name);
    void addEntry(const QString &text, const QList<Attachment> &attachments);
    [[nodiscard]] ui::TimelinePanel &panel() { return m_desk->page().inspector().timeline(); }
    [[nodiscard]] QListView &list() { return *m_desk->shown<QListView>(u"timeline"_s); }
    [[nodiscard]] QLineEdit &entry() { return *m_desk->shown<QLineEdit>(u"entry"_s); }
    /// Of the newest entry.
    [[nodiscard]] QList<widgets::TimelinePicture> pictures();
    [[nodiscard]] QString said();
    [[nodiscard]] ui::AttachmentDialog *dialog() const
    {
        return m_desk->shown<ui::AttachmentDialog>(u"attachmentDialog"_s);
    }
    /// In the middle of what the dialog shows.
    [[nodiscard]] QColor shown() const;

    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<test::BoardDesk> m_desk;
    int m_count = 0;
};

void TestTimelineAttachments::init()
{
    m_count = 0;
    m_files = std::make_unique<QTemporaryDir>();
    m_desk = std::make_unique<test::BoardDesk>();
    m_desk->page().show(m_desk->open(u"画面卡顿"_s, u"yellow"_s, true));
    QTRY_VERIFY(m_desk->shown<QListView>(u"timeline"_s));
    QTRY_VERIFY(list().model()->rowCount() > 0);
}

void TestTimelineAttachments::cleanup()
{
    m_desk.reset();
}

void TestTimelineAttachments::picture(const QString &name)
{
    const QString dir = qEnvironmentVariable("WATCHROOM_PICTURES");
    if (!dir.isEmpty())
        m_desk->window().grab().save(dir + u'/' + name + ".png"_L1);
}

void TestTimelineAttachments::drop(const QList<QByteArray> &files, const QString &suffix)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QByteArray &bytes : files) {
        const QString path = m_files->filePath(u"截图 %1.%2"_s.arg(++m_count).arg(suffix));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        urls.append(QUrl::fromLocalFile(path));
    }
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&panel(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&panel(), &event);
    QVERIFY(event.isAccepted());
}

Attachment TestTimelineAttachments::keep(const QByteArray &bytes, const QString &name)
{
    auto kept = m_desk->attachments().add(bytes, name);
    kept.waitForFinished();
    return kept.result().value_or(Attachment());
}

void TestTimelineAttachments::addEntry(const QString &text, const QList<Attachment> &attachments)
{
    const int before = list().model()->rowCount();
    auto saved = m_desk->commands().addEntry({.incident = m_desk->page().current(),
        .text = text,
        .happenedAt = m_desk->now() + std::chrono::seconds(1),
        .attachments = attachments});
    saved.waitForFinished();
    QVERIFY(saved.result().has_value());
    QTRY_COMPARE(list().model()->rowCount(), before + 1);
}

QList<widgets::TimelinePicture> TestTimelineAttachments::pictures()
{
    return list()
        .model()
        ->index(0, 0)
        .data(TimelineTexts::PicturesRole)
        .value<QList<widgets::TimelinePicture>>();
}

QString TestTimelineAttachments::said()
{
    return list().model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
}

QColor TestTimelineAttachments::shown() const
{
    auto *view = m_desk->shown<QWidget>(u"attachmentView"_s);
    if (!view)
        return {};
    return view->grab().toImage().pixelColor(view->rect().center());
}

void TestTimelineAttachments::aDroppedFileGoesWithTheEntry()
{
    const int before = list().model()->rowCount();
    drop({png(Qt::red), png(Qt::blue)}, u"png"_s);
    auto *bar = m_desk->page().findChild<ui::AttachmentBar *>();
    QTRY_COMPARE(bar->attachments().size(), 2);
    QVERIFY(bar->isVisible());
    picture(u"attachments-staged"_s);
    QTest::keyClicks(&entry(), u"both ends"_s);
    QTest::keyClick(&entry(), Qt::Key_Return);
    QTRY_COMPARE(list().model()->rowCount(), before + 1);
    QTRY_VERIFY(entry().text().isEmpty());
    QVERIFY(!bar->isVisible());
    QCOMPARE(pictures().size(), 2);
    QTRY_VERIFY(!pictures()[0].image.isNull() && !pictures()[1].image.isNull());
    QCOMPARE(pictures()[0].image.pixelColor(5, 5), QColor(Qt::red));
    QVERIFY2(said().contains(u"both ends") && said().contains(u"截图 1.png"), qPrintable(said()));
    picture(u"attachments-shown"_s);
    // What is on the row is what was attached.
    const QRect row = list().visualRect(list().model()->index(0, 0));
    const QImage painted = list().viewport()->grab(row).toImage();
    int reds = 0;
    for (int x = 0; x < painted.width(); ++x)
        reds += painted.pixelColor(x, row.height() / 2 + 10) == QColor(Qt::red) ? 1 : 0;
    QVERIFY2(reds > 40, qPrintable(QString::number(reds)));
}

void TestTimelineAttachments::aPastedImageGoesAloneToo()
{
    const int before = list().model()->rowCount();
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::green);
    QGuiApplication::clipboard()->setImage(image);
    entry().setFocus();
    QTest::keySequence(&entry(), QKeySequence::Paste);
    auto *bar = m_desk->page().findChild<ui::AttachmentBar *>();
    QTRY_COMPARE(bar->attachments().size(), 1);
    QTest::keyClick(&entry(), Qt::Key_Return);
    QTRY_COMPARE(list().model()->rowCount(), before + 1);
    QCOMPARE(pictures().size(), 1);
    QTRY_COMPARE(pictures()[0].image.size(), image.size());
    QVERIFY2(said().contains(u"粘贴的图片"), qPrintable(said()));
    // Text is still pasted as text.
    QGuiApplication::clipboard()->setText(u"值守"_s);
    QTest::keySequence(&entry(), QKeySequence::Paste);
    QCOMPARE(entry().text(), u"值守"_s);
}

void TestTimelineAttachments::whatIsTakenOutDoesNotGo()
{
    drop({png(Qt::red)}, u"png"_s);
    QTRY_VERIFY(m_desk->shown<QPushButton>(u"removeAttachment"_s));
    auto *remove = m_desk->shown<QPushButton>(u"removeAttachment"_s);
    QVERIFY(remove->accessibleName().contains(u"截图 1.png"));
    QTest::mouseClick(remove, Qt::LeftButton);
    QTRY_VERIFY(!m_desk->shown<QPushButton>(u"removeAttachment"_s));
    const int before = list().model()->rowCount();
    QTest::keyClick(&entry(), Qt::Key_Return); // nothing to say
    QTest::keyClicks(&entry(), u"none"_s);
    QTest::keyClick(&entry(), Qt::Key_Return);
    QTRY_COMPARE(list().model()->rowCount(), before + 1);
    QVERIFY(pictures().isEmpty());
}

void TestTimelineAttachments::aFileThatIsNoImageIsRefusedInWords()
{
    QSignalSpy failed(&panel(), &ui::TimelinePanel::failed);
    drop({"#!/bin/sh\n"}, u"png"_s);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<base::Error>().code, u"attachment_refused"_s);
    drop({QByteArray()}, u"pdf"_s);
    QTRY_COMPARE(failed.size(), 2);
    drop({png(Qt::red) + QByteArray(20 * 1024 * 1024, 'x')}, u"png"_s);
    QTRY_COMPARE(failed.size(), 3);
    QCOMPARE(failed[2][0].value<base::Error>().code, u"attachment_refused"_s);
    QVERIFY(m_desk->page().findChild<ui::AttachmentBar *>()->attachments().isEmpty());
}

void TestTimelineAttachments::opensInPlacePageByPage()
{
    addEntry(u"见附件"_s,
        {keep(png(Qt::red), u"left.png"_s), keep(pdf({Qt::green, Qt::blue}), u"report.pdf"_s)});
    QTRY_VERIFY(!pictures()[1].image.isNull());
    list().setFocus();
    list().setCurrentIndex(list().model()->index(0, 0));
    QTest::keyClick(&list(), Qt::Key_Return);
    QTRY_VERIFY(dialog());
    QTRY_COMPARE(shown(), QColor(Qt::red));
    const QWidget &box = dialog()->box();
    QVERIFY(dialog()->rect().contains(box.geometry()));
    QVERIFY(m_desk->shown<QPushButton>(u"closeAttachment"_s)->isVisible());
    picture(u"attachments-dialog"_s);
    QTest::keyClick(dialog(), Qt::Key_Right);
    QTRY_COMPARE(shown(), QColor(Qt::green));
    QTest::keyClick(dialog(), Qt::Key_Right);
    QTRY_COMPARE(shown(), QColor(Qt::blue));
    picture(u"attachments-pdf"_s);
    QVERIFY(!m_desk->shown<QPushButton>(u"nextAttachment"_s)->isEnabled());
    QTest::keyClick(dialog(), Qt::Key_Left);
    QTRY_COMPARE(shown(), QColor(Qt::green));
    QTest::keyClick(dialog(), Qt::Key_Left);
    QTRY_COMPARE(shown(), QColor(Qt::red));
    QTest::keyClick(dialog(), Qt::Key_Left); // the first already
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QTRY_VERIFY(list().hasFocus());
    // A press on the second frame opens the second.
    const QRect row = list().visualRect(list().model()->index(0, 0));
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {},
        QPoint(row.left() + 66 + 96 + 8 + 40, row.bottom() - 40));
    QTRY_VERIFY(dialog());
    QTRY_COMPARE(shown(), QColor(Qt::green));
}

void TestTimelineAttachments::isSavedAsAFile()
{
    const QByteArray bytes = png(Qt::red);
    addEntry(u"见附件"_s, {keep(bytes, u"left.png"_s)});
    list().setFocus();
    list().setCurrentIndex(list().model()->index(0, 0));
    QTest::keyClick(&list(), Qt::Key_Return);
    QTRY_VERIFY(m_desk->shown<QPushButton>(u"saveAttachment"_s));
    auto *save = m_desk->shown<QPushButton>(u"saveAttachment"_s);
    QTRY_VERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    auto *chooser = m_desk->window().findChild<QFileDialog *>(u"saveAttachmentDialog"_s);
    QVERIFY(chooser);
    const QString to = m_files->filePath(u"out.png"_s);
    Q_EMIT chooser->fileSelected(to);
    chooser->close();
    QTRY_VERIFY(QFile::exists(to));
    QFile file(to);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void TestTimelineAttachments::whatIsNotHereHasAFrameWithItsSize()
{
    const QByteArray bytes = png(Qt::red);
    const Attachment far{.hash = QString::fromLatin1(
                             QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()),
        .name = u"远端.png"_s,
        .size = 3'400'000,
        .type = u"image/png"_s};
    QSignalSpy wanted(&m_desk->attachments(), &incidents::Attachments::wanted);
    addEntry(u"见附件"_s, {far});
    QTRY_COMPARE(pictures().size(), 1);
    QTRY_COMPARE(wanted.size(), 1); // what somebody looks at comes first
    QVERIFY(pictures()[0].image.isNull());
    QCOMPARE(pictures()[0].caption, u"3.4 MB"_s);
    QVERIFY2(said().contains(u"尚未到达"), qPrintable(said()));
    picture(u"attachments-absent"_s);
    list().setFocus();
    list().setCurrentIndex(list().model()->index(0, 0));
    QTest::keyClick(&list(), Qt::Key_Return);
    QTRY_VERIFY(dialog());
    auto *view = m_desk->shown<QWidget>(u"attachmentView"_s);
    QTRY_VERIFY2(view->accessibleDescription().contains(u"3.4 MB"),
        qPrintable(view->accessibleDescription()));
    picture(u"attachments-dialog-absent"_s);
    QVERIFY(!m_desk->shown<QPushButton>(u"saveAttachment"_s)->isEnabled());

    QCOMPARE(keep(bytes, u"x.png"_s).hash, far.hash); // it arrives
    m_desk->attachments().noteArrival(far.hash);
    QTRY_COMPARE(shown(), QColor(Qt::red));
    QTRY_VERIFY(!pictures()[0].image.isNull());
    QVERIFY(!said().contains(u"尚未到达"));
}

void TestTimelineAttachments::whatIsOutOfSightIsNotLoaded()
{
    m_desk->page().show(QUuid());
    const QUuid incident = m_desk->model().incidents().first().id;
    constexpr int kEntries = 40;
    for (int i = 0; i < kEntries; ++i) {
        const QByteArray hash =
            QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha256).toHex();
        auto saved = m_desk->commands().addEntry({.incident = incident,
            .text = QString::number(i),
            .attachments = {{.hash = QString::fromLatin1(hash),
                .name = u"a.png"_s,
                .size = 1000,
                .type = u"image/png"_s}}});
        saved.waitForFinished();
        QVERIFY(saved.result().has_value());
    }
    QSignalSpy wanted(&m_desk->attachments(), &incidents::Attachments::wanted);
    m_desk->page().show(incident);
    QTRY_VERIFY(list().model()->rowCount() > kEntries);
    QTRY_VERIFY(wanted.size() >= 3);
    // What is pasted is decoded behind everything that was to be loaded.
    QImage image(4, 4, QImage::Format_RGB32);
    image.fill(Qt::green);
    QGuiApplication::clipboard()->setImage(image);
    QTest::keySequence(&entry(), QKeySequence::Paste);
    QTRY_COMPARE(m_desk->page().findChild<ui::AttachmentBar *>()->attachments().size(), 1);
    QVERIFY2(wanted.size() < kEntries, qPrintable(QString::number(wanted.size())));
}

void TestTimelineAttachments::whatCannotBeReadSaysSo()
{
    QByteArray half = pdf({Qt::red}).left(40);
    addEntry(u"见附件"_s, {keep(half, u"half.pdf"_s), keep(png(Qt::red).left(60), u"half.png"_s)});
    // Its frame keeps an icon that is not the one of waiting.
    QTRY_VERIFY(pictures()[0].icon == u"file-text"_s && pictures()[1].icon == u"photo"_s);
    list().setFocus();
    list().setCurrentIndex(list().model()->index(0, 0));
    QTest::keyClick(&list(), Qt::Key_Return);
    QTRY_VERIFY(m_desk->shown<QPushButton>(u"saveAttachment"_s));
    QTRY_VERIFY(m_desk->shown<QPushButton>(u"saveAttachment"_s)->isEnabled());
    picture(u"attachments-unreadable"_s);
    m_desk->language().use(words::Language::Code::English);
    QTRY_COMPARE(m_desk->shown<QPushButton>(u"closeAttachment"_s)->text(), u"Close"_s);
    picture(u"attachments-unreadable-en"_s);
}

void TestTimelineAttachments::anImageTooLargeToDecodeKeepsItsFrame()
{
    // Sixty million pixels and more are not decoded.
    const QByteArray large = png(Qt::white, {12'000, 6'000});
    addEntry(u"见附件"_s, {keep(large, u"large.png"_s)});
    QTRY_COMPARE(pictures()[0].icon, u"photo"_s);
    QVERIFY(pictures()[0].image.isNull());
}

QTEST_MAIN(TestTimelineAttachments)
#include "tst_timelineattachments.moc"
