// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contacts/contactline.h"
#include "ui/widgets/themedwidget.h"

class QPushButton;
class QVBoxLayout;

namespace watchroom::ui {

/// Everything of one contact: its ways to copy, when it was last reached, what it is for. UI
/// thread.
class ContactPanel final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    using Naming = std::function<QString(const QString &)>;
    ContactPanel(
        const style::Theme &theme, Naming personName, Naming targetName, QWidget *parent = nullptr);

    /// Without: nothing is shown.
    void setLine(const std::optional<ContactLine> &line);

Q_SIGNALS:
    void copyAsked(const QString &value);
    void editAsked();
    void removeAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void themeChanged() override;

private:
    void fill();
    void addHead();
    void addWay(const contacts::ContactWay &way, int n);
    void addFact(const QString &name, const QString &text);
    void retranslate();

    Naming m_personName;
    Naming m_targetName;
    std::optional<ContactLine> m_line;
    QVBoxLayout *m_rows;
    QPushButton *m_edit;
    QPushButton *m_remove;
};

} // namespace watchroom::ui
