// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/store/store.h"

#include <QList>
#include <QObject>
#include <QUuid>

#include <optional>

namespace watchroom::incidents {

/// One passage through a stage; a stage gone back to has several.
struct StagePassage
{
    qint64 n = 0;
    QString stage; ///< code word
    QString owner; ///< login
    std::optional<base::Instant> enteredAt;
    std::optional<base::Instant> dueAt;
    std::optional<base::Instant> leftAt; ///< none: the present one
    qint64 waitedSeconds = 0;
};

/// The way an incident has come, oldest first; follows the rows. UI thread.
class StageHistory : public QObject
{
    Q_OBJECT

public:
    explicit StageHistory(store::Store &store, QObject *parent = nullptr);

    void setIncident(const QUuid &incident);
    [[nodiscard]] const QList<StagePassage> &passages() const { return m_passages; }
    /// The last passage through a stage.
    [[nodiscard]] const StagePassage *last(QStringView stage) const;

Q_SIGNALS:
    void changed();

private:
    void load();

    store::Store &m_store;
    QUuid m_incident;
    QList<StagePassage> m_passages;
};

} // namespace watchroom::incidents
