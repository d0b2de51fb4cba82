// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <tl/expected.hpp>

namespace watchroom::base {

/// Why something could not be done. The kinds are closed: app/words has one sentence for each.
struct Error
{
    enum class Kind
    {
        Offline, ///< the other side cannot be reached now; what was asked is kept or may be retried
        Denied, ///< a rule or a right refuses it; `code` names the rule
        Conflict, ///< somebody else changed the same thing first
        NotFound,
        Invalid, ///< the input is wrong; `code` names what
        TooNew, ///< made by a newer Watchroom
        Corrupt, ///< a file or an answer is damaged
        Internal,
    };

    Kind kind = Kind::Internal;
    QString detail; ///< English, for the log; never shown and never secret
    QString code =
        {}; ///< a rule's or an input's code word (domain/codes.h), for the sentence shown
    QJsonObject params = {}; ///< what the sentence fills in
};

/// Lower case code word of a kind, as watchroomctl prints it: "offline", "too_new".
[[nodiscard]] QString kindName(Error::Kind kind);

/// A value, or the reason there is none.
template <class T = void>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
};

/// The failed Result of any type: `return failure(Error::Kind::Offline, u"..."_s);`.
[[nodiscard]] inline tl::unexpected<Error> failure(Error::Kind kind, const QString &detail,
    const QString &code = {}, const QJsonObject &params = {})
{
    return tl::unexpected<Error>(Error{kind, detail, code, params});
}

} // namespace watchroom::base
