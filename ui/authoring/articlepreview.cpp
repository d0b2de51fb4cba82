// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/articlepreview.h"

#include "app/articles/articlehtml.h"
#include "app/articles/articlesteps.h"
#include "app/articles/articletargets.h"
#include "app/articles/links.h"
#include "app/base/whendone.h"
#include "app/knowledge/articlemaking.h"
#include "ui/style/theme.h"
#include "ui/widgets/articlelook.h"

#include <QEvent>
#include <QScrollBar>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::milliseconds kSoon{200};
constexpr int kWidest = 520; ///< px of an image at a text factor of 1
} // namespace

ArticlePreview::ArticlePreview(const style::Theme &theme, const QString &files, QWidget *parent)
    : QTextBrowser(parent)
    , m_theme(theme)
    , m_files(files)
    , m_thread(u"article-preview"_s)
{
    setObjectName(u"articlePreview"_s);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setStyleSheet(u"border: none; background: transparent"_s);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, &ArticlePreview::read);
    connect(&m_theme, &style::Theme::changed, this, &ArticlePreview::read);
}

ArticlePreview::~ArticlePreview()
{
    m_thread.stop();
}

void ArticlePreview::setSource(const Source &source)
{
    m_source = source;
    if (!m_soon.isActive())
        m_soon.start();
}

void ArticlePreview::begin(const Source &source)
{
    m_soon.stop();
    m_source = source;
    clear();
    Q_EMIT understood({}, {});
    read();
}

void ArticlePreview::read()
{
    if (m_source.markdown.isEmpty() && m_source.title.isEmpty())
        return; // nothing was begun
    const auto &tokens = m_theme.tokens();
    articles::HtmlOptions options;
    options.look = {.codeBackground = tokens.field.name(),
        .border = tokens.line.name(),
        .link = tokens.acc.name(),
        .faint = tokens.t3.name(),
        .copy = {},
        .imageLeftOut = tr("(image not shown)")};
    options.title = m_source.title;
    options.image = [](const QString &target) -> std::optional<articles::HtmlImage> {
        const QString hash = articles::blobOf(target);
        return hash.isEmpty() ? std::nullopt
                              : std::optional<articles::HtmlImage>({.source = u"blob:"_s + hash});
    };
    const quint64 asked = ++m_asked;
    auto reading = m_thread.run([source = m_source, options] {
        Reading made;
        const auto document = articles::parseMarkdown(source.markdown);
        const auto text = knowledge::makeText(source.markdown.toUtf8(), source.kind, {});
        made.faults = text.faults;
        made.notes = text.notes;
        if (document) {
            const auto html = articles::articleHtml(*document, options);
            made.html = html.before + html.after;
            made.images = articles::shownBlobs(*document);
        }
        return made;
    });
    base::whenDone(reading, this, [this, asked](const Reading &made) {
        if (asked == m_asked)
            show(made);
    });
}

void ArticlePreview::show(const Reading &reading)
{
    const int place = verticalScrollBar()->value();
    widgets::dressArticle(*document(), m_theme);
    document()->setDocumentMargin(m_theme.scaled(12));
    setHtml(reading.html);
    widgets::sizeHeadings(*document(), m_theme);
    verticalScrollBar()->setValue(place);
    for (const QString &hash : reading.images)
        if (!m_images.contains(hash))
            loadImage(hash);
    Q_EMIT understood(reading.faults, reading.notes);
}

void ArticlePreview::loadImage(const QString &hash)
{
    const int width = int(m_theme.scaled(kWidest) * devicePixelRatioF());
    auto decoding =
        m_thread.run([path = m_files + hash, width] { return widgets::decodedImage(path, width); });
    base::whenDone(decoding, this, [this, hash](QImage image) {
        if (image.isNull())
            return;
        image.setDevicePixelRatio(devicePixelRatioF());
        m_images.insert(hash, image);
        document()->addResource(QTextDocument::ImageResource, QUrl(u"blob:"_s + hash), image);
        document()->markContentsDirty(0, document()->characterCount());
    });
}

QVariant ArticlePreview::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource || name.scheme() != "blob"_L1)
        return {}; // nothing from elsewhere
    const auto image = m_images.constFind(name.path());
    return image == m_images.constEnd() ? QVariant(QImage(1, 1, QImage::Format_ARGB32))
                                        : QVariant(*image);
}

void ArticlePreview::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        read();
    QTextBrowser::changeEvent(event);
}

} // namespace watchroom::ui
