// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/markdownlook.h"

#include "ui/style/theme.h"

#include <QRegularExpression>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kInCode = 1;
} // namespace

MarkdownLook::MarkdownLook(const style::Theme &theme, QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
    connect(&m_theme, &style::Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void MarkdownLook::highlightBlock(const QString &text)
{
    static const QRegularExpression heading(u"^#{1,6}\\s.*"_s);
    static const QRegularExpression bold(u"\\*\\*[^*]+\\*\\*"_s);
    static const QRegularExpression code(u"`[^`]+`"_s);
    static const QRegularExpression target(u"\\]\\((?:blob|article|https?):[^)]*\\)"_s);
    static const QRegularExpression item(u"^\\s*(?:[-*+]|\\d{1,4}[.)])\\s"_s);
    const auto &tokens = m_theme.tokens();
    const bool fence = text.startsWith(u"```"_s);
    const bool inside = previousBlockState() == kInCode;
    setCurrentBlockState(fence != inside ? kInCode : 0);
    QTextCharFormat faint;
    faint.setForeground(tokens.t3);
    QTextCharFormat strong;
    strong.setFontWeight(QFont::Bold);
    QTextCharFormat accent;
    accent.setForeground(tokens.acc);
    if (fence || inside) {
        setFormat(0, int(text.size()), fence ? faint : accent);
        return;
    }
    const auto dress = [this, &text](const QRegularExpression &pattern, const auto &format) {
        for (auto it = pattern.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            setFormat(int(match.capturedStart()), int(match.capturedLength()), format);
        }
    };
    dress(heading, strong);
    dress(bold, strong);
    dress(code, accent);
    dress(target, faint);
    dress(item, accent);
}

} // namespace watchroom::ui
