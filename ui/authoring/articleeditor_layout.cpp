// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/errors.h"
#include "ui/authoring/articleeditor.h"
#include "ui/authoring/articlepreview.h"
#include "ui/authoring/faultlist.h"
#include "ui/authoring/markdownedit.h"
#include "ui/authoring/settingspanel.h"
#include "ui/authoring/statebox.h"
#include "ui/style/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using widgets::ButtonKind;

namespace {

constexpr std::chrono::milliseconds kSoon{250};
constexpr int kSettingsWidth = 248; ///< px at a text factor of 1

} // namespace

ArticleEditor::ArticleEditor(
    const style::Theme &theme, const AuthoringNeeds &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
{
    setObjectName(u"articleEditor"_s);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    m_newer = new widgets::Banner(theme, u"newerVersion"_s, this);
    m_newer->setObjectName(u"newerVersion"_s);
    m_merge = m_newer->addButton(u"bringTogether"_s, {}, true);
    m_remark = new widgets::Banner(theme, u"proposalRemark"_s, this);
    m_remark->setObjectName(u"proposalRemark"_s);
    m_newer->hide();
    m_remark->hide();
    layout->addWidget(m_newer);
    layout->addWidget(m_remark);
    layout->addWidget(makeBody(), 1);
    layout->addWidget(makeFoot());
    wire();
    retranslate();
}

QWidget *ArticleEditor::makeHead()
{
    auto *head = new QWidget(this);
    m_title =
        new widgets::TextLabel(theme(), FontRole::Title, style::Weight::Bold, style::Ink::T1, head);
    m_title->setObjectName(u"editorTitle"_s);
    m_kept = new widgets::TextLabel(
        theme(), FontRole::Caption, style::Weight::Regular, style::Ink::T3, head);
    m_kept->setObjectName(u"draftKept"_s);
    m_drop = widgets::makeButton(
        theme(), ButtonKind::Link, u"dropDraft"_s, {}, {}, widgets::ButtonSize::Normal, head);
    m_changes = widgets::makeButton(theme(), ButtonKind::Secondary, u"showChanges"_s, {},
        u"git-compare"_s, widgets::ButtonSize::Normal, head);
    m_close = widgets::makeButton(theme(), ButtonKind::Secondary, u"closeEditor"_s, {}, u"x"_s,
        widgets::ButtonSize::Normal, head);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(scaled(16), scaled(10), scaled(16), scaled(10));
    layout->setSpacing(scaled(12));
    layout->addWidget(m_title, 1);
    layout->addWidget(m_kept);
    for (QPushButton *button : {m_drop, m_changes, m_close})
        layout->addWidget(button);
    return head;
}

QLayout *ArticleEditor::makeTools()
{
    auto *layout = new QHBoxLayout;
    layout->setContentsMargins(scaled(8), scaled(4), scaled(8), scaled(4));
    layout->setSpacing(scaled(4));
    const auto acts = m_text->acts();
    for (const MarkdownEdit::Act &act : acts) {
        auto *button = widgets::makeButton(theme(), ButtonKind::Secondary, act.name, act.text, {},
            widgets::ButtonSize::Small, this);
        connect(button, &QPushButton::clicked, m_text, act.run);
        layout->addWidget(button);
        m_tools.append(button);
    }
    layout->addStretch(1);
    return layout;
}

QWidget *ArticleEditor::makeBody()
{
    auto *halves = new QSplitter(this);
    halves->setObjectName(u"editorHalves"_s);
    halves->setChildrenCollapsible(false);
    auto *left = new QWidget(halves);
    m_text = new MarkdownEdit(theme(), left);
    m_faults = new FaultList(left);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeTools());
    column->addWidget(m_text, 1);
    column->addWidget(m_faults);
    m_preview = new ArticlePreview(theme(), m_needs.library.files().path({}), halves);
    halves->addWidget(left);
    halves->addWidget(m_preview);
    halves->setSizes({500, 500});
    m_settings = new SettingsPanel(theme(), m_needs.directory);
    m_state = new StateBox(theme(), m_needs);
    m_settings->foot().addWidget(m_state);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"editorSettings"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(scaled(kSettingsWidth));
    scroll->setWidget(m_settings);
    auto *body = new QWidget(this);
    auto *layout = new QHBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(halves, 1);
    layout->addWidget(scroll);
    return body;
}

QWidget *ArticleEditor::makeFoot()
{
    auto *foot = new QWidget(this);
    m_complaint = new QLabel(foot);
    m_complaint->setObjectName(u"editorComplaint"_s);
    m_complaint->setWordWrap(true);
    m_complaint->setFont(theme().font(FontRole::Body, style::Weight::Bold));
    m_complaint->hide();
    m_reason = new QLineEdit(foot);
    m_reason->setObjectName(u"changeReason"_s);
    m_reason->setMaxLength(500);
    m_why = new QLabel(foot);
    m_why->setObjectName(u"whyNotPublished"_s);
    m_why->setFont(theme().font(FontRole::Caption));
    m_handIn = widgets::makeButton(
        theme(), ButtonKind::Secondary, u"handIn"_s, {}, {}, widgets::ButtonSize::Normal, foot);
    m_publish = widgets::makeButton(theme(), ButtonKind::Primary, u"publish"_s, {}, u"check"_s,
        widgets::ButtonSize::Normal, foot);
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(12));
    row->addWidget(m_reason, 1);
    row->addWidget(m_why);
    row->addWidget(m_handIn);
    row->addWidget(m_publish);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(scaled(16), scaled(10), scaled(16), scaled(10));
    layout->setSpacing(scaled(6));
    layout->addWidget(m_complaint);
    layout->addLayout(row);
    return foot;
}

void ArticleEditor::wire()
{
    connect(&m_soon, &QTimer::timeout, this, &ArticleEditor::keep);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ArticleEditor::typed);
    connect(m_text, &MarkdownEdit::imageOffered, this, &ArticleEditor::keepImage);
    connect(m_text, &MarkdownEdit::finishAsked, this, &ArticleEditor::finish);
    connect(m_text, &MarkdownEdit::closeAsked, this, &ArticleEditor::close);
    connect(m_settings, &SettingsPanel::changed, this, &ArticleEditor::typed);
    connect(m_reason, &QLineEdit::textEdited, this, &ArticleEditor::typed);
    connect(m_preview, &ArticlePreview::understood, m_faults, &FaultList::setFaults);
    connect(m_faults, &FaultList::lineAsked, m_text, &MarkdownEdit::goToLine);
    connect(m_close, &QPushButton::clicked, this, &ArticleEditor::close);
    connect(m_changes, &QPushButton::clicked, this, &ArticleEditor::changesAsked);
    connect(m_handIn, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_publish, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_merge, &QPushButton::clicked, this, [this] {
        if (const auto *now = article())
            Q_EMIT mergeAsked(now->version);
    });
    connect(m_drop, &QPushButton::clicked, this, [this] {
        auto *dialog = new widgets::ConfirmDialog(theme(), *window(),
            {.heading = tr("Throw this draft away?"),
                .text = tr("What you wrote is lost. The published text stays as it is."),
                .act = tr("Throw away")},
            [this] { drop(); });
        dialog->open();
    });
    connect(&m_needs.library, &knowledge::Library::changed, this, &ArticleEditor::libraryChanged);
    connect(&m_needs.writer, &knowledge::ArticleWriter::policyChanged, this,
        &ArticleEditor::showWhatMayBeDone);
    connect(&m_needs.drafts, &knowledge::Drafts::failed, this, &ArticleEditor::draftFailed);
    connect(&m_needs.drafts, &knowledge::Drafts::written, this, [this] {
        if (std::exchange(m_draftFailed, false))
            complain({});
    });
    connect(m_state, &StateBox::failed, this,
        [this](const base::Error &error) { complain(words::errorSentence(error)); });
}

} // namespace watchroom::ui
