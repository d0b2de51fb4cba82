// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace watchroom::programs {

class Console;

/// Shows every page in both themes and languages, one after the other, and saves a picture of each;
/// then it quits the program. UI thread.
class Tour : public QObject
{
    Q_OBJECT

public:
    Tour(Console &console, const QString &folder, QObject *parent = nullptr);

    void start();

private:
    struct Stop
    {
        QString picture;
        std::function<void()> show;
    };

    void plan();
    void addQuality(const QString &suffix);
    void addPages(const QString &suffix, const std::function<void()> &look);
    void next();
    void photograph();

    Console &m_console;
    QString m_folder;
    std::vector<Stop> m_stops;
    std::size_t m_at = 0;
    QTimer m_timer;
};

} // namespace watchroom::programs
