// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/signaturebox.h"

#include "app/words/errors.h"
#include "app/words/handovers.h"
#include "app/words/times.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Ink;
using style::Weight;

namespace {

QString nameOf(SignatureBox::Role role)
{
    switch (role) {
    case SignatureBox::Role::Outgoing:
        return u"signOutgoing"_s;
    case SignatureBox::Role::Incoming:
        return u"signIncoming"_s;
    case SignatureBox::Role::Witness:
        break;
    }
    return u"signWitness"_s;
}

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

SignatureBox::SignatureBox(
    const style::Theme &theme, const HandoverNeeds &needs, Role role, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_role(role)
    , m_roleLabel(new widgets::TextLabel(theme, FontRole::Caption, Weight::Regular, Ink::T2, this))
    , m_toBeVerified(new widgets::Chip(theme, widgets::ChipKind::Inverse, this))
    , m_name(plainLabel(u"signerName"_s, this))
    , m_who(new QComboBox(this))
    , m_facts(plainLabel(u"signatureFacts"_s, this))
    , m_password(new QLineEdit(this))
    , m_hint(plainLabel(u"signatureHint"_s, this))
    , m_sign(widgets::makeButton(theme, widgets::ButtonKind::Primary, u"sign"_s, {}, u"pencil"_s,
          widgets::ButtonSize::Normal, this))
    , m_onPaper(widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"onPaper"_s, {},
          u"file-text"_s, widgets::ButtonSize::Small, this))
    , m_photograph(widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"photograph"_s, {},
          u"paperclip"_s, widgets::ButtonSize::Small, this))
{
    setObjectName(nameOf(role));
    m_who->setObjectName(u"witness"_s);
    m_password->setObjectName(u"signaturePassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    build();
    connect(m_sign, &QPushButton::clicked, this, &SignatureBox::submit);
    connect(m_onPaper, &QPushButton::clicked, this, &SignatureBox::paperAsked);
    connect(m_photograph, &QPushButton::clicked, this, [this] {
        if (m_paper)
            Q_EMIT photographAsked(m_paper->entry);
    });
    connect(m_who, &QComboBox::currentIndexChanged, this, &SignatureBox::show);
    connect(m_password, &QLineEdit::textChanged, this, &SignatureBox::show);
    show();
}

void SignatureBox::build()
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_roleLabel, 1);
    head->addWidget(m_toBeVerified);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(m_name);
    layout->addWidget(m_who);
    layout->addWidget(m_facts);
    layout->addWidget(m_photograph);
    layout->addWidget(m_password);
    layout->addWidget(m_hint);
    layout->addWidget(m_sign);
    layout->addWidget(m_onPaper);
    layout->addStretch(1);
}

void SignatureBox::setPeople(const QStringList &logins)
{
    if (logins == m_people)
        return;
    m_people = logins;
    const QSignalBlocker quiet(m_who);
    m_who->clear();
    for (const QString &login : logins)
        m_who->addItem(m_needs.person(login), login);
    m_who->setCurrentIndex(m_role == Role::Witness ? -1 : 0);
    show();
}

void SignatureBox::setSignature(
    const std::optional<handover::SheetSignature> &signature, bool pending)
{
    m_signature = signature;
    m_pending = pending;
    show();
}

void SignatureBox::setBlocked(const QString &why)
{
    m_blocked = why;
    show();
}

void SignatureBox::setPaper(const handover::PaperSignature *paper, bool offered)
{
    m_paper = paper ? std::optional(*paper) : std::nullopt;
    m_offersPaper = offered;
    show();
}

QString SignatureBox::login() const
{
    if (m_signature)
        return m_signature->person;
    return m_role == Role::Witness ? m_who->currentData().toString() : m_people.value(0);
}

QString SignatureBox::roleWords() const
{
    switch (m_role) {
    case Role::Outgoing:
        return tr("Hands over · shift lead");
    case Role::Incoming:
        return tr("Takes over · shift lead");
    case Role::Witness:
        break;
    }
    return tr("Second name · somebody else on duty");
}

QString SignatureBox::signWords() const
{
    switch (m_role) {
    case Role::Outgoing:
        return tr("Sign and hand over");
    case Role::Incoming:
        return tr("Sign and take over");
    case Role::Witness:
        break;
    }
    return tr("Sign as witness");
}

QString SignatureBox::factWords() const
{
    const auto time = [this](const std::optional<base::Instant> &at) {
        return at ? words::dateTimeSeconds(*at, m_needs.zone()) : QString();
    };
    if (m_signature)
        return tr("Signed: %1").arg(words::signedAs(m_signature->meaning)) + u'\n'
            + time(m_signature->signedAt) + u'\n'
            + tr("At %1, %2").arg(m_signature->station, words::signedHow(m_signature->how));
    return m_paper ? tr("Signed by hand; photograph by %1").arg(m_needs.person(m_paper->by)) + u'\n'
            + time(m_paper->at)
                   : QString();
}

QString SignatureBox::hintWords() const
{
    if (!m_blocked.isEmpty())
        return m_blocked;
    if (m_paper)
        return tr("To be confirmed with their own password, here or at another desk.");
    return m_needs.passwords ? tr("Each signs with their own password, never for somebody else.")
                             : tr("Standalone: nobody has a password here. The sheet says so.");
}

void SignatureBox::show()
{
    m_roleLabel->setText(roleWords());
    m_toBeVerified->setText(tr("To be verified"), u"hourglass"_s);
    m_toBeVerified->setVisible(m_signature ? m_pending : m_paper.has_value());
    m_name->setFont(theme().font(FontRole::Title, Weight::Bold));
    m_name->setText(m_needs.person(login()));
    const bool chooses = m_role == Role::Witness && !m_signature;
    m_name->setVisible(!chooses);
    m_who->setVisible(chooses);
    m_who->setPlaceholderText(tr("Who witnesses it"));
    m_who->setAccessibleName(m_who->placeholderText());
    const QString facts = factWords();
    m_facts->setVisible(!facts.isEmpty());
    m_facts->setText(facts);
    const bool open = !m_signature && m_blocked.isEmpty();
    m_password->setVisible(open && m_needs.passwords);
    m_password->setPlaceholderText(tr("Own password"));
    m_password->setAccessibleName(tr("Password of %1").arg(m_needs.person(login())));
    m_password->setEnabled(!m_asking);
    if (!m_asking && m_hint->property("problem").toString().isEmpty())
        m_hint->setText(hintWords());
    m_hint->setVisible(!m_signature);
    m_sign->setText(signWords());
    m_sign->setVisible(open);
    m_sign->setEnabled(
        !m_asking && !login().isEmpty() && (!m_needs.passwords || !m_password->text().isEmpty()));
    m_onPaper->setText(tr("Signs on paper…"));
    m_onPaper->setVisible(!m_signature && !m_paper && m_offersPaper);
    m_photograph->setText(tr("Photograph"));
    m_photograph->setVisible(!m_signature && m_paper);
    update();
}

void SignatureBox::submit()
{
    if (!m_sign->isEnabled() || m_sign->isHidden())
        return;
    m_asking = true;
    m_hint->setProperty("problem", QString());
    m_hint->setText(tr("Checking the password…"));
    show();
    m_needs.prove(
        login(), m_password->text(), [self = QPointer(this)](const base::Result<Signer> &signer) {
            if (!self)
                return;
            if (signer)
                Q_EMIT self->proved(*signer);
            else
                self->finish(tl::unexpected(signer.error()));
        });
}

void SignatureBox::finish(const base::Result<> &done)
{
    m_asking = false;
    m_password->clear();
    m_hint->setProperty("problem", done ? QString() : words::errorSentence(done.error()));
    if (!done) {
        m_hint->setText(words::errorSentence(done.error()));
        m_password->setFocus(Qt::OtherFocusReason);
    }
    show();
}

void SignatureBox::focusPassword()
{
    QWidget *field = m_who->isVisible() ? static_cast<QWidget *>(m_who)
        : m_password->isVisible()       ? static_cast<QWidget *>(m_password)
                                        : m_sign;
    field->setFocus(Qt::OtherFocusReason);
}

void SignatureBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        submit();
    else
        ThemedWidget::keyPressEvent(event);
}

void SignatureBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        show();
    ThemedWidget::changeEvent(event);
}

void SignatureBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool turn = !m_signature && m_blocked.isEmpty();
    widgets::paintBox(
        painter, rect(), tokens().card, turn ? QPen(tokens().acc, 2) : QPen(tokens().line, 1));
}

} // namespace watchroom::ui
