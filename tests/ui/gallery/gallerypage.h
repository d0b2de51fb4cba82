// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/crosshairgroup.h"
#include "ui/widgets/themedwidget.h"

class QHBoxLayout;
class QVBoxLayout;

namespace watchroom::gallery {

/// Every widget in every state on one page, beside the reference picture of the states. The
/// texts are examples in the language asked for. UI thread.
class GalleryPage final : public widgets::ThemedWidget
{
    Q_OBJECT
public:
    GalleryPage(const style::Theme &theme, bool chinese);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString say(const QString &english, const QString &chinese) const;
    QHBoxLayout *row();
    QHBoxLayout *panelRow();
    void addLevels();
    void addStates();
    void addButtons();
    void addBanners();
    void addPlaces();
    void addInputs();
    void addStepper();
    void addCharts();
    void addClocks();

    QVBoxLayout *m_layout;
    bool m_chinese;
    widgets::CrosshairGroup m_crosshair;
};

} // namespace watchroom::gallery
