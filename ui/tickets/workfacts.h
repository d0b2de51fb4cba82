// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

#include <QList>

class QLabel;
class QVBoxLayout;

namespace watchroom::ui {

/// Names with what is said of them, one under the other; what is empty is left out. Plain text that
/// can be selected. UI thread.
class WorkFacts : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Fact
    {
        QString name;
        QString text;
        friend bool operator==(const Fact &, const Fact &) = default;
    };

    explicit WorkFacts(const style::Theme &theme, QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);

protected:
    void themeChanged() override;

private:
    struct Row
    {
        QLabel *name;
        QLabel *text;
    };
    void addRow();

    QList<Fact> m_facts;
    QList<Row> m_rows;
    QVBoxLayout *m_layout;
};

} // namespace watchroom::ui
