// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/runprogress.h"
#include "ui/knowledge/stepchoice.h"
#include "ui/widgets/themedwidget.h"

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace watchroom::widgets {
class Chip;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// A step of a procedure that is followed: its mark, its text, and while it is open what can be
/// said of it. UI thread.
class StepRow final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Content
    {
        knowledge::StepProgress progress;
        int number = 0;
        bool current = false; ///< its turn has come
        bool open = false; ///< its detail is shown
        bool mayTick = false;
        bool locked = false; ///< somewhere a choice is due: no tick, no copy
        bool running = true; ///< its run
        QString by; ///< name of who marked it
        QString notes; ///< what was noted, a line each
        int newest = 0; ///< version
        QString newestText; ///< of a finished step that has changed
        std::optional<StepChoice::Content> choice;
        friend bool operator==(const Content &, const Content &) = default;
    };
    enum class Act
    {
        Open, ///< show its detail, or hide it
        Tick,
        Untick,
        Fail,
        NotApplicable,
        Note,
        Again, ///< a finished one, by the newer text
        NotNeeded,
        ChooseNewer,
        ChooseBegun,
        LockedCopy,
    };

    /// `files` outlives it.
    StepRow(const style::Theme &theme, const store::BlobFolder &files, QWidget *parent = nullptr);

    /// Nothing happens where it is what is shown.
    void setContent(const Content &content, const StepChoice::Texts &texts);
    [[nodiscard]] const Content &content() const { return m_content; }
    /// What stands at the right end while it is open: the time used.
    void setTime(const QString &text, bool over);
    void focusTick();

Q_SIGNALS:
    void asked(watchroom::ui::StepRow::Act act);
    void copied();
    void articleAsked(const QString &key, const QString &heading);
    void urlAsked(const QUrl &url);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void themeChanged() override;

private:
    void showHead();
    void showBody();
    void addChoice();
    void addDetail(bool failure);
    void addFinishedChange();
    void addButtons();
    void addWords(const QString &words);
    [[nodiscard]] QString chipWord() const;
    [[nodiscard]] QString markWord() const;
    void rebuild();

    const store::BlobFolder &m_files;
    Content m_content;
    StepChoice::Texts m_texts;
    QCheckBox *m_tick;
    QLabel *m_lock;
    QLabel *m_title;
    widgets::Chip *m_chip; ///< what wants a decision, or went wrong
    widgets::Chip *m_mark; ///< what is so
    widgets::TextLabel *m_aside;
    QVBoxLayout *m_body;
};

} // namespace watchroom::ui
