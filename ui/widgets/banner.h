// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/level.h"
#include "ui/widgets/themedwidget.h"

#include <optional>

class QHBoxLayout;
class QPushButton;

namespace watchroom::widgets {

enum class BannerKind
{
    Level, ///< an alert: tint and border of its level
    Blocking, ///< this station cannot do its duty: 2 px inverse border
    Notice, ///< raised, with an inverse chip
    Drill, ///< dashed
};

struct BannerContent
{
    BannerKind kind = BannerKind::Notice;
    std::optional<style::Level> level; ///< of BannerKind::Level
    QString icon; ///< for the other kinds
    QString head; ///< the level's long word, or the text of the chip
    QString text;
    QString aside; ///< bold at the right: unclaimed
    QString time; ///< after it
    bool answers = false; ///< what the person at the keyboard just did: always among those shown
};

/// A line across the content that stays until it is answered or its cause is gone; where a sentence
/// needs more than one, it has two. UI thread.
class Banner final : public ThemedWidget
{
    Q_OBJECT
public:
    Banner(const style::Theme &theme, const QString &key, QWidget *parent = nullptr);

    /// What it is about; the stack finds it by this.
    [[nodiscard]] QString key() const { return m_key; }
    void setContent(const BannerContent &content);
    [[nodiscard]] const BannerContent &content() const { return m_content; }
    /// A small button at the right end; the caller connects it.
    QPushButton *addButton(const QString &name, const QString &text, bool primary = false);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void themeChanged() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void measure();
    [[nodiscard]] QRectF textRoom() const;
    [[nodiscard]] int lineCount() const;
    void paintFrame(QPainter &painter) const;
    [[nodiscard]] double buttonsWidth() const;

    QString m_key;
    BannerContent m_content;
    QHBoxLayout *m_buttons;
    int m_buttonCount = 0;
    int m_lines = 1;
};

} // namespace watchroom::widgets
