// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/workerthread.h"
#include "app/programs/console/core.h"
#include "app/words/language.h"
#include "ui/shell/faultwindow.h"
#include "ui/style/theme.h"

#include <QObject>

#include <memory>
#include <optional>

class QApplication;

namespace watchroom::programs {

/// Opens the workspace for the console; where that fails, says why in a window of its own and goes
/// the way on that is chosen there. UI thread.
class Opening : public QObject
{
    Q_OBJECT

public:
    struct Wishes
    {
        QString folder;
        bool demo = false;
        std::optional<words::Language::Code> language; ///< else the desk's own
        std::optional<style::ThemeKind> theme;
    };

    Opening(QApplication &application, const Wishes &wishes, QObject *parent = nullptr);
    ~Opening() override;

    /// Ends with opened(), at once or after somebody mended what was wrong, or with quitAsked().
    void begin();
    /// Once, after opened().
    [[nodiscard]] std::unique_ptr<Core> takeCore() { return std::move(m_core); }
    /// What was put aside on the way.
    [[nodiscard]] const std::optional<store::Store::Salvaged> &salvaged() const
    {
        return m_salvaged;
    }
    /// The data put aside were the only copy.
    [[nodiscard]] bool lostAll() const { return m_lostAll; }
    [[nodiscard]] ui::FaultWindow *window() const { return m_window.get(); }

Q_SIGNALS:
    void opened();
    void quitAsked();

private:
    void say(const base::Error &error);
    void remedy();
    [[nodiscard]] ui::FaultWindow::Remedy remedyFor(const base::Error &error) const;

    QApplication &m_application;
    Wishes m_wishes;
    std::unique_ptr<Core> m_core;
    std::optional<store::Store::Salvaged> m_salvaged;
    bool m_lostAll = false;
    ui::FaultWindow::Remedy m_remedy = ui::FaultWindow::Remedy::None;
    base::CorrectedClock m_clock;
    words::Language m_language;
    style::Theme m_theme;
    std::unique_ptr<ui::FaultWindow> m_window; ///< only once something was wrong
    base::WorkerThread m_thread;
};

} // namespace watchroom::programs
