// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QLineEdit>

namespace watchroom::widgets {

/// A line to search in, with a magnifier and the key that leads here. Escape empties it. UI
/// thread.
class SearchField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const style::Theme &theme, QWidget *parent = nullptr);

    /// What is searched for: placeholder and accessible name.
    void setPrompt(const QString &prompt);
    /// The key cap at the right end; empty: none.
    void setShortcutHint(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fitMargins();

    const style::Theme &m_theme;
    QString m_key;
};

} // namespace watchroom::widgets
