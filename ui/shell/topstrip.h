// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "ui/widgets/themedwidget.h"

#include <array>

namespace watchroom::widgets {
class Chip;
class LevelCounter;
class TextLabel;
} // namespace watchroom::widgets
class QPushButton;

namespace watchroom::ui {

class StripCell;

/// What must always be in sight: who, how many of each level, whether data and database are there,
/// the time. UI thread.
class TopStrip : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit TopStrip(const style::Theme &theme, QWidget *parent = nullptr);

    void setPerson(const QString &name, const QString &remark, bool locked);
    void setCounts(const std::array<int, 3> &byLevel);
    /// Two lines each; `abnormal` draws the first one inverse.
    void setSource(const QString &state, const QString &detail, bool abnormal);
    void setSync(const QString &icon, const QString &state, const QString &detail, bool abnormal);
    void setDemo(bool demo);
    void setTime(base::Instant now);

Q_SIGNALS:
    void personPressed();
    void syncPressed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    void retranslate();

    StripCell *m_person;
    std::array<widgets::LevelCounter *, 3> m_counters;
    widgets::Chip *m_demo;
    StripCell *m_source;
    StripCell *m_sync;
    widgets::TextLabel *m_clock;
    widgets::TextLabel *m_date;
    base::Instant m_now; ///< as shown
};

} // namespace watchroom::ui
