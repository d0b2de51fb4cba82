// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/json.h"
#include "app/domain/row.h"
#include "app/handover/sheetproof.h"
#include "tests/fuzz/readers/reader.h"

namespace watchroom::fuzz {

namespace {

/// Handover sheets, from a signature's row or a file, and the text of the code on paper.
class Sheets final : public Reader
{
public:
    void read(const QByteArray &input) override
    {
        if (const auto code = handover::claimOfCode(QString::fromUtf8(input)))
            must(code->hash.size() == 64, "a code holds a whole hash");
        const QJsonObject document = base::readJson(input).object();
        const auto sheet = handover::HandoverSheet::fromJson(document);
        if (!sheet)
            return;
        must(domain::canonicalJson(document) == sheet->sheetText(),
            "what is taken is written back to the letter");
        const auto claim = handover::claimOfFile(sheet->sheetText());
        must(claim && claim->hash == sheet->sheetHash(),
            "what is written has the hash of the sheet");
    }
};

} // namespace

std::unique_ptr<Reader> makeSheets()
{
    return std::make_unique<Sheets>();
}

} // namespace watchroom::fuzz
