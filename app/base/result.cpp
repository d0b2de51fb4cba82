// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/result.h"

namespace watchroom::base {

using namespace Qt::StringLiterals;

QString kindName(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Offline:
        return u"offline"_s;
    case Error::Kind::Denied:
        return u"denied"_s;
    case Error::Kind::Conflict:
        return u"conflict"_s;
    case Error::Kind::NotFound:
        return u"not_found"_s;
    case Error::Kind::Invalid:
        return u"invalid"_s;
    case Error::Kind::TooNew:
        return u"too_new"_s;
    case Error::Kind::Corrupt:
        return u"corrupt"_s;
    case Error::Kind::Internal:
        break;
    }
    return u"internal"_s;
}

} // namespace watchroom::base
