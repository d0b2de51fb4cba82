// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/mergeview.h"

#include "app/articles/worddiff.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using articles::MergePart;
using style::FontRole;

namespace {

constexpr int kMostLines = 14; ///< of a text seen without scrolling

QPlainTextEdit *textOf(const QString &name, const QStringList &lines, QWidget *parent)
{
    auto *text = new QPlainTextEdit(lines.join(u'\n'), parent);
    text->setObjectName(name);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    const int rows = std::clamp(int(lines.size()) + 1, 3, kMostLines);
    text->setFixedHeight(rows * text->fontMetrics().lineSpacing() + 12);
    return text;
}

} // namespace

MergeView::MergeView(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_heading(
          new widgets::TextLabel(theme, FontRole::Title, style::Weight::Bold, style::Ink::T1, this))
    , m_state(new QLabel(this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"mergeView"_s);
    m_state->setObjectName(u"mergeState"_s);
    m_back = widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"mergeBack"_s, {}, {},
        widgets::ButtonSize::Normal, this);
    m_take = widgets::makeButton(theme, widgets::ButtonKind::Primary, u"mergeTake"_s, {},
        u"git-merge"_s, widgets::ButtonSize::Normal, this);
    m_scroll->setObjectName(u"mergePlaces"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(scaled(12));
    head->addWidget(m_heading, 1);
    head->addWidget(m_state);
    head->addWidget(m_back);
    head->addWidget(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(10), scaled(16), scaled(10));
    layout->setSpacing(scaled(10));
    layout->addLayout(head);
    layout->addWidget(m_scroll, 1);
    connect(m_back, &QPushButton::clicked, this, &MergeView::cancelled);
    connect(m_take, &QPushButton::clicked, this, &MergeView::finish);
}

void MergeView::begin(const articles::TextMerge &merge, int version)
{
    m_merge = merge;
    m_version = version;
    fill();
    if (!m_choices.isEmpty())
        m_choices.first()->setFocus();
}

QWidget *MergeView::conflict(const MergePart &part, int number)
{
    auto *box = new QWidget;
    auto *choice = new widgets::SegmentedControl(theme(), box);
    choice->setObjectName(u"mergeChoice%1"_s.arg(number));
    choice->setItems({tr("Mine"), tr("Theirs"), tr("Both")});
    choice->clear();
    choice->setAccessibleName(tr("Place %1: which text stays").arg(number));
    m_choices.append(choice);
    connect(choice, &widgets::SegmentedControl::currentChanged, this, &MergeView::decided);
    auto *name = new QLabel(tr("Place %1").arg(number), box);
    name->setFont(theme().font(FontRole::Section, style::Weight::Bold));
    auto *head = new QHBoxLayout;
    head->addWidget(name);
    head->addWidget(choice);
    head->addStretch(1);
    auto *texts = new QHBoxLayout;
    texts->setSpacing(scaled(12));
    const auto add = [&](const QString &id, const QString &words, const QStringList &lines) {
        auto *column = new QVBoxLayout;
        column->setSpacing(scaled(4));
        auto *label = new QLabel(words, box);
        label->setFont(theme().font(FontRole::Caption));
        auto *text = textOf(id + QString::number(number), lines, box);
        text->setAccessibleName(words);
        column->addWidget(label);
        column->addWidget(text);
        texts->addLayout(column);
        return text;
    };
    auto *mine = add(u"mergeMine"_s, tr("Mine"), part.mine);
    auto *theirs = add(u"mergeTheirs"_s, tr("Theirs, v%1").arg(m_version), part.theirs);
    const auto words = articles::wordDiff(part.mine.join(u'\n'), part.theirs.join(u'\n'));
    m_places.append({mine, words.removed});
    m_places.append({theirs, words.added});
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, scaled(12));
    layout->addLayout(head);
    layout->addLayout(texts);
    return box;
}

void MergeView::fill()
{
    m_choices.clear();
    m_places.clear();
    auto *places = new QWidget;
    auto *layout = new QVBoxLayout(places);
    layout->setContentsMargins(0, 0, scaled(8), 0);
    int number = 0;
    for (const MergePart &part : std::as_const(m_merge.parts))
        if (part.conflict)
            layout->addWidget(conflict(part, ++number));
    layout->addStretch(1);
    m_scroll->setWidget(places);
    mark();
    m_heading->setText(tr("Bring both together"));
    m_back->setText(tr("Back to my text"));
    m_take->setText(tr("Take it over"));
    decided();
}

void MergeView::mark()
{
    QTextCharFormat format;
    format.setBackground(tokens().accTint);
    format.setForeground(tokens().t1);
    format.setFontUnderline(true);
    for (const Place &place : std::as_const(m_places)) {
        QList<QTextEdit::ExtraSelection> marks;
        for (const articles::Range &range : place.words) {
            QTextCursor cursor(place.text->document());
            cursor.setPosition(int(range.at));
            cursor.setPosition(int(range.at + range.length), QTextCursor::KeepAnchor);
            marks.append({cursor, format});
        }
        place.text->setExtraSelections(marks);
    }
}

void MergeView::themeChanged()
{
    mark();
    ThemedWidget::themeChanged();
}

void MergeView::decided()
{
    const auto open = std::ranges::count_if(
        m_choices, [](const widgets::SegmentedControl *choice) { return choice->current() < 0; });
    m_state->setText(
        open > 0 ? tr("%n place(s) to decide", nullptr, int(open)) : tr("All is decided"));
    m_take->setEnabled(open == 0);
}

void MergeView::finish()
{
    QList<QStringList> chosen;
    qsizetype at = 0;
    for (const MergePart &part : std::as_const(m_merge.parts)) {
        if (!part.conflict)
            continue;
        const int choice = m_choices.at(at++)->current();
        chosen.append(choice == 0 ? part.mine
                : choice == 1     ? part.theirs
                                  : part.theirs + part.mine);
    }
    Q_EMIT merged(m_merge.text(chosen), m_version);
}

void MergeView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else if (enter && event->modifiers().testFlag(Qt::ControlModifier) && m_take->isEnabled())
        finish();
    else
        ThemedWidget::keyPressEvent(event);
}

void MergeView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
