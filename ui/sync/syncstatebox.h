// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/syncstatus.h"
#include "ui/widgets/themedwidget.h"

#include <array>

class QLabel;
class QPushButton;

namespace watchroom::ui {

/// The state of sync in figures, and what can be asked of it. UI thread.
class SyncStateBox : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit SyncStateBox(const style::Theme &theme, QWidget *parent = nullptr);

    void setStatus(const sync::SyncStatus &status);
    void retranslate();

Q_SIGNALS:
    void syncAsked();
    void auditAsked();
    void diagnosticsAsked();
    void serverAccepted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum Line
    {
        State,
        Pending,
        Contact,
        Lag,
        Clock,
        Audit,
        Online,
        Epoch,
        Count
    };
    [[nodiscard]] QString lineText(Line line) const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString clockText() const;

    sync::SyncStatus m_status;
    std::array<QLabel *, Count> m_words{};
    std::array<QLabel *, Count> m_values{};
    QPushButton *m_sync;
    QPushButton *m_audit;
    QPushButton *m_diagnostics;
    QPushButton *m_accept;
};

} // namespace watchroom::ui
