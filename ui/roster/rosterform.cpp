// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/rosterform.h"

#include "app/domain/limits.h"
#include "app/domain/walltime.h"
#include "app/roster/rosterwords.h"
#include "ui/roster/effectbox.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

RosterForm::RosterForm(const style::Theme &theme, QWidget &window, const RosterNeeds &needs,
    const QString &heading, const QString &save)
    : FormDialog(theme, window, heading, save)
    , m_needs(needs)
    , m_effect(new EffectBox(theme, contentWidth(), &box()))
{
    connect(&m_needs.book, &roster::RosterBook::changed, this, &RosterForm::showEffect);
}

QComboBox *RosterForm::makePeople(const QString &name, const QString &login)
{
    auto *field = new QComboBox(&box());
    field->setObjectName(name);
    const auto people = m_needs.directory.people();
    for (const incidents::Person &person : people)
        field->addItem(person.name, person.login);
    field->setCurrentIndex(login.isEmpty() ? -1 : field->findData(login));
    connect(field, &QComboBox::currentIndexChanged, this, &RosterForm::showEffect);
    return field;
}

QComboBox *RosterForm::makePositions(const QString &name, const QString &code)
{
    auto *field = new QComboBox(&box());
    field->setObjectName(name);
    const words::Names names = m_needs.names();
    for (const domain::Position &position : m_needs.state().positions)
        field->addItem(names.position(position.code), position.code);
    field->setCurrentIndex(code.isEmpty() ? -1 : field->findData(code));
    connect(field, &QComboBox::currentIndexChanged, this, &RosterForm::showEffect);
    return field;
}

QDateTimeEdit *RosterForm::makeTime(const QString &name, base::Instant at)
{
    auto *field = new QDateTimeEdit(&box());
    field->setObjectName(name);
    field->setButtonSymbols(QAbstractSpinBox::NoButtons); // typed, or by the arrow keys
    field->setTimeSpec(Qt::UTC); // what the wall shows
    field->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    field->setDateTime(domain::wallTime(at, m_needs.zone()));
    connect(field, &QDateTimeEdit::dateTimeChanged, this, &RosterForm::showEffect);
    return field;
}

QLineEdit *RosterForm::makeReason(const QString &reason)
{
    auto *field = new QLineEdit(reason, &box());
    field->setObjectName(u"reason"_s);
    field->setMaxLength(int(domain::limits::kLineCharacters));
    return field;
}

base::Instant RosterForm::timeIn(const QDateTimeEdit &field) const
{
    return domain::instantOf(field.dateTime(), m_needs.zone());
}

void RosterForm::addEffect()
{
    addRow({}, m_effect);
    showEffect();
}

void RosterForm::showEffect()
{
    const roster::RosterEffect done = effect();
    const words::Names said = names();
    QStringList plain = roster::effectLines(done, said, m_needs.zone());
    if (const QString more = remark(); !more.isEmpty())
        plain.append(more);
    m_effect->setLines(plain, roster::harmLines(done, said, m_needs.zone()));
    box().adjustSize();
}

} // namespace watchroom::ui
