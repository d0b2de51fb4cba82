// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/positionsdialog.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using domain::Position;

namespace {
constexpr auto kShownAhead = std::chrono::hours(14 * 24);
constexpr int kCodeCharacters = 28; // room for a number behind it
} // namespace

QString codeFor(const QString &nameEn, const QList<Position> &positions)
{
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    QString word = nameEn.toLower().replace(others, u"_"_s).left(kCodeCharacters);
    while (word.startsWith(u'_') || (!word.isEmpty() && word.front().isDigit()))
        word.remove(0, 1);
    if (word.isEmpty())
        word = u"position"_s;
    QString code = word;
    const auto isTaken = [&] {
        return std::ranges::find(positions, code, &Position::code) != positions.end();
    };
    for (int number = 2; isTaken(); ++number)
        code = word + u'_' + QString::number(number);
    return code;
}

PositionsDialog::PositionsDialog(
    const style::Theme &theme, QWidget &window, const RosterNeeds &needs)
    : ListDialog(theme, window, needs, tr("Positions"), u"positionList"_s)
{
    auto *add = addButton(u"newPosition"_s, tr("New position…"));
    m_edit = addButton(u"editPosition"_s, tr("Change…"));
    m_up = addButton(u"positionUp"_s, tr("Earlier"));
    m_down = addButton(u"positionDown"_s, tr("Later"));
    m_remove = addButton(u"removePosition"_s, tr("Remove"));
    connect(add, &QPushButton::clicked, this, [this] {
        const auto &all = this->needs().state().positions;
        Position fresh;
        fresh.order = all.isEmpty() ? 1 : all.last().order + 1;
        edit(fresh);
    });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (at() >= 0)
            edit(this->needs().state().positions[at()]);
    });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &PositionsDialog::remove);
    PositionsDialog::refresh();
}

void PositionsDialog::refresh()
{
    QList<Item> items;
    for (const Position &position : needs().state().positions) {
        QStringList parts{position.name};
        if (!position.nameEn.isEmpty())
            parts.append(position.nameEn);
        if (position.needed)
            parts.append(tr("needed round the clock"));
        items.append({position.id, parts.join(u" · "_s)});
    }
    setItems(items, tr("No position yet"));
}

qsizetype PositionsDialog::at() const
{
    const auto &all = needs().state().positions;
    const auto found = std::ranges::find(all, chosen(), &Position::id);
    return found == all.end() ? -1 : found - all.begin();
}

void PositionsDialog::refreshButtons()
{
    const qsizetype here = at();
    m_edit->setEnabled(here >= 0);
    m_remove->setEnabled(here >= 0);
    m_up->setEnabled(here > 0);
    m_down->setEnabled(here >= 0 && here + 1 < needs().state().positions.size());
}

void PositionsDialog::edit(const Position &position)
{
    (new PositionDialog(theme(), host(), needs(), position))->open();
}

// The two change places; both are written, for older ones may have the same number.
void PositionsDialog::move(int by)
{
    const auto &all = needs().state().positions;
    const qsizetype here = at();
    if (here < 0 || here + by < 0 || here + by >= all.size())
        return;
    for (qsizetype i = 0; i < all.size(); ++i) {
        Position position = all[i];
        position.order = int(i == here ? here + by : i == here + by ? here : i) + 1;
        if (position.order != all[i].order)
            run(needs().commands.savePosition(position));
    }
}

void PositionsDialog::remove()
{
    const qsizetype here = at();
    if (here < 0)
        return;
    const Position &position = needs().state().positions[here];
    const auto rotations = needs().state().rotations();
    const bool used = std::ranges::any_of(rotations, [&](const domain::Rotation &rotation) {
        const bool over = rotation.endsOn.isValid() && rotation.endsOn < needs().today();
        return rotation.position == position.code && !over;
    });
    if (used)
        complain(tr("It still has a rotation. End that first."));
    else
        run(needs().commands.removePosition(position.id));
}

PositionDialog::PositionDialog(
    const style::Theme &theme, QWidget &window, const RosterNeeds &needs, const Position &position)
    : RosterForm(theme, window, needs,
        position.id.isNull() ? tr("New position") : tr("Change the position"), tr("Save"))
    , m_before(position)
    , m_name(new QLineEdit(position.name, &box()))
    , m_nameEn(new QLineEdit(position.nameEn, &box()))
    , m_needed(new QCheckBox(tr("Somebody must be there round the clock"), &box()))
{
    m_name->setObjectName(u"name"_s);
    m_nameEn->setObjectName(u"nameEn"_s);
    m_needed->setObjectName(u"needed"_s);
    m_needed->setChecked(position.needed);
    addRow(tr("Name"), m_name);
    addRow(tr("Name in English (optional)"), m_nameEn);
    addRow({}, m_needed);
    addEffect();
    connect(m_needed, &QCheckBox::toggled, this, &PositionDialog::showEffect);
    for (const QLineEdit *name : {m_name, m_nameEn})
        connect(name, &QLineEdit::textChanged, this, &PositionDialog::showEffect);
    m_name->setFocus();
}

Position PositionDialog::position() const
{
    Position made = m_before;
    made.name = m_name->text().trimmed();
    made.nameEn = m_nameEn->text().trimmed();
    made.needed = m_needed->isChecked();
    if (made.code.isEmpty())
        made.code = codeFor(made.nameEn, needs().state().positions);
    return made;
}

roster::RosterEffect PositionDialog::effect() const
{
    const auto &state = needs().state();
    QList<Position> after = state.positions;
    const Position made = position();
    const auto same = std::ranges::find(after, m_before.id, &Position::id);
    if (m_before.id.isNull() || same == after.end())
        after.append(made);
    else
        *same = made;
    const base::Instant now = needs().now();
    return roster::effectOf(
        {state.positions, state.roster}, {after, state.roster}, now, now + kShownAhead);
}

words::Names PositionDialog::names() const
{
    words::Names said = RosterForm::names();
    said.position = [this, others = said.position](const QString &code) {
        const Position made = position();
        if (code != made.code)
            return others(code);
        return needs().english() && !made.nameEn.isEmpty() ? made.nameEn : made.name;
    };
    return said;
}

void PositionDialog::submit()
{
    save(needs().commands.savePosition(position()));
}

} // namespace watchroom::ui
