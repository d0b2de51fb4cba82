// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/stepchoice.h"

#include "ui/knowledge/articletext.h"
#include "ui/knowledge/changedtext.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using widgets::ButtonKind;

namespace {

/// One of the two texts; the newer one is what is offered.
class SideBox final : public widgets::ThemedWidget
{
public:
    SideBox(const style::Theme &theme, bool newer, QWidget *parent)
        : ThemedWidget(theme, parent)
        , m_newer(newer)
    {
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_newer ? tokens().acc : tokens().line2);
        painter.setBrush(m_newer ? tokens().accTint : tokens().panel);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }

private:
    bool m_newer;
};

} // namespace

StepChoice::StepChoice(const style::Theme &theme, const Content &content, const Texts &texts,
    const store::BlobFolder &files, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setObjectName(u"stepChoice"_s);
    const ChangedTexts marked = changedTexts(content.begun.text, content.newer.text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(6));
    layout->addWidget(makeSide(content.begun, marked.before, texts.begun, files, false));
    layout->addWidget(makeSide(content.newer, marked.now, texts.newer, files, true));
    layout->addWidget(makeButtons(content));
}

QWidget *StepChoice::makeSide(const Side &side, const QString &marked,
    const knowledge::Library::Opened &text, const store::BlobFolder &files, bool newer)
{
    auto *box = new SideBox(theme(), newer, this);
    box->setObjectName(newer ? u"newerSide"_s : u"begunSide"_s);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(scaled(10), scaled(8), scaled(10), scaled(8));
    layout->setSpacing(scaled(4));
    auto *head = new QHBoxLayout;
    head->setSpacing(scaled(8));
    auto *version = new widgets::TextLabel(theme(), FontRole::Body, style::Weight::Bold,
        newer ? style::Ink::Acc : style::Ink::T2, box);
    version->setText(u"v%1"_s.arg(side.version));
    auto *aside = new widgets::TextLabel(
        theme(), FontRole::Caption, style::Weight::Regular, style::Ink::T2, box);
    aside->setText(side.aside);
    head->addWidget(version);
    head->addWidget(aside, 1);
    layout->addLayout(head);
    auto *line = new QLabel(box);
    line->setTextFormat(Qt::RichText);
    line->setWordWrap(true);
    line->setText(side.number > 0 ? marked : tr("This step is no more in v%1").arg(side.version));
    layout->addWidget(line);
    if (text && side.number > 0) {
        auto *detail = new ArticleText(theme(), box);
        detail->setFitted();
        detail->setLocked(true);
        detail->setArticle(text, files, {ArticlePart::Kind::Step, side.number});
        connect(detail, &ArticleText::lockedAsked, this, &StepChoice::lockedAsked);
        if (detail->isEmpty())
            delete detail;
        else
            layout->addWidget(detail);
    }
    box->setAccessibleName(u"v%1: %2"_s.arg(QString::number(side.version), side.text));
    return box;
}

QWidget *StepChoice::makeButtons(const Content &content)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, scaled(2), 0, 0);
    layout->setSpacing(scaled(8));
    auto *newer = widgets::makeButton(theme(), ButtonKind::Primary, u"chooseNewer"_s,
        tr("By v%1").arg(content.newer.version), u"check"_s, widgets::ButtonSize::Normal, row);
    auto *begun = widgets::makeButton(theme(), ButtonKind::Secondary, u"chooseBegun"_s,
        tr("Still v%1…").arg(content.begun.version), {}, widgets::ButtonSize::Normal, row);
    auto *words = new widgets::TextLabel(
        theme(), FontRole::Caption, style::Weight::Regular, style::Ink::T2, row);
    words->setText(tr("Until you choose, nothing can be ticked or copied"));
    layout->addWidget(newer);
    layout->addWidget(begun);
    layout->addWidget(words, 1);
    connect(newer, &QPushButton::clicked, this, &StepChoice::newerChosen);
    connect(begun, &QPushButton::clicked, this, &StepChoice::begunChosen);
    return row;
}

} // namespace watchroom::ui
