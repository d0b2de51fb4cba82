// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/diffhtml.h"

#include "app/articles/worddiff.h"

#include <QCoreApplication>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using articles::DiffRow;
using articles::StepChange;

namespace {

/// The text with its ranges on another ground and underlined or struck out.
QString marked(const QString &text, const QList<articles::Range> &ranges, const QString &style)
{
    QString html;
    qsizetype at = 0;
    for (const articles::Range &range : ranges) {
        html += text.mid(at, range.at - at).toHtmlEscaped() + u"<span style='"_s + style + u"'>"_s
            + text.mid(range.at, range.length).toHtmlEscaped() + u"</span>"_s;
        at = range.at + range.length;
    }
    return html + text.mid(at).toHtmlEscaped();
}

class Writer
{
public:
    explicit Writer(const DiffLook &look)
        : m_look(look)
    {
    }

    [[nodiscard]] QString row(const DiffRow &row) const
    {
        const bool left = row.kind == DiffRow::Kind::Removed || row.kind == DiffRow::Kind::Changed;
        const bool right = row.kind == DiffRow::Kind::Added || row.kind == DiffRow::Kind::Changed;
        articles::WordDiff words;
        if (row.kind == DiffRow::Kind::Changed)
            words = articles::wordDiff(row.oldText, row.newText);
        else if (left)
            words.removed = {{0, row.oldText.size()}};
        return u"<tr>"_s
            + side(row.oldLine, left ? u"−"_s : QString(), left ? m_look.taken : QColor(),
                marked(row.oldText, words.removed,
                    u"background:"_s + m_look.takenWords.name()
                        + u";text-decoration:line-through"_s))
            + side(row.newLine, right ? u"+"_s : QString(), right ? m_look.put : QColor(),
                marked(row.newText, words.added,
                    u"background:"_s + m_look.putWords.name() + u";text-decoration:underline"_s))
            + u"</tr>"_s;
    }

    [[nodiscard]] QString heads(const QString &before, const QString &now) const
    {
        const QString head = u"<td colspan='3'><b>%1</b></td>"_s;
        return u"<tr>"_s + head.arg(before.toHtmlEscaped()) + head.arg(now.toHtmlEscaped())
            + u"</tr>"_s;
    }

    [[nodiscard]] QString gap() const
    {
        return u"<tr><td colspan='6' style='color:%1'>…</td></tr>"_s.arg(m_look.faint.name());
    }

private:
    [[nodiscard]] QString side(
        int line, const QString &sign, const QColor &ground, const QString &html) const
    {
        const QString back = ground.isValid() ? u" bgcolor='%1'"_s.arg(ground.name()) : QString();
        return u"<td width='3%' align='right'%1><span style='color:%2'>%3</span></td>"
               "<td width='2%' align='center'%1><b>%4</b></td><td width='45%'%1>%5</td>"_s.arg(back,
                   m_look.faint.name(), line > 0 ? QString::number(line) : QString(), sign,
                   html.isEmpty() ? u"&nbsp;"_s : html);
    }

    const DiffLook &m_look;
};

QString said(const char *text)
{
    return QCoreApplication::translate("ArticleDiff", text);
}

} // namespace

QString diffHtml(const QList<articles::DiffHunk> &hunks, const QString &before, const QString &now,
    const DiffLook &look)
{
    const Writer writer(look);
    QString html =
        u"<table width='100%' cellspacing='0' cellpadding='3'>"_s + writer.heads(before, now);
    bool first = true;
    for (const articles::DiffHunk &hunk : hunks) {
        const bool top = !hunk.isEmpty() && hunk.first().oldLine <= 1 && hunk.first().newLine <= 1;
        if (!first || !top)
            html += writer.gap();
        first = false;
        for (const DiffRow &row : hunk)
            html += writer.row(row);
    }
    return html + u"</table>"_s;
}

QStringList stepLines(const knowledge::Comparison &comparison)
{
    QStringList lines;
    for (const StepChange &step : comparison.steps) {
        if (step.kind == StepChange::Kind::Same)
            continue;
        const bool gone = step.kind == StepChange::Kind::Removed;
        const int number = gone ? step.before : step.now;
        const auto &steps = gone ? comparison.stepsBefore : comparison.stepsNow;
        const QString text = steps.value(number - 1).text;
        const char *form = gone ? QT_TRANSLATE_NOOP("ArticleDiff", "− Step %1 is gone: %2")
            : step.kind == StepChange::Kind::Added
            ? QT_TRANSLATE_NOOP("ArticleDiff", "+ New step %1: %2")
            : step.kind == StepChange::Kind::Moved
            ? QT_TRANSLATE_NOOP("ArticleDiff", "↕ Step %1 was moved: %2")
            : QT_TRANSLATE_NOOP("ArticleDiff", "± Step %1 changed: %2");
        lines.append(said(form).arg(QString::number(number), text)
            + (step.critical ? said(QT_TRANSLATE_NOOP("ArticleDiff", " (safety-critical)"))
                             : QString()));
    }
    return lines;
}

} // namespace watchroom::ui
