// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

#include <functional>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// A Markdown to be written: lines with their numbers, keys for what it is made of, images that
/// are pasted or dropped. UI thread.
class MarkdownEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MarkdownEdit(const style::Theme &theme, QWidget *parent = nullptr);

    /// What a button of the tool bar and a key do.
    struct Act
    {
        QString name; ///< objectName of its button
        QString text;
        QKeySequence keys;
        std::function<void()> run;
    };
    [[nodiscard]] QList<Act> acts();
    /// From 1 on; the cursor goes there.
    void goToLine(int line);
    /// All of it is another text; one step of undo.
    void replaceText(const QString &text);
    void insertImage(const QString &name, const QString &target);

Q_SIGNALS:
    /// `bytes` reads or makes the file; called on another thread.
    void imageOffered(const std::function<QByteArray()> &bytes, const QString &name);
    void finishAsked();
    void closeAsked();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    [[nodiscard]] bool runKey(const QKeyEvent &event, bool onlyAsk);
    void apply(const std::function<void(QTextCursor &)> &change);
    void paintNumbers(QPainter &painter, const QRect &rect);
    void layOut();
    void dress();

    const style::Theme &m_theme;
    QWidget *m_numbers; ///< child
};

} // namespace watchroom::ui
