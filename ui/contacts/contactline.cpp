// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactline.h"

#include "app/words/terms.h"
#include "ui/contacts/contactwords.h"

#include <QCoreApplication>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using contacts::CallGround;
using contacts::Contact;

namespace {

ContactLine lineOf(const Contact &contact, int way, const LineSource &source)
{
    return {.contact = contact,
        .way = way,
        .verified = verification(contact, source.now),
        .due = contact.isVerificationDue(source.now)};
}

QString groundOf(const contacts::CallLine &line, const LineSource &source)
{
    switch (line.ground) {
    case CallGround::Place:
    case CallGround::Above:
        return source.targetName(line.about);
    case CallGround::Team:
        return QCoreApplication::translate("call", "Works on this incident");
    case CallGround::Tag:
        return words::group(line.about);
    }
    return {};
}

} // namespace

QList<ContactLine> contactLines(const QList<Contact> &contacts, const LineSource &source)
{
    QList<ContactLine> lines;
    for (const Contact &contact : contacts)
        lines.append(lineOf(contact, contact.ways.isEmpty() ? -1 : 0, source));
    return lines;
}

QList<ContactLine> callLines(const Contact &contact, const LineSource &source)
{
    QList<ContactLine> lines;
    for (int way = 0; way < contact.ways.size(); ++way) {
        if (contact.ways.at(way).kind == "email"_L1)
            continue;
        lines.append(lineOf(contact, way, source));
        const auto *call = source.calls.last(contact.id, contact.ways.at(way).value);
        if (!call)
            continue;
        lines.last().said = said(*call, source.personName);
        lines.last().reached = call->result == contacts::CallResult::Reached;
    }
    if (lines.isEmpty())
        lines.append(lineOf(contact, -1, source));
    return lines;
}

QList<ContactLine> callLines(const contacts::CallLine &line, const LineSource &source)
{
    QList<ContactLine> lines = callLines(line.contact, source);
    for (ContactLine &one : lines)
        one.ground = groundOf(line, source);
    return lines;
}

} // namespace watchroom::ui
