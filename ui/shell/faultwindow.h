// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/words/language.h"
#include "ui/widgets/themedwidget.h"

class QLabel;
class QPushButton;

namespace watchroom::widgets {
class SegmentedControl;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// In place of the main window, where the workspace cannot be opened: what is wrong, which folder
/// it is about, and the ways on. UI thread.
class FaultWindow final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    /// How the folder can be made to open all the same.
    enum class Remedy
    {
        None,
        Refill, ///< put the damaged file aside; the server has the rest
        BeginAnew, ///< put the damaged file aside; it is the only copy
        PutAside, ///< the data of the other kind of workspace
    };
    struct Fault
    {
        base::Error error;
        QString folder;
        Remedy remedy = Remedy::None;
    };

    FaultWindow(const style::Theme &theme, words::Language &language, const Fault &fault,
        QWidget *parent = nullptr);

    void setFault(const Fault &fault);
    /// The buttons wait while something is being done.
    void setBusy(bool busy);

Q_SIGNALS:
    void tryAgainAsked();
    void remedyAsked();
    void quitAsked();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void retranslate();

    words::Language &m_language;
    Fault m_fault;
    widgets::TextLabel *m_heading;
    widgets::SegmentedControl *m_languages;
    QLabel *m_sentence;
    QLabel *m_remedy;
    widgets::TextLabel *m_folderCaption;
    QLabel *m_folder;
    QPushButton *m_tryAgain;
    QPushButton *m_do;
    QPushButton *m_quit;
};

} // namespace watchroom::ui
