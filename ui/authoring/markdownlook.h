// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// How a Markdown looks while it is written: headings bold, marks and the ids of images faint. UI
/// thread.
class MarkdownLook final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    MarkdownLook(const style::Theme &theme, QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    const style::Theme &m_theme;
};

} // namespace watchroom::ui
