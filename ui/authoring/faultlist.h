// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/fault.h"

#include <QListWidget>

namespace watchroom::ui {

/// What is wrong with a text and what is worth a look, a line each; choosing one leads to its
/// line. Hidden where there is nothing. UI thread.
class FaultList final : public QListWidget
{
    Q_OBJECT

public:
    explicit FaultList(QWidget *parent = nullptr);

    void setFaults(const articles::Faults &faults, const articles::Faults &notes);

Q_SIGNALS:
    void lineAsked(int line);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void follow(const QListWidgetItem &item);

    articles::Faults m_faults;
    articles::Faults m_notes;
};

} // namespace watchroom::ui
