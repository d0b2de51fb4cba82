// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace watchroom::knowledge {
class FolderTransfer;
}
namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// Articles from a folder and into one: asks for it, then what it comes to is shown in a dialog.
/// UI thread.
class ArticleFolders final : public QObject
{
    Q_OBJECT

public:
    ArticleFolders(const style::Theme &theme, knowledge::FolderTransfer &transfer, QWidget &page);

    void chooseSource();
    void chooseTarget();
    void importFrom(const QString &path);
    void exportTo(const QString &path);

Q_SIGNALS:
    void told(const QString &sentence);

private:
    void choose(
        const QString &name, const QString &heading, void (ArticleFolders::*then)(const QString &));

    const style::Theme &m_theme;
    knowledge::FolderTransfer &m_transfer;
    QWidget &m_page;
    QString m_folder; ///< where the last one was
};

} // namespace watchroom::ui
