// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/ctl/teamzone.h"

#include "app/domain/policy.h"
#include "app/programs/ctl/context.h"

#include <QTimeZone>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;

QByteArray teamZone(Context &context)
{
    const auto policy = context.read<QList<domain::Row>>([](store::Reader &reader) {
        return reader.rows(u"policy"_s, {}, {}, u"ORDER BY version DESC LIMIT 1"_s);
    });
    if (policy && !policy->isEmpty()) {
        if (const auto parsed = domain::parsePolicy(policy->first().value("doc"_L1).toObject()))
            return parsed->zone;
    }
    return QTimeZone::systemTimeZoneId();
}

} // namespace watchroom::ctl
