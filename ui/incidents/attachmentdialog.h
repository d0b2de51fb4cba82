// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/incidents/pictures.h"
#include "ui/widgets/veildialog.h"

#include <QTimer>

#include <optional>

class QPushButton;

namespace watchroom::widgets {
class TextLabel;
}

namespace watchroom::ui {

class PictureView;

/// The attachments of an entry one after the other, a PDF page by page; any of them saved as a
/// file. UI thread.
class AttachmentDialog final : public widgets::VeilDialog
{
    Q_OBJECT

public:
    AttachmentDialog(const style::Theme &theme, QWidget &window, Pictures &pictures,
        incidents::Attachments &attachments, const QList<domain::Attachment> &all,
        qsizetype first = 0);

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void step(int by);
    void load();
    void show(const Picture &picture);
    void retranslate();
    void save();

    Pictures &m_pictures;
    incidents::Attachments &m_attachments;
    QList<domain::Attachment> m_all;
    qsizetype m_current;
    int m_page = 1;
    bool m_lastPage = false; ///< wanted of the one that is loading
    std::optional<Picture> m_shown;
    PictureView *m_view;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_place;
    QPushButton *m_previous;
    QPushButton *m_next;
    QPushButton *m_save;
    QPushButton *m_close;
    QTimer m_sized; ///< runs while its size changes
};

} // namespace watchroom::ui
