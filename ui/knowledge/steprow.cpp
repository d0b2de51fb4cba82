// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/steprow.h"

#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/knowledge/articletext.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using knowledge::StepProgress;
using style::FontRole;
using Mark = StepProgress::Mark;
using Change = StepProgress::Change;
using widgets::ButtonKind;

namespace {

constexpr int kTickWidth = 24; ///< px at a text factor of 1

QString accessibleWords(const StepRow::Content &content)
{
    const StepProgress &step = content.progress;
    QString words = StepRow::tr("Step %1: %2").arg(QString::number(content.number), step.step.text);
    if (step.mark == Mark::Done)
        words += u", "_s + StepRow::tr("done");
    else if (step.mark == Mark::Failed)
        words += u", "_s + StepRow::tr("failed");
    else if (step.mark == Mark::NotApplicable)
        words += u", "_s + StepRow::tr("not applicable");
    else if (content.current)
        words += u", "_s + StepRow::tr("its turn now");
    return words;
}

} // namespace

StepRow::StepRow(const style::Theme &theme, const store::BlobFolder &files, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_files(files)
    , m_tick(new QCheckBox(this))
    , m_lock(new QLabel(this))
    , m_title(new QLabel(this))
    , m_chip(new widgets::Chip(theme, widgets::ChipKind::Inverse, this))
    , m_mark(new widgets::Chip(theme, widgets::ChipKind::Outline, this))
    , m_aside(new widgets::TextLabel(
          theme, FontRole::Caption, style::Weight::Regular, style::Ink::T2, this))
    , m_body(new QVBoxLayout)
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_lock->setFixedWidth(scaled(kTickWidth));
    m_tick->setFixedWidth(scaled(kTickWidth));
    auto *head = new QHBoxLayout;
    head->setSpacing(scaled(8));
    head->addWidget(m_tick);
    head->addWidget(m_lock);
    head->addWidget(m_title, 1);
    head->addWidget(m_aside);
    auto *marks = new QHBoxLayout;
    marks->setContentsMargins(scaled(kTickWidth + 8), 0, 0, 0);
    marks->setSpacing(scaled(8));
    marks->addWidget(m_chip);
    marks->addWidget(m_mark);
    marks->addStretch(1);
    m_body->setContentsMargins(scaled(kTickWidth + 8), 0, 0, 0);
    m_body->setSpacing(scaled(8));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8));
    layout->setSpacing(scaled(8));
    layout->addLayout(head);
    layout->addLayout(marks);
    layout->addLayout(m_body);
    // A click, not the state: what is shown follows from what was saved.
    connect(m_tick, &QCheckBox::clicked, this, [this] {
        const bool open = m_content.progress.isOpen();
        m_tick->setChecked(!open);
        Q_EMIT asked(open ? Act::Tick : Act::Untick);
    });
}

void StepRow::setContent(const Content &content, const StepChoice::Texts &texts)
{
    const bool same = content == m_content && texts.begun == m_texts.begun
        && texts.newer == m_texts.newer && m_body->count() > 0;
    m_content = content;
    m_texts = texts;
    if (same)
        return;
    showHead();
    showBody();
    update();
}

QString StepRow::chipWord() const
{
    const StepProgress &step = m_content.progress;
    if (step.change == Change::Now)
        return tr("The step you are on has changed");
    if (step.change == Change::Critical)
        return tr("Safety-critical, changed in v%1").arg(m_content.newest);
    if (step.change == Change::Finished)
        return tr("Changed in v%1, done already").arg(m_content.newest);
    if (step.change == Change::Later)
        return tr("Changed in v%1").arg(m_content.newest);
    return step.mark == Mark::Failed ? tr("Failed") : QString();
}

QString StepRow::markWord() const
{
    const StepProgress &step = m_content.progress;
    if (step.mark == Mark::NotApplicable)
        return tr("Not applicable");
    const bool said = step.change == Change::Critical;
    return step.step.critical && step.isOpen() && !said ? tr("Safety-critical") : QString();
}

void StepRow::showHead()
{
    const StepProgress &step = m_content.progress;
    const QString name = u"step%1"_s.arg(m_content.number);
    setObjectName(name);
    setAccessibleName(accessibleWords(m_content));
    const bool locked = m_content.locked && step.isOpen();
    m_lock->setVisible(locked);
    m_lock->setPixmap(theme().pixmap(u"lock"_s, scaled(18), tokens().t2, devicePixelRatioF()));
    m_tick->setVisible(!locked);
    m_tick->setObjectName(name + u"Tick"_s);
    m_tick->setAccessibleName(tr("Step %1 done").arg(m_content.number));
    m_tick->setChecked(!step.isOpen());
    m_tick->setEnabled(
        m_content.running && !m_content.locked && (m_content.mayTick || !step.isOpen()));
    m_title->setText(u"%1  %2"_s.arg(QString::number(m_content.number), step.step.text));
    m_title->setFont(theme().font(
        FontRole::Body, m_content.current ? style::Weight::Bold : style::Weight::Regular));
    QPalette palette = theme().palette();
    palette.setColor(QPalette::WindowText, step.isOpen() ? tokens().t1 : tokens().t2);
    m_title->setPalette(palette);
    const QString chip = chipWord();
    m_chip->setVisible(!chip.isEmpty());
    m_chip->setText(chip);
    const QString mark = markWord();
    m_mark->setVisible(!mark.isEmpty());
    m_mark->setText(mark);
    if (step.at)
        setTime(
            words::hourMinute(*step.at, QTimeZone::systemTimeZone()) + u' ' + m_content.by, false);
    else if (!m_content.current)
        setTime(step.step.expectSeconds > 0
                ? tr("about %1").arg(words::duration(base::Seconds(step.step.expectSeconds)))
                : QString(),
            false);
}

void StepRow::setTime(const QString &text, bool over)
{
    m_aside->setLook(FontRole::Caption, over ? style::Weight::Bold : style::Weight::Regular,
        over ? style::Ink::T1 : style::Ink::T2);
    m_aside->setText(text);
}

void StepRow::focusTick()
{
    m_tick->setFocus();
}

void StepRow::showBody()
{
    widgets::emptyLayout(*m_body);
    const StepProgress &step = m_content.progress;
    if (m_content.choice) {
        addChoice();
        return;
    }
    if (!step.reason.isEmpty())
        addWords(words::reason(step.reason));
    addWords(step.text);
    addWords(m_content.notes);
    if (step.change == Change::Finished && m_content.running)
        addFinishedChange();
    if (!m_content.open)
        return;
    addDetail(false);
    addDetail(true);
    if (m_content.running)
        addButtons();
}

void StepRow::addWords(const QString &words)
{
    if (words.isEmpty())
        return;
    auto *label = new QLabel(words, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QPalette palette = theme().palette();
    palette.setColor(QPalette::WindowText, tokens().t2);
    label->setPalette(palette);
    m_body->addWidget(label);
}

void StepRow::addChoice()
{
    auto *choice = new StepChoice(theme(), *m_content.choice, m_texts, m_files, this);
    connect(choice, &StepChoice::newerChosen, this, [this] { Q_EMIT asked(Act::ChooseNewer); });
    connect(choice, &StepChoice::begunChosen, this, [this] { Q_EMIT asked(Act::ChooseBegun); });
    connect(choice, &StepChoice::lockedAsked, this, [this] { Q_EMIT asked(Act::LockedCopy); });
    m_body->addWidget(choice);
}

void StepRow::addDetail(bool failure)
{
    if (!m_texts.begun)
        return;
    auto *text = new ArticleText(theme(), this);
    text->setFitted();
    text->setLocked(m_content.locked);
    text->setArticle(m_texts.begun, m_files,
        {failure ? ArticlePart::Kind::Failure : ArticlePart::Kind::Step, m_content.number});
    if (text->isEmpty()) {
        delete text;
        return;
    }
    if (failure)
        addWords(tr("If it fails:"));
    connect(text, &ArticleText::copied, this, &StepRow::copied);
    connect(text, &ArticleText::lockedAsked, this, [this] { Q_EMIT asked(Act::LockedCopy); });
    connect(text, &ArticleText::articleAsked, this, &StepRow::articleAsked);
    connect(text, &ArticleText::urlAsked, this, &StepRow::urlAsked);
    m_body->addWidget(text);
}

void StepRow::addFinishedChange()
{
    addWords(tr("Now: %1").arg(m_content.newestText));
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    const auto add = [&](const QString &name, const QString &text, Act act) {
        auto *button = widgets::makeButton(theme(), ButtonKind::Secondary,
            name + QString::number(m_content.number), text, {}, widgets::ButtonSize::Small, row);
        connect(button, &QPushButton::clicked, this, [this, act] { Q_EMIT asked(act); });
        layout->addWidget(button);
    };
    add(u"again"_s, tr("Do it again"), Act::Again);
    add(u"notNeeded"_s, tr("Not needed…"), Act::NotNeeded);
    layout->addStretch(1);
    m_body->addWidget(row);
}

void StepRow::addButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    const bool open = m_content.progress.isOpen();
    const auto add = [&](ButtonKind kind, const QString &name, const QString &text, Act act) {
        auto *button = widgets::makeButton(theme(), kind, name + QString::number(m_content.number),
            text, kind == ButtonKind::Primary ? u"check"_s : QString(), widgets::ButtonSize::Normal,
            row);
        button->setEnabled(act == Act::Note || !open || (m_content.mayTick && !m_content.locked));
        connect(button, &QPushButton::clicked, this, [this, act] { Q_EMIT asked(act); });
        layout->addWidget(button);
    };
    if (open) {
        add(ButtonKind::Primary, u"done"_s, tr("Done"), Act::Tick);
        add(ButtonKind::Secondary, u"failed"_s, tr("Failed…"), Act::Fail);
        add(ButtonKind::Secondary, u"notApplicable"_s, tr("Not applicable…"), Act::NotApplicable);
    } else {
        add(ButtonKind::Secondary, u"undo"_s, tr("Not done after all"), Act::Untick);
    }
    add(ButtonKind::Secondary, u"note"_s, tr("Note…"), Act::Note);
    layout->addStretch(1);
    m_body->addWidget(row);
}

void StepRow::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    if (m_content.current && m_content.running) {
        painter.fillRect(rect(), tokens().raised);
        painter.setPen(QPen(tokens().acc, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    } else {
        painter.fillRect(rect(), tokens().card);
        painter.setPen(tokens().line);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void StepRow::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !m_content.choice)
        Q_EMIT asked(Act::Open);
    ThemedWidget::mousePressEvent(event);
}

void StepRow::rebuild()
{
    if (m_content.number == 0)
        return;
    showHead();
    showBody();
}

void StepRow::themeChanged()
{
    rebuild();
    ThemedWidget::themeChanged();
}

void StepRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
