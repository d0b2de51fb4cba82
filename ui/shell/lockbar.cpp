// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/lockbar.h"

#include "ui/shell/account.h"
#include "ui/shell/pincells.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Ink;
using style::Weight;
using widgets::TextLabel;

namespace {
constexpr int kHeight = 48;
constexpr int kIcon = 20;
constexpr int kEdge = 12;
} // namespace

LockBar::LockBar(const style::Theme &theme, Account &account,
    std::function<QString(const QString &)> nameOf, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_account(account)
    , m_nameOf(std::move(nameOf))
    , m_state(new TextLabel(theme, FontRole::Section, Weight::Bold, Ink::T1, this))
    , m_name(new TextLabel(theme, FontRole::Section, Weight::Regular, Ink::T2, this))
    , m_complaint(new TextLabel(theme, FontRole::Body, Weight::Bold, Ink::T1, this))
    , m_caption(new TextLabel(theme, FontRole::Body, Weight::Regular, Ink::T2, this))
    , m_pin(new PinCells(theme, this))
    , m_password(widgets::makeButton(theme, widgets::ButtonKind::Primary, u"unlockByPassword"_s, {},
          {}, widgets::ButtonSize::Normal, this))
    , m_switch(widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"switchPerson"_s, {}, {},
          widgets::ButtonSize::Normal, this))
{
    setObjectName(u"lockBar"_s);
    m_name->setObjectName(u"lockedPerson"_s);
    m_complaint->setObjectName(u"lockComplaint"_s);
    m_complaint->setAlignment(Qt::AlignRight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.scaled(kEdge + kIcon + 8), 0, theme.scaled(kEdge), 0);
    layout->setSpacing(theme.scaled(8));
    layout->addWidget(m_state);
    layout->addWidget(m_name);
    layout->addWidget(m_complaint, 1);
    layout->addSpacing(theme.scaled(8));
    layout->addWidget(m_caption);
    layout->addWidget(m_pin);
    layout->addWidget(m_password);
    layout->addSpacing(theme.scaled(8));
    layout->addWidget(m_switch);
    connect(m_pin, &PinCells::completed, this, &LockBar::enter);
    connect(m_password, &QPushButton::clicked, this, &LockBar::passwordAsked);
    connect(m_switch, &QPushButton::clicked, this, &LockBar::switchAsked);
    connect(&m_account, &Account::changed, this, &LockBar::refresh);
    LockBar::themeChanged();
    refresh();
}

void LockBar::setHasPasswords(bool has)
{
    m_hasPasswords = has;
    refresh();
}

void LockBar::refresh()
{
    const QString login = m_account.lastLogin();
    const int length = m_account.pinLength(login);
    m_state->setText(tr("Locked"));
    m_name->setText(m_nameOf(login));
    m_caption->setText(tr("PIN"));
    m_pin->setAccessibleName(tr("PIN of %1").arg(m_nameOf(login)));
    m_caption->setVisible(length > 0);
    m_pin->setVisible(length > 0);
    if (length > 0)
        m_pin->setLength(length);
    m_password->setText(tr("Sign in"));
    m_password->setVisible(length == 0 && m_hasPasswords);
    m_switch->setText(tr("Someone else…"));
    explain();
    setVisible(m_account.isLocked());
    if (m_account.isLocked() && !m_wasLocked) {
        m_pin->clear();
        m_pin->setFocus(Qt::OtherFocusReason);
    }
    m_wasLocked = m_account.isLocked();
}

void LockBar::explain()
{
    const QString login = m_account.lastLogin();
    const int left = m_account.triesLeft(login);
    QString text;
    if (left > 0 && left < Account::kTries)
        text = tr("This PIN is wrong; %n more tries.", nullptr, left);
    else if (left == 0 && m_hasPasswords)
        text = tr("This PIN is no longer valid. Sign in with the password.");
    else if (left == 0)
        text = tr("This PIN is no longer valid. Somebody else opens, or start Watchroom again.");
    m_complaint->setText(text);
}

void LockBar::enter(const QString &pin)
{
    m_pin->clear();
    static_cast<void>(m_account.enter(m_account.lastLogin(), pin)); // changed() shows what came
}

void LockBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ThemedWidget::changeEvent(event);
}

void LockBar::themeChanged()
{
    setFixedHeight(scaled(kHeight));
    ThemedWidget::themeChanged();
}

void LockBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().raised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().line2);
    const QRectF icon(scaled(kEdge), 0, scaled(kIcon), height());
    widgets::paintIcon(painter, icon, theme(), u"lock"_s, kIcon, tokens().t1);
}

} // namespace watchroom::ui
