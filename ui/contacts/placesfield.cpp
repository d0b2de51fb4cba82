// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/placesfield.h"

#include "app/incidents/directory.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using incidents::Target;

namespace {
constexpr int kListWidth = 132; ///< px at a text factor of 1
}

QStringList listed(const QString &text)
{
    static const QRegularExpression commas(u"[,，、]"_s);
    QStringList words;
    const auto parts = text.split(commas);
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty() && !words.contains(part.trimmed()))
            words.append(part.trimmed());
    }
    return words;
}

PlacesField::PlacesField(
    const style::Theme &theme, const incidents::Directory &directory, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_directory(directory)
    , m_names(new QLineEdit(this))
    , m_all(new QComboBox(this))
{
    m_names->setObjectName(u"placeNames"_s);
    m_names->setAccessibleName(tr("Places"));
    m_all->setObjectName(u"addPlace"_s);
    m_all->setAccessibleName(tr("Add a place"));
    m_all->setFixedWidth(scaled(kListWidth));
    m_all->addItem(tr("Add a place"));
    for (const Target &target : directory.targets())
        m_all->addItem(directory.targetName(target.key));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(4));
    layout->addWidget(m_names, 1);
    layout->addWidget(m_all);
    setFocusProxy(m_names);
    connect(m_all, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            m_names->setText((listed(m_names->text()) << m_all->itemText(index)).join(u", "_s));
        m_all->setCurrentIndex(0);
    });
}

void PlacesField::setPlaces(const QStringList &keys)
{
    QStringList names;
    for (const QString &key : keys)
        names.append(m_directory.targetName(key));
    m_names->setText(names.join(u", "_s));
}

QStringList PlacesField::places(QStringList *unknown) const
{
    QStringList keys;
    const QList<Target> targets = m_directory.targets();
    const QStringList names = listed(m_names->text());
    for (const QString &name : names) {
        const auto found = std::ranges::find_if(targets, [&name](const Target &target) {
            return target.key == name || target.name == name || target.nameEn == name;
        });
        if (found == targets.cend())
            unknown->append(name);
        else if (!keys.contains(found->key))
            keys.append(found->key);
    }
    return keys;
}

} // namespace watchroom::ui
