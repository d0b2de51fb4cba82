// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/attachfiles.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QStandardPaths>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

void askForAttachments(
    QWidget &asker, const QString &title, const std::function<void(const QStringList &paths)> &then)
{
    auto *dialog = new QFileDialog(asker.window(), title,
        QStandardPaths::writableLocation(QStandardPaths::PicturesLocation),
        QCoreApplication::translate("AttachFiles", "Images and PDF (*.png *.jpg *.jpeg *.pdf)"));
    dialog->setObjectName(u"attachDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, &asker, then);
    dialog->open();
}

} // namespace watchroom::ui
