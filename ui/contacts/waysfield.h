// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/contacts/contact.h"
#include "ui/widgets/themedwidget.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace watchroom::ui {

/// The ways to reach somebody, one a row; the first is the one they are called by first. UI thread.
class WaysField final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    WaysField(const style::Theme &theme, QWidget *parent);

    void setWays(const QList<contacts::ContactWay> &ways);
    /// Without those that were left empty.
    [[nodiscard]] QList<contacts::ContactWay> ways() const;

private:
    struct Row
    {
        QWidget *widget;
        QComboBox *kind;
        QLineEdit *value;
        QLineEdit *note;
        QPushButton *remove;
    };
    QLineEdit *addRow(const contacts::ContactWay &way);
    void removeRow(const QWidget *row);
    void renumber();

    QList<Row> m_all;
    QVBoxLayout *m_rows;
    QScrollArea *m_scroll;
    QPushButton *m_add;
};

} // namespace watchroom::ui
