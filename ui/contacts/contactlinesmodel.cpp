// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactlinesmodel.h"

#include "ui/contacts/contactwords.h"

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {

bool areSameRows(const QList<ContactLine> &a, const QList<ContactLine> &b)
{
    return std::ranges::equal(a, b, [](const ContactLine &one, const ContactLine &other) {
        return one.contact.id == other.contact.id && one.way == other.way;
    });
}

QString spoken(const ContactLine &line)
{
    QStringList all{line.contact.name, line.contact.org, line.ground};
    if (line.way >= 0) {
        const contacts::ContactWay &way = line.contact.ways.at(line.way);
        all << wayKind(way.kind) + u' ' + way.value << way.note;
    }
    all << line.said << line.verified;
    all.removeAll(QString());
    return all.join(u", "_s);
}

} // namespace

ContactLinesModel::ContactLinesModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void ContactLinesModel::setLines(const QList<ContactLine> &lines)
{
    if (!areSameRows(lines, m_lines)) {
        beginResetModel();
        m_lines = lines;
        endResetModel();
        return;
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (m_lines.at(i) == lines.at(i))
            continue;
        m_lines[i] = lines.at(i);
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

int ContactLinesModel::rowOf(const QUuid &contact, int way) const
{
    int first = -1;
    for (int row = 0; row < m_lines.size(); ++row) {
        if (m_lines.at(row).contact.id != contact)
            continue;
        if (m_lines.at(row).way == way)
            return row;
        if (first < 0)
            first = row;
    }
    return first;
}

int ContactLinesModel::rowAfter(int row, bool reached) const
{
    int next = row + 1;
    while (reached && next < m_lines.size()
        && m_lines.at(next).contact.id == m_lines.at(row).contact.id)
        ++next;
    return next < m_lines.size() ? next : -1;
}

int ContactLinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant ContactLinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ContactLine &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return line.contact.name;
    case Qt::AccessibleTextRole:
        return spoken(line);
    case LineRole:
        return QVariant::fromValue(line);
    default:
        return {};
    }
}

} // namespace watchroom::ui
