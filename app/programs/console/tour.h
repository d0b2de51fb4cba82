// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace watchroom::ui {
class FaultWindow;
}

namespace watchroom::programs {

class Console;

/// Shows every page in both themes and languages, one after the other, and saves a picture of each;
/// then it quits the program. UI thread.
class Tour : public QObject
{
    Q_OBJECT

public:
    Tour(Console &console, const QString &folder, QObject *parent = nullptr);
    ~Tour() override;

    void start();

private:
    struct Stop
    {
        QString picture;
        std::function<void()> show;
        bool settles = true; ///< else it is drawn at once
    };

    void plan();
    void cutSource();
    void addQuality(const QString &suffix);
    void addTickets(const QString &suffix);
    void addRoster(const QString &suffix);
    void addHandover(const QString &suffix);
    void addKnowledge(const QString &suffix);
    void addPages(const QString &suffix, const std::function<void()> &look);
    // What is only seen when something is wrong, or nobody sits here (tour_faults.cpp).
    void addLock(const QString &suffix);
    void addFaultWindows(const QString &suffix);
    void addFaultBanners(const QString &suffix);
    void calm();
    void next();
    void photograph();

    Console &m_console;
    QString m_folder;
    std::vector<Stop> m_stops;
    std::size_t m_at = 0;
    std::unique_ptr<ui::FaultWindow> m_faultWindow; ///< photographed in place of the window
    QTimer m_timer;
};

} // namespace watchroom::programs
