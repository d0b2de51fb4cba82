// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/fault.h"
#include "app/base/workerthread.h"

#include <QTextBrowser>
#include <QTimer>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// How a Markdown will be read, a moment after it was written, and what is wrong with it. UI
/// thread; it is read, and images are decoded, on a thread of its own.
class ArticlePreview final : public QTextBrowser
{
    Q_OBJECT

public:
    /// `files`: the folder of the images.
    ArticlePreview(const style::Theme &theme, const QString &files, QWidget *parent = nullptr);
    ~ArticlePreview() override;

    struct Source
    {
        QString markdown;
        QString title; ///< shown apart
        QString kind; ///< whether it has steps
    };
    void setSource(const Source &source);
    /// Another text: nothing of the one before stays until it is read.
    void begin(const Source &source);

Q_SIGNALS:
    void understood(
        const watchroom::articles::Faults &faults, const watchroom::articles::Faults &notes);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;

private:
    struct Reading
    {
        QString html;
        QStringList images; ///< hashes
        articles::Faults faults;
        articles::Faults notes;
    };
    void read();
    void show(const Reading &reading);
    void loadImage(const QString &hash);

    const style::Theme &m_theme;
    QString m_files;
    Source m_source;
    quint64 m_asked = 0; ///< only the newest reading is shown
    QHash<QString, QImage> m_images; ///< by hash
    QTimer m_soon;
    base::WorkerThread m_thread;
};

} // namespace watchroom::ui
