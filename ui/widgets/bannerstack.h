// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

#include <QList>

class QVBoxLayout;

namespace watchroom::widgets {

class Banner;
class TextLabel;

/// The banners above the content, which they push down: the two most urgent, the rest counted.
/// Red before blocking before yellow before the rest; among equals the older one. What answers the
/// person at the keyboard stands second at the latest. UI thread.
class BannerStack final : public ThemedWidget
{
    Q_OBJECT
public:
    explicit BannerStack(const style::Theme &theme, QWidget *parent = nullptr);

    static constexpr int kShown = 2;

    /// The banner of this key, made when there is none; order() after its content is set.
    Banner &banner(const QString &key);
    [[nodiscard]] bool has(const QString &key) const;
    void remove(const QString &key);
    /// Sorts again after the content of a banner changed.
    void order();

    /// What would stand in further banners that nobody would see: counted, not made.
    void setFurther(int further);

    [[nodiscard]] int count() const { return static_cast<int>(m_banners.size()); }
    [[nodiscard]] int hiddenCount() const;
    [[nodiscard]] QList<QString> keys() const;
    [[nodiscard]] QList<QString> shownKeys() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void countRest();

    QList<Banner *> m_banners; ///< children, the most urgent first
    QVBoxLayout *m_layout;
    TextLabel *m_rest;
    int m_further = 0;
};

} // namespace watchroom::widgets
