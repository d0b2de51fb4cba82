// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/quality/qualityservice.h"

#include <QObject>
#include <QSet>

namespace watchroom::quality {

/// Which targets screens show: those the source lists, else those of the rows; and whatever else
/// values come from, by its key, so that nothing that is measured stays unseen. UI thread.
class KnownTargets : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void setListed(const QList<TargetInfo> &targets); ///< by the source; forgets what was heard
    void setRows(const QList<TargetInfo> &targets);
    void hear(const QualityUpdate &update);
    [[nodiscard]] QList<TargetInfo> targets() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const QList<TargetInfo> &named() const
    {
        return m_listed.isEmpty() ? m_rows : m_listed;
    }
    void renew();

    QList<TargetInfo> m_listed;
    QList<TargetInfo> m_rows;
    QSet<QString> m_keys; ///< of those that have a name
    QSet<QString> m_heard; ///< of those that have none
};

} // namespace watchroom::quality
