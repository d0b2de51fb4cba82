// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/markdownedit.h"

#include "ui/authoring/markdownformat.h"
#include "ui/authoring/markdownlook.h"
#include "ui/style/theme.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;

namespace {

constexpr qint64 kMostFile = 64 * 1024 * 1024; ///< bytes; what is larger is not even read

/// The strip of line numbers; the editor paints it.
class Numbers final : public QWidget
{
public:
    Numbers(QWidget *parent, std::function<void(QPainter &, const QRect &)> paint)
        : QWidget(parent)
        , m_paint(std::move(paint))
    {
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        m_paint(painter, rect());
    }

private:
    std::function<void(QPainter &, const QRect &)> m_paint;
};

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.size() <= kMostFile && file.open(QIODevice::ReadOnly) ? file.readAll()
                                                                      : QByteArray();
}

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

MarkdownEdit::MarkdownEdit(const style::Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_numbers(new Numbers(
          this, [this](QPainter &painter, const QRect &rect) { paintNumbers(painter, rect); }))
{
    setObjectName(u"markdown"_s);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    new MarkdownLook(theme, document());
    connect(this, &QPlainTextEdit::blockCountChanged, this, &MarkdownEdit::layOut);
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, qOverload<>(&QWidget::update));
    connect(&m_theme, &style::Theme::changed, this, &MarkdownEdit::dress);
    dress();
}

void MarkdownEdit::dress()
{
    setFont(m_theme.font(FontRole::Body));
    document()->setDocumentMargin(m_theme.scaled(8));
    layOut();
}

void MarkdownEdit::layOut()
{
    const int digits = std::max(2, int(QString::number(blockCount()).size()));
    const int width = m_theme.scaled(16) + digits * fontMetrics().horizontalAdvance(u'9');
    setViewportMargins(width, 0, 0, 0);
    m_numbers->setGeometry(QRect(contentsRect().topLeft(), QSize(width, contentsRect().height())));
}

void MarkdownEdit::paintNumbers(QPainter &painter, const QRect &rect)
{
    const auto &tokens = m_theme.tokens();
    painter.fillRect(rect, tokens.panel);
    painter.setFont(m_theme.font(FontRole::Caption));
    QTextBlock block = firstVisibleBlock();
    for (; block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > rect.bottom())
            break;
        const bool here = block.blockNumber() == textCursor().blockNumber();
        painter.setPen(here ? tokens.t1 : tokens.t3);
        painter.drawText(QRectF(0, place.top(), rect.width() - m_theme.scaled(8),
                             QFontMetricsF(font()).lineSpacing()),
            Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
    }
}

void MarkdownEdit::apply(const std::function<void(QTextCursor &)> &change)
{
    QTextCursor cursor = textCursor();
    change(cursor);
    setTextCursor(cursor);
    setFocus();
}

QList<MarkdownEdit::Act> MarkdownEdit::acts()
{
    const auto act = [this](const std::function<void(QTextCursor &)> &change) {
        return [this, change] { apply(change); };
    };
    return {
        {u"heading"_s, tr("Heading"), QKeySequence(Qt::CTRL | Qt::Key_2),
            act([](QTextCursor &cursor) { toggleHeading(cursor, 2); })},
        {u"bold"_s, tr("Bold"), QKeySequence(Qt::CTRL | Qt::Key_B),
            act([](QTextCursor &cursor) { toggleAround(cursor, u"**"_s); })},
        {u"step"_s, tr("Step"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
            act([](QTextCursor &cursor) { toggleList(cursor, true); })},
        {u"list"_s, tr("List"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U),
            act([](QTextCursor &cursor) { toggleList(cursor, false); })},
        {u"table"_s, tr("Table"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
            act([](QTextCursor &cursor) {
                insertBlock(cursor, u"|  |  |\n| --- | --- |\n|  |  |"_s);
            })},
        {u"link"_s, tr("Link"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K),
            act([](QTextCursor &cursor) { insertLink(cursor, tr("words"), u"article:"_s); })},
        {u"code"_s, tr("Code"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
            act([](QTextCursor &cursor) {
                if (cursor.selectedText().contains(QChar::ParagraphSeparator)
                    || (!cursor.hasSelection() && cursor.block().text().isEmpty()))
                    insertBlock(cursor, u"```\n\n```"_s);
                else
                    toggleAround(cursor, u"`"_s);
            })},
    };
}

void MarkdownEdit::goToLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (block.isValid())
        setTextCursor(QTextCursor(block));
    centerCursor();
    setFocus();
}

void MarkdownEdit::replaceText(const QString &text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
}

void MarkdownEdit::insertImage(const QString &name, const QString &target)
{
    QString words = name;
    words.remove(u'[').remove(u']');
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock(); // one step of undo, whatever was typed before
    cursor.insertText(u"!["_s + words + u"]("_s + target + u')');
    cursor.endEditBlock();
    setTextCursor(cursor);
}

bool MarkdownEdit::runKey(const QKeyEvent &event, bool onlyAsk)
{
    const QKeySequence pressed(event.keyCombination());
    for (const Act &act : acts()) {
        if (act.keys != pressed)
            continue;
        if (!onlyAsk)
            act.run();
        return true;
    }
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    const bool finish = enter && event.modifiers().testFlag(Qt::ControlModifier);
    const bool close = event.key() == Qt::Key_Escape;
    if (!onlyAsk && finish)
        Q_EMIT finishAsked();
    if (!onlyAsk && close)
        Q_EMIT closeAsked();
    return finish || close;
}

// The window has keys too; while somebody writes, those of the text come first.
bool MarkdownEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && runKey(*static_cast<QKeyEvent *>(event), true)) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void MarkdownEdit::keyPressEvent(QKeyEvent *event)
{
    if (runKey(*event, false))
        return;
    if (event->key() == Qt::Key_Return && event->modifiers() == Qt::NoModifier) {
        QTextCursor cursor = textCursor();
        if (continueList(cursor)) {
            setTextCursor(cursor);
            ensureCursorVisible();
            return;
        }
    }
    QPlainTextEdit::keyPressEvent(event);
}

void MarkdownEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOut();
}

bool MarkdownEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || source->hasUrls() || QPlainTextEdit::canInsertFromMimeData(source);
}

void MarkdownEdit::insertFromMimeData(const QMimeData *source)
{
    bool files = false;
    const QList<QUrl> urls = source->urls();
    for (const QUrl &url : urls) {
        if (!url.isLocalFile())
            continue;
        files = true;
        const QString path = url.toLocalFile();
        Q_EMIT imageOffered([path] { return fileBytes(path); }, QFileInfo(path).fileName());
    }
    if (files)
        return;
    if (source->hasImage() && !source->hasText()) {
        const auto image = source->imageData().value<QImage>();
        Q_EMIT imageOffered([image] { return pngOf(image); }, tr("image") + u".png"_s);
        return;
    }
    QPlainTextEdit::insertFromMimeData(source);
}

} // namespace watchroom::ui
