// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace watchroom::widgets {

/// Boxes of a page one under another, scrolled as a whole, on the page's own ground. UI thread.
class ScrollColumn final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollColumn(const QString &name, QWidget *parent = nullptr);

    /// Ends with a stretch.
    void add(QWidget *box);
    void add(QLayout *boxes);

private:
    QVBoxLayout *m_column;
};

} // namespace watchroom::widgets
