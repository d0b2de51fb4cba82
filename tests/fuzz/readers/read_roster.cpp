// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rostersheet.h"
#include "tests/fuzz/readers/reader.h"

#include <QSet>

namespace watchroom::fuzz {

using namespace Qt::StringLiterals;

namespace {

/// Roster files of whatever spreadsheet, read with a small team.
class RosterInput final : public Reader
{
public:
    RosterInput()
    {
        m_tables.team = {
            {u"zhang"_s, u"张三"_s}, {u"li"_s, u"李四"_s}, {u"smith"_s, u"Anna Smith"_s}};
        m_tables.positions = {{u"network"_s, u"网络"_s, u"Network"_s}, {u"av"_s, u"音视频"_s}};
        m_tables.today = QDate(2026, 3, 10);
    }

    void read(const QByteArray &input) override
    {
        const auto file = roster::readRosterFile(input);
        if (!file)
            return;
        must(file->cells.rows.size() <= roster::kMostRosterRows, "rows are bounded");
        must(file->cells.columns <= roster::kMostRosterColumns, "columns are bounded");
        const roster::RosterSheet sheet = roster::readRosterSheet(*file, m_tables);
        for (const roster::SheetShift &shift : sheet.shifts) {
            must(shift.begins.isValid() && shift.begins < shift.ends, "a shift lasts");
            must(!shift.person.isEmpty() && !shift.slot.isEmpty(), "a shift is somebody's");
        }
        checkUses(sheet);
    }

private:
    static void checkUses(const roster::RosterSheet &sheet)
    {
        QSet<roster::Cell> lost;
        for (const roster::SheetProblem &problem : sheet.problems) {
            must(!problem.cells.isEmpty(), "a problem stands somewhere");
            if (problem.lost)
                lost += QSet<roster::Cell>(problem.cells.begin(), problem.cells.end());
        }
        for (qsizetype row = 0; row < sheet.cells.rows.size(); ++row) {
            for (qsizetype column = 0; column < sheet.cells.rows.at(row).size(); ++column) {
                const roster::Cell cell{row, column};
                const bool isBlank = sheet.cells.at(row, column).isEmpty();
                must(isBlank == (sheet.use(cell) == roster::CellUse::Blank),
                    "every cell is accounted for");
                must(isBlank || (sheet.use(cell) == roster::CellUse::Lost) == lost.contains(cell),
                    "what is lost is a problem");
            }
        }
    }

    roster::SheetTables m_tables;
};

} // namespace

std::unique_ptr<Reader> makeRoster()
{
    return std::make_unique<RosterInput>();
}

} // namespace watchroom::fuzz
