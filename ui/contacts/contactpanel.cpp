// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactpanel.h"

#include "ui/contacts/contactwords.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptylayout.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Ink;
using style::Weight;

namespace {

constexpr int kNameWidth = 72; ///< px at a text factor of 1

QLabel *label(const style::Theme &theme, const QString &text, FontRole role, Weight weight, Ink ink)
{
    auto *made = new QLabel(text);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setFont(theme.font(role, weight));
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    made->setFocusPolicy(Qt::NoFocus); // the buttons beside copy by the keyboard
    QPalette palette = theme.palette();
    palette.setColor(QPalette::WindowText, theme.ink(ink));
    made->setPalette(palette);
    return made;
}

} // namespace

ContactPanel::ContactPanel(
    const style::Theme &theme, Naming personName, Naming targetName, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_personName(std::move(personName))
    , m_targetName(std::move(targetName))
    , m_rows(new QVBoxLayout)
    , m_edit(widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"editContact"_s, {},
          u"pencil"_s, widgets::ButtonSize::Normal, this))
    , m_remove(widgets::makeButton(theme, widgets::ButtonKind::Destructive, u"removeContact"_s, {},
          u"trash"_s, widgets::ButtonSize::Normal, this))
{
    setObjectName(u"contactPanel"_s);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(scaled(8));
    foot->addWidget(m_edit, 1);
    foot->addWidget(m_remove, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12));
    layout->setSpacing(scaled(12));
    m_rows->setSpacing(scaled(6));
    layout->addLayout(m_rows);
    layout->addStretch(1);
    layout->addLayout(foot);
    connect(m_edit, &QPushButton::clicked, this, &ContactPanel::editAsked);
    connect(m_remove, &QPushButton::clicked, this, &ContactPanel::removeAsked);
    retranslate();
}

void ContactPanel::setLine(const std::optional<ContactLine> &line)
{
    if (line == m_line)
        return; // what has the focus keeps it
    m_line = line;
    fill();
}

void ContactPanel::fill()
{
    widgets::emptyLayout(*m_rows);
    for (QPushButton *button : {m_edit, m_remove})
        button->setVisible(m_line.has_value());
    if (!m_line)
        return;
    const contacts::Contact &contact = m_line->contact;
    addHead();
    m_rows->addSpacing(scaled(8));
    for (int i = 0; i < contact.ways.size(); ++i)
        addWay(contact.ways.at(i), i + 1);
    m_rows->addSpacing(scaled(8));
    addFact(tr("Duty"), contact.duty);
    addFact(tr("Team"), m_personName(contact.person));
    QStringList places;
    for (const QString &target : contact.targets)
        places.append(m_targetName(target));
    addFact(tr("Places"), places.join(u", "_s));
    addFact(tr("Tags"), contact.tags.join(u", "_s));
    addFact(tr("Note"), contact.note);
}

void ContactPanel::addHead()
{
    const contacts::Contact &contact = m_line->contact;
    auto *name = label(theme(), contact.name, FontRole::Title, Weight::Bold, Ink::T1);
    name->setObjectName(u"contactName"_s);
    m_rows->addWidget(name);
    const QString kind = contactKind(contact.kind);
    m_rows->addWidget(label(theme(), contact.org.isEmpty() ? kind : kind + u" · "_s + contact.org,
        FontRole::Body, Weight::Regular, Ink::T2));
    auto *verified = new QHBoxLayout;
    verified->setSpacing(scaled(8));
    QString words = m_line->verified;
    if (contact.verifiedAt)
        words += u" · "_s + m_personName(contact.verifiedBy);
    if (m_line->due) {
        auto *chip = new widgets::Chip(theme(), widgets::ChipKind::Inverse);
        chip->setText(tr("To verify"));
        verified->addWidget(chip, 0, Qt::AlignTop);
    }
    auto *said =
        label(theme(), words, FontRole::Caption, Weight::Regular, m_line->due ? Ink::T1 : Ink::T3);
    said->setObjectName(u"contactVerified"_s);
    verified->addWidget(said, 1);
    m_rows->addLayout(verified);
}

void ContactPanel::addWay(const contacts::ContactWay &way, int n)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    auto *kind = label(theme(), wayKind(way.kind), FontRole::Caption, Weight::Regular, Ink::T3);
    kind->setFixedWidth(scaled(kNameWidth));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    // Numbers are read out; addresses are long.
    const bool isNumber = way.kind == "phone"_L1 || way.kind == "mobile"_L1;
    auto *value = label(theme(), way.value, isNumber ? FontRole::Section : FontRole::Body,
        isNumber ? Weight::Bold : Weight::Regular, Ink::T1);
    value->setToolTip(way.value);
    words->addWidget(value);
    if (!way.note.isEmpty())
        words->addWidget(label(theme(), way.note, FontRole::Caption, Weight::Regular, Ink::T2));
    auto *copy = widgets::makeButton(theme(), widgets::ButtonKind::Flat, u"copyWay%1"_s.arg(n), {},
        u"copy"_s, widgets::ButtonSize::Small, this);
    copy->setAccessibleName(tr("Copy %1").arg(way.value));
    copy->setToolTip(n == 1 ? tr("Copy (Ctrl+C)") : tr("Copy"));
    connect(
        copy, &QPushButton::clicked, this, [this, value = way.value] { Q_EMIT copyAsked(value); });
    row->addWidget(kind, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(copy, 0, Qt::AlignTop);
    m_rows->addLayout(row);
    setTabOrder(copy, m_edit);
}

void ContactPanel::addFact(const QString &name, const QString &text)
{
    if (text.isEmpty())
        return;
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    auto *said = label(theme(), name, FontRole::Caption, Weight::Regular, Ink::T3);
    said->setFixedWidth(scaled(kNameWidth));
    auto *fact = label(theme(), text, FontRole::Body, Weight::Regular, Ink::T1);
    fact->setAccessibleName(name + u": "_s + text);
    row->addWidget(said, 0, Qt::AlignTop);
    row->addWidget(fact, 1);
    m_rows->addLayout(row);
}

void ContactPanel::retranslate()
{
    m_edit->setText(tr("Edit"));
    m_edit->setToolTip(tr("Edit (F4)"));
    m_remove->setText(tr("Remove…"));
    fill();
}

void ContactPanel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    painter.fillRect(QRect(0, 0, 1, height()), tokens().line);
}

void ContactPanel::themeChanged()
{
    fill();
    ThemedWidget::themeChanged();
}

void ContactPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
