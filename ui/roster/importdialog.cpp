// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/importdialog.h"

#include "app/base/whendone.h"
#include "app/domain/walltime.h"
#include "app/roster/importwords.h"
#include "app/roster/rosterwords.h"
#include "app/words/errors.h"
#include "app/words/times.h"
#include "ui/style/theme.h"
#include "ui/widgets/rowtable.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using roster::ImportShift;
using roster::RosterCommands;
using roster::SheetProblem;

namespace {

constexpr int kWidth = 760;
constexpr int kHeight = 220; // of a table, at most
constexpr qsizetype kMostRows = 500; // of a table that nobody reads to its end; the words count all
constexpr int kMonths = 14; // to choose from, beginning with the last one

bool hasProblem(const roster::RosterImport &import, QStringView code)
{
    return std::ranges::any_of(
        import.problems, [code](const SheetProblem &problem) { return problem.code == code; });
}

/// As high as its rows, and no higher than it may be.
void fit(QTableWidget &table, int most)
{
    table.resizeRowsToContents();
    int height = table.horizontalHeader()->sizeHint().height() + 2 * table.frameWidth();
    for (int row = 0; row < table.rowCount() && height < most; ++row)
        height += table.rowHeight(row);
    table.setFixedHeight(std::min(height, most));
}

} // namespace

ImportDialog::ImportDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs,
    const QString &source, const QByteArray &bytes)
    : ActionDialog(
        theme, window, tr("Import a spreadsheet"), {.name = u"save"_s, .text = {}}, kWidth)
    , m_needs(needs)
    , m_source(source)
    , m_bytes(bytes)
    , m_position(new QComboBox(&box()))
    , m_month(new QComboBox(&box()))
    , m_positionRow(makeChoice(*m_position, tr("Position where the sheet names none")))
    , m_monthRow(makeChoice(*m_month, tr("Month where the sheet names none")))
    , m_summary(new QLabel(&box()))
    , m_shifts(makeTable(u"importShifts"_s, {tr("Cell"), tr("When"), tr("Shift"), tr("Who"), {}}))
    , m_problemsHead(new QLabel(&box()))
    , m_problems(makeTable(u"importProblems"_s, {tr("Cell"), {}, tr("What is wrong")}))
    , m_complaint(new QLabel(&box()))
    , m_thread(u"roster import"_s)
{
    m_position->setObjectName(u"position"_s);
    m_month->setObjectName(u"month"_s);
    m_summary->setObjectName(u"importSummary"_s);
    m_problemsHead->setObjectName(u"importProblemsHead"_s);
    m_complaint->setObjectName(u"complaint"_s);
    for (QLabel *label : {m_summary, m_problemsHead, m_complaint})
        label->setWordWrap(true);
    m_problemsHead->setFont(theme.font(style::FontRole::Body, style::Weight::Bold));
    m_complaint->setFont(theme.font(style::FontRole::Body, style::Weight::Bold));
    m_complaint->hide();
    m_shifts->setAccessibleName(tr("Shifts that were understood"));
    m_problems->setAccessibleName(tr("What was not understood"));
    auto *file = new QLabel(source, &box());
    file->setFont(theme.font(style::FontRole::Caption));
    for (QWidget *part : std::initializer_list<QWidget *>{file, m_summary, m_positionRow,
             m_monthRow, m_shifts, m_problemsHead, m_problems, m_complaint})
        content().addWidget(part);
    fillChoices();
    connect(m_position, &QComboBox::currentIndexChanged, this, &ImportDialog::read);
    connect(m_month, &QComboBox::currentIndexChanged, this, &ImportDialog::read);
    connect(this, &ActionDialog::acted, this, &ImportDialog::save);
    connect(&m_needs.book, &roster::RosterBook::changed, this, [this] {
        if (m_left.isEmpty())
            read();
    });
    actButton().setText(tr("Import"));
    m_problemsHead->hide();
    m_shifts->hide();
    m_problems->hide();
    cancelButton().setFocus();
    read();
}

// Whatever is to be answered first.
void ImportDialog::focusFirst()
{
    for (QWidget *next :
        std::initializer_list<QWidget *>{m_position, m_month, &actButton(), &cancelButton()}) {
        if (next->isEnabled() && next->isVisibleTo(&box())) {
            next->setFocus();
            break;
        }
    }
}

QTableWidget *ImportDialog::makeTable(const QString &name, const QStringList &heads)
{
    auto *table = new QTableWidget(0, int(heads.size()), &box());
    table->setObjectName(name);
    table->setHorizontalHeaderLabels(heads);
    widgets::makeRowTable(*table);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return table;
}

QWidget *ImportDialog::makeChoice(QComboBox &field, const QString &label)
{
    auto *row = new QWidget(&box());
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *words = new QLabel(label, row);
    words->setFont(theme().font(style::FontRole::Caption));
    words->setBuddy(&field);
    field.setAccessibleName(label);
    layout->addWidget(words);
    layout->addWidget(&field);
    row->hide();
    return row;
}

void ImportDialog::fillChoices()
{
    const words::Names names = m_needs.names();
    m_position->addItem(tr("Leave them out"), QString());
    for (const domain::Position &position : m_needs.state().positions)
        m_position->addItem(names.position(position.code), position.code);
    m_month->addItem(tr("Leave them out"), QDate());
    const QDate last = m_needs.today().addMonths(-1);
    for (int i = 0; i < kMonths; ++i) {
        const QDate month(last.addMonths(i).year(), last.addMonths(i).month(), 1);
        m_month->addItem(words::month(month.toString(u"yyyy-MM"_s)), month);
    }
}

void ImportDialog::read()
{
    m_stale = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    if (!m_shown) { // later it keeps the focus
        m_summary->setText(tr("Reading…"));
        actButton().setEnabled(false);
    }
    QList<roster::TeamMember> team;
    for (const incidents::Person &person : m_needs.directory.people())
        team.append({person.login, person.name});
    const QDate month = m_month->currentData().toDate();
    const roster::ImportNeeds needs{.state = m_needs.state(),
        .team = team,
        .zone = m_needs.zone(),
        .now = m_needs.now(),
        .source = m_source,
        .position = m_position->currentData().toString(),
        .month =
            month.isValid() ? roster::MonthText{month.year(), month.month()} : roster::MonthText()};
    const auto task = [bytes = m_bytes, needs] { return roster::planImport(bytes, needs); };
    base::whenDone(
        m_thread.run(task), this, [this](const base::Result<roster::RosterImport> &import) {
            m_reading = false;
            if (m_stale)
                read();
            else
                show(import);
        });
}

void ImportDialog::show(const base::Result<roster::RosterImport> &import)
{
    m_import = import.value_or(roster::RosterImport());
    complain(import ? std::exchange(m_refusal, {}) : words::errorSentence(import.error()));
    // A question that was answered stays.
    m_positionRow->setVisible(
        m_position->currentIndex() > 0 || hasProblem(m_import, u"position_missing"));
    m_monthRow->setVisible(m_month->currentIndex() > 0 || hasProblem(m_import, u"month_unknown"));
    m_summary->setText(roster::importSentence(m_import, m_needs.names(), m_needs.zone()));
    m_summary->setVisible(import.has_value());
    showShifts();
    showProblems();
    const auto fresh = m_import.fresh().size();
    actButton().setText(fresh > 0 ? tr("Import %n shift(s)", nullptr, int(fresh)) : tr("Import"));
    actButton().setEnabled(fresh > 0);
    box().adjustSize();
    if (!std::exchange(m_shown, true))
        focusFirst();
}

void ImportDialog::showShifts()
{
    const words::Names names = m_needs.names();
    m_shifts->setRowCount(int(std::min(m_import.shifts.size(), kMostRows)));
    for (int row = 0; row < m_shifts->rowCount(); ++row) {
        const ImportShift &shift = m_import.shifts.at(row);
        const QStringList texts{shift.cell.name(),
            roster::span(shift.change.from, shift.change.until, m_needs.zone()),
            roster::dutyWords(shift.change.position, shift.slot, names),
            names.person(shift.change.person),
            shift.stands ? tr("in the roster already") : QString()};
        for (int column = 0; column < texts.size(); ++column)
            m_shifts->setItem(row, column, new QTableWidgetItem(texts.at(column)));
    }
    fit(*m_shifts, theme().scaled(kHeight));
    m_shifts->setVisible(!m_import.shifts.isEmpty());
}

void ImportDialog::showProblems()
{
    const auto lost = m_import.lost();
    const auto doubts = m_import.problems.size() - lost;
    m_problemsHead->setText(lost == 0
            ? tr("Please check %n thing(s)", nullptr, int(doubts))
            : tr("Not understood, and not imported: %n", nullptr, int(lost)));
    m_problemsHead->setVisible(!m_import.problems.isEmpty());
    // What is not imported first.
    QList<SheetProblem> problems = m_import.problems;
    std::stable_partition(
        problems.begin(), problems.end(), [](const SheetProblem &problem) { return problem.lost; });
    m_problems->setRowCount(int(std::min(problems.size(), kMostRows)));
    for (int row = 0; row < m_problems->rowCount(); ++row) {
        const SheetProblem &problem = problems.at(row);
        const QStringList texts{roster::cellWords(problem),
            problem.lost ? tr("not imported") : tr("to check"), roster::problemSentence(problem)};
        for (int column = 0; column < texts.size(); ++column) {
            auto *item = new QTableWidgetItem(texts.at(column));
            item->setToolTip(texts.at(column));
            m_problems->setItem(row, column, item);
        }
    }
    fit(*m_problems, theme().scaled(kHeight));
    m_problems->setVisible(!problems.isEmpty());
}

/// One part after the other where there are very many; what is saved stands if a later one is
/// refused, and another press goes on from there.
void ImportDialog::save()
{
    if (m_reading)
        return;
    if (m_left.isEmpty())
        m_left = m_import.fresh();
    if (m_left.isEmpty())
        return;
    actButton().setEnabled(false);
    const auto part = m_left.first(std::min<qsizetype>(m_left.size(), RosterCommands::kMostAtOnce));
    base::whenDone(m_needs.commands.changeAll(part), this,
        [this, size = part.size()](const base::Result<store::Saved> &saved) {
            if (!saved) {
                m_left.clear();
                m_refusal = words::errorSentence(saved.error(), m_needs.names());
                read();
                return;
            }
            m_left.remove(0, size);
            if (!m_left.isEmpty())
                return save();
            const auto fresh = m_import.fresh();
            Q_EMIT imported(
                int(fresh.size()), domain::wallTime(fresh.first().from, m_needs.zone()).date());
            accept();
        });
}

void ImportDialog::complain(const QString &sentence)
{
    m_complaint->setText(sentence);
    m_complaint->setVisible(!sentence.isEmpty());
    box().adjustSize();
}

void ImportDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        ActionDialog::keyPressEvent(event);
    else if (actButton().isEnabled())
        save();
}

} // namespace watchroom::ui
