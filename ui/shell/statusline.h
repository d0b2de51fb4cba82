// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

#include <QList>

class QHBoxLayout;

namespace watchroom::widgets {
class KeyHint;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// The lowest line: what happened last, and the keys that work here. UI thread.
class StatusLine : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Hint
    {
        QString key;
        QString action;
    };

    explicit StatusLine(const style::Theme &theme, QWidget *parent = nullptr);

    void setMessage(const QString &message);
    void setHints(const QList<Hint> &hints);

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    widgets::TextLabel *m_message;
    QHBoxLayout *m_layout;
    QList<widgets::KeyHint *> m_hints;
};

} // namespace watchroom::ui
