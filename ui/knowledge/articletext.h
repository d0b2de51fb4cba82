// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/workerthread.h"
#include "app/knowledge/library.h"

#include <QTextBrowser>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// The text of an article: headings, tables, code that is copied by a key, images from files of
/// this station. Nothing is ever loaded from elsewhere. UI thread; images are decoded on a thread
/// of its own.
class ArticleText final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ArticleText(const style::Theme &theme, QWidget *parent = nullptr);
    ~ArticleText() override;

    void setArticle(const knowledge::Library::Opened &article, const store::BlobFolder &files);
    /// Words of a search, marked in the text.
    void setFound(const QString &query);
    /// Of the code block that the link `copy:N` stands beside.
    [[nodiscard]] QString code(int n) const { return m_codes.value(n); }

Q_SIGNALS:
    void articleAsked(const QString &key, const QString &heading);
    void urlAsked(const QUrl &url);
    void copied();

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;

private:
    void write();
    void sizeHeadings();
    void follow(const QUrl &link);
    void loadImages();
    void mark();
    [[nodiscard]] QString sheet() const; ///< CSS of the theme

    const style::Theme &m_theme;
    knowledge::Library::Opened m_article;
    QString m_folder; ///< of the files
    QStringList m_codes;
    QString m_query;
    QHash<QString, QImage> m_images; ///< by hash
    base::WorkerThread m_decoding;
};

} // namespace watchroom::ui
