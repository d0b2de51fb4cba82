// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

namespace watchroom::widgets {

/// The moment several charts point at together. UI thread.
class CrosshairGroup final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Milliseconds since 1970 UTC; nothing: no crosshair.
    [[nodiscard]] std::optional<qint64> time() const { return m_time; }
    void setTime(std::optional<qint64> time);

Q_SIGNALS:
    void timeChanged();

private:
    std::optional<qint64> m_time;
};

} // namespace watchroom::widgets
