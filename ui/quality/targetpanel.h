// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

class QStackedWidget;

namespace watchroom::quality {
class TargetsModel;
}
namespace watchroom::widgets {
class EmptyState;
class SearchField;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class SpokenTargets;
class TargetTree;

/// What is watched: a head with sums, a filter, the tree. UI thread.
class TargetPanel : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    TargetPanel(
        const style::Theme &theme, quality::TargetsModel &targets, QWidget *parent = nullptr);

    /// The target that is chosen; empty: none.
    [[nodiscard]] const QString &target() const { return m_target; }
    /// Of a group, the worst below it. False when there is none of that key; takes the filter away
    /// if it hides it.
    bool choose(const QString &target);
    /// Chooses the target in the worst state, of several the first.
    void chooseWorst();
    [[nodiscard]] QString nameOf(const QString &target) const;
    [[nodiscard]] QModelIndex indexOf(const QString &target) const;
    void setEnglish(bool english);
    void setNoSource(bool none);
    void focusFilter();

Q_SIGNALS:
    void targetChosen(const QString &target);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    void build();
    [[nodiscard]] QModelIndex worstBelow(const QModelIndex &parent) const;
    void follow(const QModelIndex &current);
    void restore();
    void count();
    void refilter();
    void retranslate();
    void showState();

    SpokenTargets *m_model;
    QString m_target;
    bool m_noSource = false;
    bool m_restoring = false;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_sums;
    widgets::SearchField *m_filter;
    QStackedWidget *m_stack;
    TargetTree *m_tree;
    widgets::EmptyState *m_empty;
};

} // namespace watchroom::ui
