// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/contacts/contact.h"

#include <QSet>

/// Contacts as files of other programs. Pure; any thread.
namespace watchroom::contacts {

inline constexpr qsizetype kMostFileBytes = 2 * 1024 * 1024;
inline constexpr qsizetype kMostFileContacts = 2'000;

/// Why one contact of a file is not taken.
struct Refusal
{
    QString code; ///< name_missing, text_too_long, ...; empty: it is taken
    QString about = {}; ///< what of it
    friend bool operator==(const Refusal &, const Refusal &) = default;
};

/// A contact as a file has it.
struct FileContact
{
    qsizetype line = 0; ///< row of the sheet or line of the file, from 1
    Contact contact = {};
    QSet<QString> given = {}; ///< columns that the file speaks of; others stay as they are
    QSet<QString> wayKinds = {}; ///< as `given`, of the ways
    bool hasNotes = false; ///< its ways would have their notes
    Refusal refusal = {};
};

struct ContactFile
{
    QString encoding; ///< UTF-8, UTF-16 or GB18030
    QList<FileContact> contacts = {};
};

/// vCards (3.0, 4.0) where it begins as one, else a table with a head in Chinese or English.
/// Errors: Invalid with `contacts_empty`, `contacts_too_large`, `contacts_too_many {most}`,
/// `contacts_is_workbook`, `contacts_not_text` or `contacts_no_head`.
[[nodiscard]] base::Result<ContactFile> readContactFile(const QByteArray &bytes);

/// A table that spreadsheets open, UTF-8 with its mark; the head in the language asked for.
[[nodiscard]] QByteArray toCsv(const QList<Contact> &contacts, bool english);
/// vCard 4.0.
[[nodiscard]] QByteArray toCards(const QList<Contact> &contacts);

[[nodiscard]] tl::unexpected<base::Error> refusedFile(
    const QString &code, const QJsonObject &params = {});

} // namespace watchroom::contacts
