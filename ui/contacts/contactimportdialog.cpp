// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactimportdialog.h"

#include "app/base/whendone.h"
#include "app/incidents/directory.h"
#include "app/words/errors.h"
#include "ui/contacts/contactwords.h"
#include "ui/style/theme.h"
#include "ui/widgets/rowtable.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using contacts::Contact;
using contacts::ContactChange;

namespace {

constexpr int kWidth = 720; ///< px at a text factor of 1
constexpr int kHeight = 320; ///< of the table
constexpr int kMostRows = 500; // nobody reads more; the words count all

/// What of a contact becomes another.
QString differences(const ContactChange &change)
{
    const auto &[before, after] = change;
    QStringList parts;
    const auto add = [&parts](bool differs, const QString &word) {
        if (differs)
            parts.append(word);
    };
    add(before.name != after.name, ContactImportDialog::tr("name"));
    add(before.org != after.org, ContactImportDialog::tr("organisation"));
    add(before.kind != after.kind, ContactImportDialog::tr("kind"));
    add(before.duty != after.duty, ContactImportDialog::tr("duty"));
    add(before.ways != after.ways, ContactImportDialog::tr("ways"));
    add(before.person != after.person, ContactImportDialog::tr("member of the team"));
    add(before.targets != after.targets, ContactImportDialog::tr("places"));
    add(before.tags != after.tags, ContactImportDialog::tr("tags"));
    add(before.note != after.note, ContactImportDialog::tr("note"));
    return parts.join(u", "_s);
}

} // namespace

ContactImportDialog::ContactImportDialog(const style::Theme &theme, QWidget &window,
    contacts::ContactBook &book, contacts::ContactCommands &commands,
    const incidents::Directory &directory, const QString &source, const contacts::ContactFile &file)
    : ActionDialog(
        theme, window, tr("Import contacts"), {.name = u"save"_s, .text = tr("Import")}, kWidth)
    , m_book(book)
    , m_commands(commands)
    , m_directory(directory)
    , m_file(file)
    , m_summary(new QLabel(&box()))
    , m_rows(new QTableWidget(0, 4, &box()))
    , m_complaint(new QLabel(&box()))
{
    setObjectName(u"contactImport"_s);
    auto *name = new QLabel(source + u" · "_s + file.encoding, &box());
    name->setFont(theme.font(style::FontRole::Caption));
    m_summary->setObjectName(u"importSummary"_s);
    m_summary->setWordWrap(true);
    m_complaint->setObjectName(u"complaint"_s);
    m_complaint->setWordWrap(true);
    m_complaint->setFont(theme.font(style::FontRole::Body, style::Weight::Bold));
    m_complaint->hide();
    m_rows->setObjectName(u"importRows"_s);
    m_rows->setAccessibleName(tr("What the file changes"));
    m_rows->setHorizontalHeaderLabels({tr("Line"), tr("What"), tr("Name"), {}});
    widgets::makeRowTable(*m_rows);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_rows->horizontalHeader()->setStretchLastSection(true);
    m_rows->setFixedHeight(theme.scaled(kHeight));
    for (QWidget *part : std::initializer_list<QWidget *>{name, m_summary, m_rows, m_complaint})
        content().addWidget(part);
    connect(this, &ActionDialog::acted, this, &ContactImportDialog::save);
    connect(&m_book, &contacts::ContactBook::changed, this, [this] {
        if (!m_saving)
            plan();
    });
    plan();
}

void ContactImportDialog::plan()
{
    contacts::ImportNeeds needs{.contacts = m_book.contacts(), .people = {}, .places = {}};
    for (const incidents::Person &person : m_directory.people())
        needs.people.append(person.login);
    for (const incidents::Target &target : m_directory.targets()) {
        for (const QString &name : {target.nameEn, target.name, target.key})
            needs.places.insert(name, target.key);
    }
    needs.places.remove(QString());
    m_import = contacts::planImport(m_file.contacts, needs);
    showPlan();
}

void ContactImportDialog::showPlan()
{
    m_summary->setText(
        tr("%1 new, %2 changed, %3 as they are, %4 not taken")
            .arg(QString::number(m_import.added.size()), QString::number(m_import.changed.size()),
                QString::number(m_import.unchanged), QString::number(m_import.refused.size())));
    m_rows->setRowCount(0);
    for (const contacts::RefusedContact &one : std::as_const(m_import.refused))
        addRow(QString::number(one.line), tr("Not taken"), one.name, refusalSentence(one.refusal));
    for (const Contact &contact : std::as_const(m_import.added))
        addRow({}, tr("New"), contact.name, contact.org);
    for (const ContactChange &change : std::as_const(m_import.changed))
        addRow({}, tr("Changed"), change.after.name, differences(change));
    m_rows->setVisible(m_rows->rowCount() > 0);
    actButton().setEnabled(!m_import.isEmpty() && !m_saving);
    (m_import.isEmpty() ? cancelButton() : actButton()).setFocus();
}

void ContactImportDialog::addRow(
    const QString &line, const QString &what, const QString &name, const QString &why)
{
    const int row = m_rows->rowCount();
    if (row >= kMostRows)
        return;
    m_rows->insertRow(row);
    int column = 0;
    for (const QString &text : {line, what, name, why}) {
        auto *item = new QTableWidgetItem(text);
        item->setToolTip(text);
        m_rows->setItem(row, column++, item);
    }
}

void ContactImportDialog::save()
{
    m_saving = true;
    actButton().setEnabled(false);
    base::whenDone(m_commands.take(m_import.added, m_import.changed), this,
        [this](const base::Result<store::Saved> &saved) {
            if (saved) {
                Q_EMIT imported(tr("Imported: %1 new, %2 changed")
                                    .arg(QString::number(m_import.added.size()),
                                        QString::number(m_import.changed.size())));
                accept();
                return;
            }
            m_saving = false;
            m_complaint->setText(words::errorSentence(saved.error()));
            m_complaint->show();
            plan();
        });
}

} // namespace watchroom::ui
