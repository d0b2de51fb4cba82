// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

class QComboBox;
class QLineEdit;

namespace watchroom::incidents {
class Directory;
}

namespace watchroom::ui {

/// Places by their names, with commas between them; one is added from the list beside. UI thread.
class PlacesField final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    PlacesField(const style::Theme &theme, const incidents::Directory &directory, QWidget *parent);

    void setPlaces(const QStringList &keys);
    /// Their keys; what is no place's name stands in `unknown`.
    [[nodiscard]] QStringList places(QStringList *unknown) const;

private:
    const incidents::Directory &m_directory;
    QLineEdit *m_names;
    QComboBox *m_all;
};

/// What stands between commas of either width, each once, without blanks.
[[nodiscard]] QStringList listed(const QString &text);

} // namespace watchroom::ui
