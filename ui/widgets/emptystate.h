// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

namespace watchroom::widgets {

/// Nothing is here: an icon, one fact, and one line more at most. UI thread.
class EmptyState final : public ThemedWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const style::Theme &theme, QWidget *parent = nullptr);

    void setFact(const QString &icon, const QString &fact, const QString &detail = {});
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_fact;
    QString m_detail;
};

} // namespace watchroom::widgets
