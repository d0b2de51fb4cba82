// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/freshness.h"
#include "ui/widgets/themedwidget.h"

namespace watchroom::widgets {
class Chip;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// What stands at the head of an article about this copy: quiet while all is well. UI thread.
class FreshnessBar final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit FreshnessBar(const style::Theme &theme, QWidget *parent = nullptr);

    /// `steps`: which have changed in a newer version whose text is not here yet, "2、4".
    void setFreshness(const knowledge::Freshness &fresh, const QString &steps,
        const QString &withdrawnReason, base::Instant now);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString chipText() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString chipWord() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString sinceCheck() const;

    knowledge::Freshness m_fresh;
    QString m_steps;
    QString m_reason;
    base::Instant m_now;
    widgets::Chip *m_chip;
    widgets::TextLabel *m_text;
};

} // namespace watchroom::ui
