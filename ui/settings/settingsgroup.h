// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

#include <QList>

#include <functional>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace watchroom::widgets {
class SectionHeader;
}

namespace watchroom::ui {

/// A group of the settings: a head, and rows of a label with its field on the grid that all groups
/// share; what is wrong with a field stands under it. UI thread.
class SettingsGroup : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    using Text = std::function<QString()>;

    SettingsGroup(const style::Theme &theme, Text title, QWidget *parent = nullptr);

    /// Under the field; empty takes it away. The label is called after the field: "serverProblem".
    void showProblem(QLineEdit &field, const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

    /// `label` is asked again at every change of language, as are all texts.
    void addRow(QWidget *field, Text label);
    /// A line of words without a label.
    QLabel *addWords(const QString &name, Text text);
    /// Across all columns but that of the labels.
    void addWide(QWidget *widget);
    /// The buttons at the foot, with what came of them beside.
    QHBoxLayout *addFoot();
    QLineEdit *makeField(const QString &name);
    [[nodiscard]] int fieldWidth() const;
    /// A row whose field is not needed now.
    void setRowVisible(QWidget &field, bool visible);
    /// Some field has a problem shown under it.
    [[nodiscard]] bool hasProblem() const;
    /// Sets all texts; the groups add those of their own.
    virtual void retranslate();

private:
    QLabel *problemLabel(const QLineEdit &field);

    Text m_title;
    widgets::SectionHeader *m_head;
    QGridLayout *m_grid;
    struct Row
    {
        QLabel *label;
        QWidget *field; ///< null: words alone
        Text text;
    };
    QList<Row> m_rows;
    QList<QLineEdit *> m_fields;
};

} // namespace watchroom::ui
