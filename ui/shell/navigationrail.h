// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

#include <QList>

class QAbstractButton;
class QButtonGroup;
class QVBoxLayout;

namespace watchroom::ui {

/// The pages at the left edge, one button each, with a count where something waits. UI thread.
class NavigationRail : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit NavigationRail(const style::Theme &theme, QWidget *parent = nullptr);

    /// Adds a page; `atFoot` puts it at the lower end.
    void addPage(const QString &name, const QString &icon, bool atFoot = false);
    void setText(int page, const QString &text);
    void setCount(int page, int count);
    void setCurrent(int page);
    /// A page out of reach is not shown.
    void setReachable(int page, bool reachable);
    /// English words need more room than Chinese ones.
    void setWide(bool wide);

Q_SIGNALS:
    void pageChosen(int page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    QButtonGroup *m_group;
    QVBoxLayout *m_top;
    QVBoxLayout *m_foot;
    bool m_wide = false;
};

} // namespace watchroom::ui
