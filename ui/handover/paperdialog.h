// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/formdialog.h"
#include "ui/handover/handoverneeds.h"

class QLabel;
class QPushButton;

namespace watchroom::ui {

/// The watch passes on paper, where a lead cannot show at this station who they are: the sheet is
/// printed, signed by hand, and its photograph kept in the log. UI thread.
class PaperDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `meaning`: handed_over or taken_over, of the handover under way.
    PaperDialog(const style::Theme &theme, QWidget &window, const HandoverNeeds &needs,
        const QString &meaning);
    /// A photograph or a scan of the signed sheet.
    void attach(const QString &path);

Q_SIGNALS:
    void printAsked();
    void pdfAsked();

protected:
    void submit() override;

private:
    void build(const QString &name);
    void choose();

    HandoverNeeds m_needs;
    QString m_meaning;
    QString m_person; ///< login of who signs
    QUuid m_handover;
    QString m_entry; ///< what the log says of it
    QList<domain::Attachment> m_photographs;
    QLabel *m_files;
    QPushButton *m_attach;
};

} // namespace watchroom::ui
