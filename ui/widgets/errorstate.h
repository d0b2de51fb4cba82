// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

class QLabel;
class QPushButton;

namespace watchroom::widgets {

class TextLabel;

/// Something failed: what, the sentence with the next step, and a way to try again. UI thread.
class ErrorState final : public ThemedWidget
{
    Q_OBJECT
public:
    explicit ErrorState(const style::Theme &theme, QWidget *parent = nullptr);

    void setError(const QString &what, const QString &detail);

Q_SIGNALS:
    void retryRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void themeChanged() override;

private:
    void retranslate();

    TextLabel *m_what;
    QLabel *m_detail; ///< a sentence; it wraps
    QPushButton *m_retry;
    QWidget *m_icon; ///< the room of the icon
};

} // namespace watchroom::widgets
