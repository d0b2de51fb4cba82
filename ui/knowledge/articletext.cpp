// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/articletext.h"

#include "app/articles/links.h"
#include "app/articles/markdown.h"
#include "app/base/whendone.h"
#include "ui/style/theme.h"
#include "ui/widgets/articlelook.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QScrollBar>
#include <QTextBlock>

#include <cmath>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kWidest = 720; ///< px of an image at a text factor of 1
constexpr int kImageMargin = 8;
constexpr int kNarrowest = 160; ///< less is a widget that has no size yet

QHash<QString, QSize> shownSizes(
    const QString &folder, const QList<domain::Attachment> &images, int width)
{
    QHash<QString, QSize> sizes;
    for (const domain::Attachment &image : images) {
        const QSize size = widgets::imageSize(folder + image.hash, width);
        if (!size.isEmpty())
            sizes.insert(image.hash, size);
    }
    return sizes;
}

} // namespace

ArticleText::ArticleText(const style::Theme &theme, QWidget *parent)
    : QTextBrowser(parent)
    , m_theme(theme)
    , m_decoding(u"article-images"_s)
{
    setObjectName(u"articleText"_s);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setStyleSheet(u"border: none; background: transparent"_s); // it lies on the page's ground
    connect(this, &QTextBrowser::anchorClicked, this, &ArticleText::follow);
    connect(&m_theme, &style::Theme::changed, this, &ArticleText::rewrite);
}

ArticleText::~ArticleText()
{
    m_decoding.stop();
}

void ArticleText::setArticle(const knowledge::Library::Opened &article,
    const store::BlobFolder &files, const ArticlePart &part)
{
    const bool another =
        !m_article || !article || m_article->version.article != article->version.article;
    m_article = article;
    m_part = part;
    m_folder = files.path({});
    m_images.clear();
    const int place = another ? 0 : verticalScrollBar()->value();
    const bool images = m_article && !m_article->version.text.images.isEmpty();
    // Of a part it is asked at once whether there is anything of it.
    if (!images || part.kind != ArticlePart::Kind::Whole) {
        write();
        verticalScrollBar()->setValue(place);
    }
    if (images)
        measureImages();
}

/// A whole text is laid out once, with the place of every image kept: decoding takes longer.
void ArticleText::measureImages()
{
    const auto shown = m_article;
    auto measuring =
        m_decoding.run([folder = m_folder, images = shown->version.text.images,
                           width = imageWidth()] { return shownSizes(folder, images, width); });
    base::whenDone(measuring, this, [this, shown](const QHash<QString, QSize> &sizes) {
        if (m_article != shown)
            return;
        const bool same = accessibleName() == shown->version.title;
        const int place = same ? verticalScrollBar()->value() : 0;
        m_sizes = sizes;
        write();
        verticalScrollBar()->setValue(place);
        loadImages();
    });
}

int ArticleText::imageWidth() const
{
    const int room = viewport()->width() - 2 * m_theme.scaled(kImageMargin);
    const int widest = m_theme.scaled(kWidest);
    return int((room < kNarrowest ? widest : std::min(room, widest)) * devicePixelRatioF());
}

void ArticleText::setFitted()
{
    m_fitted = true;
    setStyleSheet(u"border: none; padding: 0; background: transparent"_s);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        &ArticleText::fit);
    fit();
}

void ArticleText::fit()
{
    if (m_fitted)
        setFixedHeight(int(std::ceil(document()->size().height())));
}

void ArticleText::setLocked(bool locked)
{
    if (m_locked == locked)
        return;
    m_locked = locked;
    setTextInteractionFlags(locked ? Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard
                                   : Qt::TextBrowserInteraction);
    rewrite();
}

bool ArticleText::isEmpty() const
{
    return document()->isEmpty();
}

void ArticleText::setFound(const QString &query)
{
    m_query = query;
    mark();
}

articles::ArticleHtml ArticleText::html(const articles::HtmlOptions &options) const
{
    using Kind = ArticlePart::Kind;
    if (m_part.kind == Kind::Whole)
        return articles::articleHtml(m_article->document, options);
    articles::HtmlOptions apart = options;
    apart.steps = m_article->steps.list;
    if (m_part.kind == Kind::Step)
        return articles::stepHtml(m_article->document, m_part.step, apart);
    if (m_part.kind == Kind::Failure) {
        const auto &steps = m_article->steps.steps;
        const auto failure = articles::parseMarkdown(steps.value(m_part.step - 1).failure);
        return failure ? articles::articleHtml(*failure, options) : articles::ArticleHtml();
    }
    articles::ArticleHtml html = articles::articleHtml(m_article->document, apart);
    (m_part.kind == Kind::BeforeSteps ? html.after : html.before).clear();
    return html;
}

void ArticleText::write()
{
    if (!m_article) {
        clear();
        return;
    }
    const auto &tokens = m_theme.tokens();
    articles::HtmlOptions options;
    options.look = {.codeBackground = tokens.field.name(),
        .border = tokens.line.name(),
        .link = tokens.acc.name(),
        .faint = tokens.t3.name(),
        .copy = m_locked ? tr("Copying is locked") : tr("Copy"),
        .imageLeftOut = tr("(image not shown)")};
    options.title = m_article->version.title;
    options.image = [](const QString &target) -> std::optional<articles::HtmlImage> {
        const QString hash = articles::blobOf(target);
        return hash.isEmpty() ? std::nullopt
                              : std::optional<articles::HtmlImage>({.source = u"blob:"_s + hash});
    };
    const articles::ArticleHtml html = this->html(options);
    m_codes = html.codes;
    widgets::dressArticle(*document(), m_theme);
    document()->setDocumentMargin(m_fitted ? 0 : m_theme.scaled(4));
    setHtml(html.before + html.after);
    widgets::sizeHeadings(*document(), m_theme);
    if (m_part.kind == ArticlePart::Kind::BeforeSteps)
        dropLastHeading();
    setAccessibleName(m_article->version.title);
    mark();
    fit();
}

/// The same text with another look: whoever reads it stays where they are.
void ArticleText::rewrite()
{
    const int place = verticalScrollBar()->value();
    write();
    verticalScrollBar()->setValue(place);
}

/// The steps have a head of their own.
void ArticleText::dropLastHeading()
{
    const QTextBlock last = document()->lastBlock();
    if (last.blockFormat().headingLevel() == 0)
        return;
    QTextCursor cursor(last);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    cursor.deletePreviousChar();
}

QVariant ArticleText::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource || name.scheme() != "blob"_L1)
        return {}; // nothing from elsewhere
    const auto image = m_images.constFind(name.path());
    if (image != m_images.constEnd())
        return *image;
    QImage place(m_sizes.value(name.path(), QSize(1, 1)), QImage::Format_Mono);
    place.setColorTable({qRgba(0, 0, 0, 0), qRgba(0, 0, 0, 0)});
    place.setDevicePixelRatio(devicePixelRatioF());
    return place;
}

void ArticleText::loadImages()
{
    const auto shown = m_article;
    for (const domain::Attachment &image : shown->version.text.images) {
        auto decoding = m_decoding.run([path = m_folder + image.hash, width = imageWidth()] {
            return widgets::decodedImage(path, width);
        });
        base::whenDone(decoding, this, [this, shown, hash = image.hash](QImage picture) {
            if (m_article != shown || picture.isNull())
                return;
            picture.setDevicePixelRatio(devicePixelRatioF());
            m_images.insert(hash, picture);
            document()->addResource(QTextDocument::ImageResource, QUrl(u"blob:"_s + hash), picture);
            viewport()->update(); // its place was kept
        });
    }
}

void ArticleText::follow(const QUrl &link)
{
    const QString target = link.toString();
    if (target.startsWith("copy:"_L1) && m_locked) {
        Q_EMIT lockedAsked();
    } else if (target.startsWith("copy:"_L1)) {
        QGuiApplication::clipboard()->setText(code(target.mid(5).toInt()));
        Q_EMIT copied();
    } else if (target.startsWith("article:"_L1)) {
        Q_EMIT articleAsked(target.mid(8).section(u'#', 0, 0), link.fragment());
    } else if (target.startsWith(u'#')) {
        scrollToAnchor(link.fragment());
    } else {
        Q_EMIT urlAsked(link);
    }
}

void ArticleText::mark()
{
    const QStringList words = store::searchWords(m_query);
    QList<QTextEdit::ExtraSelection> marks;
    for (QTextBlock block = document()->begin(); !words.isEmpty() && block.isValid();
         block = block.next()) {
        const auto ranges = store::matchRanges(store::tracedText(block.text()), words);
        for (const store::TextRange &range : ranges) {
            QTextCursor cursor(block);
            cursor.setPosition(block.position() + int(range.from));
            cursor.setPosition(block.position() + int(range.end()), QTextCursor::KeepAnchor);
            QTextCharFormat format;
            format.setBackground(m_theme.tokens().accTint);
            format.setForeground(m_theme.tokens().acc);
            format.setFontUnderline(true);
            marks.append({cursor, format});
        }
    }
    setExtraSelections(marks);
}

void ArticleText::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rewrite();
    QTextBrowser::changeEvent(event);
}

} // namespace watchroom::ui
