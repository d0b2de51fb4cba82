// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/faultwindow.h"

#include "app/words/errors.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Ink;
using style::Weight;
using widgets::ButtonKind;
using widgets::ButtonSize;

namespace {

constexpr int kWidth = 640;
constexpr int kIcon = 22;
constexpr int kEdge = 24;

QLabel *wrapped(const QString &name, const QFont &font, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setFont(font);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

FaultWindow::FaultWindow(
    const style::Theme &theme, words::Language &language, const Fault &fault, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_language(language)
    , m_fault(fault)
{
    setObjectName(u"faultWindow"_s);
    build();
    setFault(fault);
    m_tryAgain->setFocus();
    connect(m_languages, &widgets::SegmentedControl::currentChanged, this,
        [this](int index) { m_language.use(words::Language::Code(index)); });
    connect(m_tryAgain, &QPushButton::clicked, this, &FaultWindow::tryAgainAsked);
    connect(m_do, &QPushButton::clicked, this, &FaultWindow::remedyAsked);
    connect(m_quit, &QPushButton::clicked, this, &FaultWindow::quitAsked);
}

void FaultWindow::build()
{
    const auto &look = theme();
    const auto button = [&](ButtonKind kind, const QString &name) {
        return widgets::makeButton(look, kind, name, {}, {}, ButtonSize::Normal, this);
    };
    m_heading = new widgets::TextLabel(look, FontRole::Title, Weight::Bold, Ink::T1, this);
    m_heading->setObjectName(u"faultHeading"_s);
    m_languages = new widgets::SegmentedControl(look, this);
    m_languages->setObjectName(u"language"_s);
    m_languages->setSmall(true);
    m_languages->setItems({u"中文"_s, u"English"_s});
    m_languages->setCurrent(int(m_language.code()));
    m_sentence = wrapped(u"faultSentence"_s, look.font(FontRole::Body, Weight::Bold), this);
    m_remedy = wrapped(u"faultRemedy"_s, look.font(FontRole::Body), this);
    m_folderCaption =
        new widgets::TextLabel(look, FontRole::Caption, Weight::Regular, Ink::T2, this);
    m_folder = wrapped(u"faultFolder"_s, look.font(FontRole::Body), this);
    m_tryAgain = button(ButtonKind::Primary, u"tryAgain"_s);
    m_do = button(ButtonKind::Destructive, u"remedy"_s);
    m_quit = button(ButtonKind::Secondary, u"quit"_s);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(look.scaled(kIcon + 10), 0, 0, 0);
    head->addWidget(m_heading, 1);
    head->addWidget(m_languages);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(look.scaled(8));
    foot->addWidget(m_quit);
    foot->addStretch();
    foot->addWidget(m_do);
    foot->addWidget(m_tryAgain);
    auto *layout = new QVBoxLayout(this);
    const int edge = look.scaled(kEdge);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(look.scaled(12));
    layout->addLayout(head);
    layout->addWidget(m_sentence);
    layout->addWidget(m_remedy);
    layout->addWidget(m_folderCaption);
    layout->addWidget(m_folder);
    layout->addSpacing(look.scaled(8));
    layout->addLayout(foot);
}

void FaultWindow::setFault(const Fault &fault)
{
    m_fault = fault;
    retranslate();
}

void FaultWindow::setBusy(bool busy)
{
    for (QPushButton *button : {m_tryAgain, m_do})
        button->setEnabled(!busy);
}

void FaultWindow::retranslate()
{
    setWindowTitle(tr("Watchroom"));
    m_heading->setText(tr("Watchroom cannot open its workspace"));
    m_languages->setAccessibleName(tr("Language"));
    m_sentence->setText(words::errorSentence(m_fault.error));
    m_folderCaption->setText(tr("Folder of the workspace"));
    m_folder->setText(m_fault.folder);
    m_tryAgain->setText(tr("Try again"));
    m_quit->setText(tr("Quit"));
    QString remedy;
    QString act;
    switch (m_fault.remedy) {
    case Remedy::None:
        break;
    case Remedy::Refill:
        act = tr("Put aside and refill…");
        remedy =
            tr("“Put aside and refill” keeps the damaged file under another name in the same "
               "folder. What was not sent yet is kept and sent; everything else comes from the "
               "server.");
        break;
    case Remedy::BeginAnew:
        act = tr("Put aside and begin anew…");
        remedy =
            tr("This workspace has no server: the damaged file is the only copy. “Put aside and "
               "begin anew” keeps it under another name in the same folder and opens an empty "
               "workspace. Put back a copy of the folder instead, if you have one.");
        break;
    case Remedy::PutAside:
        act = tr("Put aside and go on…");
        remedy = tr("“Put aside and go on” keeps the former data under another name in the same "
                    "folder, unchanged; they are not carried over.");
        break;
    }
    m_remedy->setText(remedy);
    m_remedy->setVisible(!remedy.isEmpty());
    m_do->setText(act);
    m_do->setVisible(!act.isEmpty());
    setAccessibleName(m_heading->text());
    setAccessibleDescription(m_sentence->text());
    const int width = scaled(kWidth);
    setFixedSize(width, layout()->totalHeightForWidth(width));
}

void FaultWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

void FaultWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    Q_EMIT quitAsked();
}

void FaultWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT quitAsked();
    else
        ThemedWidget::keyPressEvent(event);
}

void FaultWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    const QRectF icon(scaled(kEdge), m_heading->y(), scaled(kIcon), m_heading->height());
    widgets::paintIcon(painter, icon, theme(), u"alert-circle"_s, kIcon, tokens().t1);
}

} // namespace watchroom::ui
