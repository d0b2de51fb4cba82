// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

class QHBoxLayout;

namespace watchroom::widgets {

class TextLabel;

/// The head of a section: bold title, an aside in captions at the right, further widgets after
/// it. UI thread.
class SectionHeader final : public ThemedWidget
{
    Q_OBJECT
public:
    explicit SectionHeader(const style::Theme &theme, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setAside(const QString &aside);
    void addAction(QWidget *widget); ///< at the right end

private:
    TextLabel *m_title;
    TextLabel *m_aside;
    QHBoxLayout *m_layout;
};

} // namespace watchroom::widgets
