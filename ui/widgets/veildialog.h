// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

#include <QPointer>

namespace watchroom::widgets {

/// Base of modal dialogs: a box with a 2 px border over a flat veil that covers its window but
/// leaves the top strip clear, so that levels, clock and connection stay in sight. It is a child
/// of the window and not a window, has no event loop of its own, keeps the focus inside and gives
/// it back. Escape rejects. UI thread.
class VeilDialog : public ThemedWidget
{
    Q_OBJECT
public:
    /// `clearTop`: height of the strip left clear, px at a text factor of 1.
    VeilDialog(const style::Theme &theme, QWidget &window, int clearTop = kTopStrip);
    ~VeilDialog() override;

    static constexpr int kTopStrip = 56;

    /// Where the content goes; give it a layout.
    [[nodiscard]] QWidget &box() { return *m_box; }
    /// Heading: accessible name.
    void setHeading(const QString &heading);
    void open();
    /// Out of sight and back, with all that was typed in it.
    void suspend();
    void resume();
    void accept();
    void reject();

Q_SIGNALS:
    /// It is closed and deletes itself.
    void finished(bool accepted);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void themeChanged() override;

private:
    void close(bool accepted);
    void focusInside();
    void cover();
    void place();

    QWidget &m_window;
    QWidget *m_box; ///< child
    QPointer<QWidget> m_focusBefore;
    int m_clearTop;
};

} // namespace watchroom::widgets
