// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

class QComboBox;
class QListWidget;
class QPushButton;

namespace watchroom::incidents {
class Directory;
}

namespace watchroom::ui {

/// Who takes turns, in order: people are added, moved up and down, taken out. UI thread.
class MembersField final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    MembersField(const style::Theme &theme, const incidents::Directory &directory, QWidget *parent);

    void setMembers(const QStringList &logins);
    [[nodiscard]] QStringList members() const;

Q_SIGNALS:
    void changed();

protected:
    void themeChanged() override;

private:
    void add();
    void move(int by);
    void remove();
    void refreshButtons();
    void append(const QString &login);

    const incidents::Directory &m_directory;
    QListWidget *m_list;
    QComboBox *m_people;
    QPushButton *m_add;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
};

} // namespace watchroom::ui
