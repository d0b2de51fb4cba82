// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/runbook.h"
#include "ui/widgets/themedwidget.h"

class QPushButton;

namespace watchroom::widgets {
class Chip;
class LevelMark;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// The head of a procedure that is followed: for which incident, by whom, how far. UI thread.
class RunHead final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Content
    {
        QString incident; ///< "#1392 上海电信…"; empty: free
        QString level; ///< code word, of the incident
        QString mode;
        QString owner; ///< name
        QString state; ///< running, finished or stopped
        int version = 0;
        qsizetype settled = 0;
        qsizetype steps = 0;
        bool mine = false;
        bool withdrawn = false; ///< the article: what to do is said below
        bool mayFinish = false;
        friend bool operator==(const Content &, const Content &) = default;
    };

    explicit RunHead(const style::Theme &theme, QWidget *parent = nullptr);

    void setContent(const Content &content);

Q_SIGNALS:
    void incidentAsked();
    void finishAsked();
    void stopAsked();
    void takeOverAsked();
    void noteAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void show();
    [[nodiscard]] QString aside() const;

    Content m_content;
    widgets::TextLabel *m_title;
    widgets::LevelMark *m_level;
    QPushButton *m_incident;
    widgets::TextLabel *m_aside;
    QWidget *m_progress; ///< paints the share that is settled
    widgets::TextLabel *m_count;
    QPushButton *m_takeOver;
    QPushButton *m_note;
    QPushButton *m_stop;
    QPushButton *m_finish;
};

} // namespace watchroom::ui
