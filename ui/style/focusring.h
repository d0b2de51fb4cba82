// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFocusFrame>
#include <QObject>
#include <QPointer>

namespace watchroom::style {

/// Lays one ring around the control that has the keyboard. The ring lies outside the control,
/// which a style cannot paint by itself; the style draws it as CE_FocusFrame. UI thread.
class FocusRing final : public QObject
{
    Q_OBJECT
public:
    explicit FocusRing(QObject *parent = nullptr);
    ~FocusRing() override;

    /// Widgets that get the ring; fields change their border and views mark their row instead.
    /// A widget of ours asks for it with the dynamic property "focusRing".
    [[nodiscard]] static bool wants(const QWidget &widget);
    void watch(QWidget &widget);
    [[nodiscard]] QWidget *ringed() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(QWidget &widget);

    QPointer<QFocusFrame> m_frame; ///< its parent is the window it lies in
};

} // namespace watchroom::style
