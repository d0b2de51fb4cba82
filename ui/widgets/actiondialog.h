// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/buttons.h"
#include "ui/widgets/veildialog.h"

class QVBoxLayout;

namespace watchroom::widgets {

/// A dialog that asks for one thing: heading, content, and at its foot cancel and the act. UI
/// thread.
class ActionDialog : public VeilDialog
{
    Q_OBJECT

public:
    struct Act
    {
        QString name; ///< objectName of the button
        QString text;
        ButtonKind kind = ButtonKind::Primary;
    };
    /// `width`: of the box, px at a text factor of 1.
    ActionDialog(const style::Theme &theme, QWidget &window, const QString &heading, const Act &act,
        int width);

Q_SIGNALS:
    /// The act's button was pressed; the dialog stays until accept().
    void acted();

protected:
    /// Between heading and foot.
    [[nodiscard]] QVBoxLayout &content() { return *m_content; }
    /// A paragraph of plain text there.
    void addText(const QString &text);
    [[nodiscard]] QPushButton &actButton() { return *m_act; }
    [[nodiscard]] QPushButton &cancelButton() { return *m_cancel; }

private:
    QVBoxLayout *m_content;
    QPushButton *m_cancel;
    QPushButton *m_act;
};

} // namespace watchroom::widgets
