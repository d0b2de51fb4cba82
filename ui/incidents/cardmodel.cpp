// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/cardmodel.h"

#include "app/incidents/incidentsmodel.h"
#include "ui/incidents/cardcontent.h"

namespace watchroom::ui {

using incidents::IncidentsModel;

CardModel::CardModel(const QString &stage, std::function<base::Instant()> now, QObject *parent)
    : BoardColumnModel(stage, parent)
    , m_now(std::move(now))
    , m_policy(domain::defaultPolicy())
{
}

QVariant CardModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole)
        return BoardColumnModel::data(index, role);
    const auto text = [&index](int from) { return index.data(from).toString(); };
    CardContent card = cardContent(
        index.data(IncidentsModel::IncidentRole).value<incidents::Incident>(),
        text(IncidentsModel::PlaceRole), text(IncidentsModel::OwnerNameRole), m_policy, m_now());
    card.unsent = text(IncidentsModel::UnsentRole);
    return card.spoken();
}

} // namespace watchroom::ui
