// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/library.h"
#include "ui/widgets/themedwidget.h"

class QPushButton;
class QVBoxLayout;

namespace watchroom::ui {

/// The step somebody is on, in the text they began with and in the newer one: neither is ticked or
/// copied before one of them is chosen. UI thread.
class StepChoice final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Side
    {
        int version = 0;
        int number = 0; ///< of the step in it; 0: it is no more there
        QString text;
        QString aside; ///< since when, by whom, why
        friend bool operator==(const Side &, const Side &) = default;
    };
    struct Content
    {
        Side begun;
        Side newer;
        friend bool operator==(const Content &, const Content &) = default;
    };
    /// The texts of both versions; null: not here, then the step's own line is all there is.
    struct Texts
    {
        knowledge::Library::Opened begun;
        knowledge::Library::Opened newer;
    };

    StepChoice(const style::Theme &theme, const Content &content, const Texts &texts,
        const store::BlobFolder &files, QWidget *parent = nullptr);

Q_SIGNALS:
    void newerChosen();
    void begunChosen();
    /// Somebody wants to copy before the choice.
    void lockedAsked();

private:
    [[nodiscard]] QWidget *makeSide(const Side &side, const QString &marked,
        const knowledge::Library::Opened &text, const store::BlobFolder &files, bool newer);
    [[nodiscard]] QWidget *makeButtons(const Content &content);
};

} // namespace watchroom::ui
