// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/attachment.h"
#include "ui/widgets/themedwidget.h"

class QVBoxLayout;

namespace watchroom::ui {

/// The files that go with the entry being written; each can be taken out again. Hidden while there
/// are none. UI thread.
class AttachmentBar final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit AttachmentBar(const style::Theme &theme, QWidget *parent = nullptr);

    /// A file that is in already is not added twice.
    void add(const domain::Attachment &attachment);
    void clear();
    [[nodiscard]] const QList<domain::Attachment> &attachments() const { return m_attachments; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void show();

    QList<domain::Attachment> m_attachments;
    QVBoxLayout *m_rows;
};

} // namespace watchroom::ui
