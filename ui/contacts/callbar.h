// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/contacts/contactcommands.h"
#include "ui/widgets/themedwidget.h"

#include <QList>

class QPushButton;

namespace watchroom::widgets {
class TextLabel;
}

namespace watchroom::ui {

/// Under a list of calls: who is being called, and what came of it, by button or key. UI thread.
class CallBar final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit CallBar(const style::Theme &theme, QWidget *parent = nullptr);

    /// Empty: nobody is chosen. Without a way nothing can be said.
    void setCalled(const QString &name, const QString &way);

Q_SIGNALS:
    void called(watchroom::contacts::CallResult result);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_name;
    QString m_way;
    widgets::TextLabel *m_who;
    QList<QPushButton *> m_results; ///< in the order of CallResult
};

} // namespace watchroom::ui
