// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Spreadsheets saved as text: values between commas, semicolons or tabs (RFC 4180). Pure; any
/// thread.
namespace watchroom::base {

/// What takes the fields of a file in their order.
class FieldSink
{
public:
    FieldSink() = default;
    virtual ~FieldSink() = default;
    FieldSink(const FieldSink &) = delete;
    FieldSink &operator=(const FieldSink &) = delete;
    virtual void addField(const QString &text) = 0;
    virtual void endRow() = 0;
    [[nodiscard]] virtual bool isFull() const = 0; ///< the rest is not read
};

/// The one by which most rows have the same number of fields.
[[nodiscard]] QChar recognisedSeparator(QStringView text);
/// One pass; a quote counts only where a field begins.
void scanFields(QStringView text, QChar separator, FieldSink &into);
/// As it is written between commas.
[[nodiscard]] QString csvField(QString text);

} // namespace watchroom::base
