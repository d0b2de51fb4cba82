// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/folderdialog.h"

#include "app/words/errors.h"
#include "ui/style/theme.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/textlabel.h"

#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;

namespace {
constexpr int kWidth = 720; ///< px at a text factor of 1
constexpr int kHeight = 320; ///< of the table
constexpr int kMostRows = 500; // nobody reads more; the words count all
} // namespace

FolderDialog::FolderDialog(const style::Theme &theme, QWidget &window, const QString &heading,
    const Act &act, knowledge::FolderTransfer &transfer, const QString &path)
    : ActionDialog(theme, window, heading, act, kWidth)
    , m_transfer(transfer)
    , m_path(path)
    , m_summary(new QLabel(&box()))
    , m_rows(new QTableWidget(0, 3, &box()))
{
    auto *where = new widgets::TextLabel(
        theme, FontRole::Caption, style::Weight::Regular, style::Ink::T2, &box());
    where->setText(QDir::toNativeSeparators(path));
    m_summary->setObjectName(u"folderSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_rows->setObjectName(u"folderRows"_s);
    m_rows->setAccessibleName(tr("What is to be said of single files"));
    m_rows->setHorizontalHeaderLabels({tr("File"), tr("What"), {}});
    widgets::makeRowTable(*m_rows);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setWordWrap(true);
    m_rows->setFixedHeight(theme.scaled(kHeight));
    m_rows->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_rows->horizontalHeader()->setStretchLastSection(true);
    m_rows->hide();
    connect(this, &VeilDialog::finished, &transfer, &knowledge::FolderTransfer::cancel);
    for (QWidget *part : std::initializer_list<QWidget *>{where, m_summary, m_rows})
        content().addWidget(part);
}

void FolderDialog::setBusy(const QString &sentence)
{
    setSummary(sentence);
    actButton().setEnabled(false);
    cancelButton().setFocus();
}

void FolderDialog::setSummary(const QString &sentence)
{
    m_summary->setText(sentence);
}

void FolderDialog::setError(const base::Error &error)
{
    clearRows();
    setSummary(words::errorSentence(error));
    setReady(false);
}

void FolderDialog::clearRows()
{
    m_rows->setRowCount(0);
}

void FolderDialog::addRow(const QString &file, const QString &what, const QString &detail)
{
    const int row = m_rows->rowCount();
    if (row >= kMostRows)
        return;
    m_rows->insertRow(row);
    int column = 0;
    for (const QString &text : {file, what, detail}) {
        auto *item = new QTableWidgetItem(text);
        item->setToolTip(text);
        m_rows->setItem(row, column++, item);
    }
}

void FolderDialog::addFaults(
    const QString &file, const QString &what, const articles::Faults &faults)
{
    for (const articles::Fault &fault : faults)
        addRow(file, what, words::codeSentence(fault.code, fault.params));
}

void FolderDialog::setReady(bool canAct)
{
    m_rows->setVisible(m_rows->rowCount() > 0);
    m_rows->resizeColumnsToContents();
    m_rows->setColumnWidth(0, std::min(m_rows->columnWidth(0), m_rows->width() / 3));
    m_rows->resizeRowsToContents();
    actButton().setVisible(canAct);
    actButton().setEnabled(canAct);
    cancelButton().setText(canAct ? tr("Cancel") : tr("Close"));
    (canAct ? actButton() : cancelButton()).setFocus();
}

} // namespace watchroom::ui
