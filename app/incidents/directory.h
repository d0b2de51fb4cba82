// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/row.h"
#include "app/store/store.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace watchroom::incidents {

struct Person
{
    QString login;
    QString name;
    QString layer;
    QString group;
    bool active = true;
    bool senior = false; ///< has a right: lead, command or admin
    bool lead = false; ///< lead or admin: may set team secrets
};

struct Target
{
    QString key;
    QString parent;
    QString kind;
    QString name;
    QString nameEn;
};

/// Who and where: names of people and targets for screens that show rows of others. UI thread.
class Directory : public QObject
{
    Q_OBJECT

public:
    explicit Directory(store::Store &store, QObject *parent = nullptr);

    /// Which of a target's two names is shown.
    void setEnglish(bool english);

    /// The login itself when nobody has it; empty for empty.
    [[nodiscard]] QString personName(const QString &login) const;
    [[nodiscard]] QString targetName(const QString &key) const;
    [[nodiscard]] bool isSenior(const QString &login) const;
    [[nodiscard]] bool isLead(const QString &login) const; ///< or an administrator
    [[nodiscard]] QList<Person> people() const; ///< active ones, by name
    [[nodiscard]] QList<Target> targets() const;

Q_SIGNALS:
    void changed();

private:
    void load();

    store::Store &m_store;
    bool m_english = false;
    QHash<QString, Person> m_people;
    QHash<QString, Target> m_targets;
};

} // namespace watchroom::incidents
