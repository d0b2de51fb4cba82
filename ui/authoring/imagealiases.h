// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace watchroom::ui {

/// The ids of images while a text is written: 64 digits are nothing to read, eight tell them
/// apart. A value.
class ImageAliases
{
public:
    /// With short ids, which whole() knows then.
    [[nodiscard]] QString shortened(const QString &markdown);
    [[nodiscard]] QString whole(const QString &markdown) const;

private:
    QHash<QString, QString> m_hashes; ///< by what stands for them
};

} // namespace watchroom::ui
