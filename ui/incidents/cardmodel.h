// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/policy.h"
#include "app/incidents/boardcolumnmodel.h"

#include <functional>

namespace watchroom::ui {

/// The cards of one column as a screen reader says them; everything else is BoardColumnModel's.
/// UI thread.
class CardModel : public incidents::BoardColumnModel
{
    Q_OBJECT

public:
    CardModel(const QString &stage, std::function<base::Instant()> now, QObject *parent = nullptr);

    void setPolicy(const domain::Policy &policy) { m_policy = policy; }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::function<base::Instant()> m_now;
    domain::Policy m_policy;
};

} // namespace watchroom::ui
