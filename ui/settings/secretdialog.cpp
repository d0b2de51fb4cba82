// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/secretdialog.h"

#include "app/domain/codes.h"
#include "app/words/errors.h"
#include "app/words/terms.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
namespace codes = domain::codes;

namespace {

constexpr int kWidth = 560;
constexpr int kLongestValue = 8192;
const QStringList kReceivers{u"console"_s, u"agent"_s, u"wall"_s};

LeadDialog::Words wordsFor(const std::optional<remote::SecretInfo> &known)
{
    return {.heading = known ? SecretDialog::tr("Replace the team secret “%1”").arg(known->name)
                             : SecretDialog::tr("Set a team secret"),
        .text = SecretDialog::tr("The server keeps the value and gives it to these stations only. "
                                 "Nobody can read it back here."),
        .act = {.name = u"setSecret"_s,
            .text = known ? SecretDialog::tr("Replace") : SecretDialog::tr("Set")}};
}

QString sentence(const QString &code)
{
    return words::codeSentence(code);
}

} // namespace

SecretDialog::SecretDialog(const style::Theme &theme, QWidget &window,
    const std::optional<remote::SecretInfo> &known, const QString &person, const AskSecret &ask)
    : LeadDialog(
        theme, window, wordsFor(known), person,
        [this, ask](
            const QString &password, const Answer &answer) { ask(draft(), password, answer); },
        kWidth)
    , m_name(makeField(u"secretName"_s, tr("Name")))
    , m_kind(new widgets::SegmentedControl(theme, &box()))
    , m_stations(makeField(u"secretStations"_s, tr("Other stations")))
    , m_value(makeField(u"secretValue"_s, tr("Value")))
{
    setObjectName(u"secretDialog"_s);
    build(known);
    (known ? m_value : m_name)->setFocus();
}

SecretDialog::~SecretDialog()
{
    // What a field holds cannot be overwritten; it is let go at once.
    m_value->clear();
}

void SecretDialog::build(const std::optional<remote::SecretInfo> &known)
{
    m_kind->setObjectName(u"secretKind"_s);
    m_kind->setAccessibleName(tr("What it is for"));
    QStringList kinds;
    for (const QLatin1StringView kind : codes::kSecretKinds)
        kinds.append(words::secretKind(QString(kind)));
    m_kind->setItems(kinds);
    m_name->setMaxLength(63);
    m_value->setEchoMode(QLineEdit::Password);
    m_value->setMaxLength(kLongestValue);
    m_value->setPlaceholderText(tr("Token or password"));
    m_stations->setPlaceholderText(tr("Names, separated by commas"));
    auto *receivers = new QWidget(&box());
    auto *line = new QHBoxLayout(receivers);
    line->setContentsMargins({});
    for (const QString &kind : kReceivers) {
        auto *check = new QCheckBox(words::allOfKind(kind), receivers);
        check->setObjectName(u"for_"_s + kind);
        check->setAccessibleName(tr("May use it: %1").arg(check->text()));
        check->setChecked(known ? known->receivers.kinds.contains(kind) : kind != "wall"_L1);
        line->addWidget(check);
        m_kinds.append(check);
    }
    line->addStretch();
    if (known) {
        m_name->setText(known->name);
        m_name->setReadOnly(true);
        m_name->setFocusPolicy(Qt::NoFocus);
        const auto at = std::ranges::find(codes::kSecretKinds, known->kind);
        m_kind->setCurrent(
            at == codes::kSecretKinds.end() ? 0 : int(at - codes::kSecretKinds.begin()));
        m_stations->setText(known->receivers.stations.join(u", "_s));
    }
    addRow(tr("Name"), m_name);
    addRow(tr("What it is for"), m_kind);
    addRow(tr("Who may use it"), receivers);
    addRow(tr("Other stations"), m_stations);
    addRow(tr("Value"), m_value);
}

remote::SecretDraft SecretDialog::draft() const
{
    static const QRegularExpression commas(u"[,，、]"_s);
    remote::SecretReceivers receivers;
    for (qsizetype i = 0; i < m_kinds.size(); ++i) {
        if (m_kinds[i]->isChecked())
            receivers.kinds.append(kReceivers[i]);
    }
    const QStringList names = m_stations->text().split(commas, Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (!name.trimmed().isEmpty())
            receivers.stations.append(name.trimmed());
    }
    return {.name = m_name->text().trimmed(),
        .kind = QString(codes::kSecretKinds[size_t(m_kind->current())]),
        .value = m_value->text(),
        .receivers = receivers};
}

QString SecretDialog::problem() const
{
    const remote::SecretDraft wanted = draft();
    if (wanted.name.isEmpty())
        return sentence(u"secret_name_invalid"_s);
    if (wanted.receivers->kinds.isEmpty() && wanted.receivers->stations.isEmpty())
        return sentence(u"secret_for_nobody"_s);
    return wanted.value.trimmed().isEmpty() ? sentence(u"secret_empty"_s) : QString();
}

} // namespace watchroom::ui
