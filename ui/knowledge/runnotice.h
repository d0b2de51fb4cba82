// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

class QLabel;
class QPushButton;

namespace watchroom::widgets {
class Chip;
}

namespace watchroom::ui {

/// What has become of the text while it is followed: a newer one, or withdrawn. UI thread.
class RunNotice final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Content
    {
        bool withdrawn = false;
        bool goneOn = false; ///< withdrawn, and followed all the same here
        QString reason; ///< of what was withdrawn, or of the newer version
        int newest = 0; ///< version; 0: there is no newer one
        QString by; ///< name and time of the newer version
        QString steps; ///< "2、4" that have changed
        int stepCount = 0;
        int removedCount = 0;
        QString removed; ///< steps that are no more
        int from = 0; ///< it could be gone on by the newer text from this step on; 0: not offered
        friend bool operator==(const Content &, const Content &) = default;
    };

    explicit RunNotice(const style::Theme &theme, QWidget *parent = nullptr);

    /// Hidden where there is nothing to say.
    void setContent(const Content &content);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void diffAsked();
    void switchAsked();
    void stopAsked();
    void goOnAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void show();
    [[nodiscard]] QString sentence() const;

    Content m_content;
    widgets::Chip *m_chip;
    QLabel *m_text;
    QPushButton *m_diff;
    QPushButton *m_switch;
    QPushButton *m_stop;
    QPushButton *m_goOn;
};

} // namespace watchroom::ui
