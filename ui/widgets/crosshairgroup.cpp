// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/crosshairgroup.h"

namespace watchroom::widgets {

void CrosshairGroup::setTime(std::optional<qint64> time)
{
    if (time == m_time)
        return;
    m_time = time;
    Q_EMIT timeChanged();
}

} // namespace watchroom::widgets
