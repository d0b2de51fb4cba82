// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/articlehtml.h"
#include "app/base/workerthread.h"
#include "app/knowledge/library.h"

#include <QTextBrowser>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// What of an article is shown.
struct ArticlePart
{
    enum class Kind
    {
        Whole,
        BeforeSteps,
        AfterSteps,
        Step, ///< its detail
        Failure, ///< what to do when the step fails
    };
    Kind kind = Kind::Whole;
    int step = 0; ///< from 1 on
};

/// The text of an article: headings, tables, code that is copied by a key, images from files of
/// this station. Nothing is ever loaded from elsewhere. UI thread; images are decoded on a thread
/// of its own.
class ArticleText final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ArticleText(const style::Theme &theme, QWidget *parent = nullptr);
    ~ArticleText() override;

    void setArticle(const knowledge::Library::Opened &article, const store::BlobFolder &files,
        const ArticlePart &part = {});
    /// As high as its text, without a scroll bar: it lies in something that scrolls.
    void setFitted();
    /// Nothing in it can be copied while `locked`.
    void setLocked(bool locked);
    [[nodiscard]] bool isEmpty() const;
    /// Words of a search, marked in the text.
    void setFound(const QString &query);
    /// Of the code block that the link `copy:N` stands beside.
    [[nodiscard]] QString code(int n) const { return m_codes.value(n); }

Q_SIGNALS:
    void articleAsked(const QString &key, const QString &heading);
    void urlAsked(const QUrl &url);
    void copied();
    /// Somebody wants to copy what is locked.
    void lockedAsked();

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] articles::ArticleHtml html(const articles::HtmlOptions &options) const;
    void write();
    void rewrite();
    void fit();
    void dropLastHeading();
    void follow(const QUrl &link);
    void measureImages();
    void loadImages();
    [[nodiscard]] int imageWidth() const;
    void mark();

    const style::Theme &m_theme;
    knowledge::Library::Opened m_article;
    ArticlePart m_part;
    bool m_fitted = false;
    bool m_locked = false;
    QString m_folder; ///< of the files
    QStringList m_codes;
    QString m_query;
    QHash<QString, QSize> m_sizes; ///< of images, as they are shown, by hash
    QHash<QString, QImage> m_images; ///< by hash
    base::WorkerThread m_decoding;
};

} // namespace watchroom::ui
