// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/calendardialog.h"

#include "app/domain/walltime.h"
#include "app/roster/importwords.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kWidth = 420;
constexpr int kUsualDays = 62;
} // namespace

CalendarDialog::CalendarDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs)
    : ActionDialog(theme, window, tr("Export a calendar"),
        {.name = u"save"_s, .text = tr("Choose a file…")}, kWidth)
    , m_needs(needs)
    , m_person(new QComboBox(&box()))
    , m_from(new QDateEdit(needs.today(), &box()))
    , m_until(new QDateEdit(needs.today().addDays(kUsualDays), &box()))
{
    m_person->setObjectName(u"person"_s);
    m_person->addItem(tr("Everybody"), QString());
    for (const incidents::Person &person : needs.directory.people())
        m_person->addItem(person.name, person.login);
    if (const int mine = m_person->findData(needs.me()); mine > 0)
        m_person->setCurrentIndex(mine);
    m_from->setObjectName(u"from"_s);
    m_until->setObjectName(u"until"_s);
    for (QDateEdit *field : {m_from, m_until}) {
        field->setButtonSymbols(QAbstractSpinBox::NoButtons); // typed, or by the arrow keys
        field->setDisplayFormat(u"yyyy-MM-dd"_s);
    }
    addText(tr("The shifts as an iCalendar file, which calendars of telephones and mail programs "
               "read. Later changes of the roster need another export."));
    addRow(tr("Whose shifts"), m_person);
    addRow(tr("From"), m_from);
    addRow(tr("Until"), m_until);
    connect(m_from, &QDateEdit::dateChanged, m_until, &QDateEdit::setMinimumDate);
    m_until->setMinimumDate(m_from->date());
    connect(this, &ActionDialog::acted, this, [this] {
        const QByteArray made = calendar();
        accept();
        Q_EMIT chosen(made);
    });
    m_person->setFocus();
}

void CalendarDialog::addRow(const QString &label, QWidget *field)
{
    auto *words = new QLabel(label, &box());
    words->setFont(theme().font(style::FontRole::Caption));
    words->setBuddy(field);
    field->setAccessibleName(label);
    content().addWidget(words);
    content().addWidget(field);
}

QByteArray CalendarDialog::calendar() const
{
    const QString person = m_person->currentData().toString();
    const auto begin = [this](const QDate &day) {
        return domain::instantOf(QDateTime(day, QTime(0, 0), Qt::UTC), m_needs.zone());
    };
    return roster::toICalendar(roster::shiftsBegunIn(m_needs.state().roster, begin(m_from->date()),
                                   begin(m_until->date().addDays(1))),
        {.person = person}, roster::calendarWords(m_needs.names(), person.isEmpty()),
        m_needs.clock);
}

} // namespace watchroom::ui
