// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/sourcegroup.h"

#include "app/quality/mapping.h"
#include "app/words/errors.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using base::Error;
using widgets::ButtonKind;
using widgets::SegmentedControl;
using Kind = SourceChoice::Kind;

SourceGroup::SourceGroup(const style::Theme &theme, QWidget *parent)
    : SettingsGroup(
        theme, [] { return tr("Metric source"); }, parent)
    , m_kind(new SegmentedControl(theme, this))
    , m_state(new QLabel(this))
    , m_address(makeField(u"source"_s))
    , m_profile(new QComboBox(this))
    , m_file(makeField(u"mappingFile"_s))
    , m_credential(new QComboBox(this))
    , m_user(makeField(u"sourceUser"_s))
    , m_secret(makeField(u"sourceSecret"_s))
    , m_authority(makeField(u"sourceAuthority"_s))
{
    setObjectName(u"sourceGroup"_s);
    m_kind->setObjectName(u"sourceKind"_s);
    m_state->setObjectName(u"sourceStatus"_s);
    m_state->setWordWrap(true);
    m_state->setFixedWidth(fieldWidth());
    m_profile->setObjectName(u"mapping"_s);
    m_profile->setMinimumWidth(theme.scaled(280));
    m_credential->setObjectName(u"sourceCredential"_s);
    m_credential->setMinimumWidth(theme.scaled(280));
    m_secret->setEchoMode(QLineEdit::Password);
    build();
    SettingsGroup::themeChanged();
    SourceGroup::retranslate();
    showFields();
    connectFields();
}

void SourceGroup::build()
{
    const auto button = [this](ButtonKind kind, const QString &name) {
        return widgets::makeButton(theme(), kind, name, {}, {}, widgets::ButtonSize::Normal, this);
    };
    m_test = button(ButtonKind::Secondary, u"testSource"_s);
    m_save = button(ButtonKind::Primary, u"saveSource"_s);
    addRow(m_state, [] { return tr("State"); });
    addRow(m_kind, [] { return tr("Kind"); });
    addRow(m_address, [] { return tr("Address"); });
    addRow(m_profile, [] { return tr("Mapping"); });
    addRow(withBrowse(m_file, u"browseMapping"_s), [] { return tr("Mapping file"); });
    addRow(m_credential, [] { return tr("Credential"); });
    addRow(m_user, [] { return tr("User name"); });
    addRow(m_secret, [] { return tr("Password or token"); });
    addRow(withBrowse(m_authority, u"browseAuthority"_s), [] { return tr("Authority file"); });
    auto *foot = addFoot();
    foot->addWidget(m_test);
    foot->addWidget(m_save);
    foot->addStretch();
    m_result = addWords(u"sourceResult"_s, [] { return QString(); });
    m_ofPrometheus = {m_address, m_profile, m_file, m_credential, m_user, m_secret, m_authority};
}

QWidget *SourceGroup::withBrowse(QLineEdit *field, const QString &name)
{
    auto *both = new QWidget(this);
    auto *line = new QHBoxLayout(both);
    line->setContentsMargins({});
    line->setSpacing(scaled(8));
    auto *button = widgets::makeButton(
        theme(), ButtonKind::Secondary, name, {}, {}, widgets::ButtonSize::Normal, both);
    line->addWidget(field);
    line->addWidget(button);
    both->setFocusProxy(field);
    connect(button, &QPushButton::clicked, this, [this, field] { browse(field); });
    return both;
}

void SourceGroup::browse(QLineEdit *field)
{
    auto *dialog = new QFileDialog(this, tr("Choose a file"), field->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, field, [this, field](const QString &file) {
        field->setText(file);
        edited();
    });
    dialog->open();
}

void SourceGroup::connectFields()
{
    connect(m_kind, &SegmentedControl::currentChanged, this, [this] {
        showFields();
        edited();
    });
    connect(m_profile, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        edited();
    });
    connect(m_credential, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        edited();
    });
    for (QLineEdit *field : {m_address, m_file, m_user, m_secret, m_authority})
        connect(field, &QLineEdit::textEdited, this, &SourceGroup::edited);
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (!isSound())
            return;
        m_told = Told::Testing;
        refresh();
        Q_EMIT testAsked(choice());
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (isSound())
            Q_EMIT saveAsked(choice());
    });
}

void SourceGroup::setSource(const SourceChoice &source)
{
    m_source = source;
    m_kind->setCurrent(int(source.kind));
    m_address->setText(source.address);
    const int profile = source.mapping.isEmpty() ? 0 : m_profile->findData(source.mapping);
    m_profile->setCurrentIndex(profile >= 0 ? profile : m_profile->count() - 1);
    m_file->setText(profile >= 0 ? QString() : source.mapping);
    m_user->setText(source.user);
    fillCredentials(source.teamSecret);
    m_secret->clear();
    m_authority->setText(source.authority);
    showFields();
    retranslate();
}

SourceChoice SourceGroup::choice() const
{
    const bool ownFile = m_profile->currentIndex() == m_profile->count() - 1;
    return {.kind = Kind(m_kind->current()),
        .address = m_address->text().trimmed(),
        .mapping = ownFile ? m_file->text().trimmed() : m_profile->currentData().toString(),
        .user = m_user->text().trimmed(),
        .teamSecret = teamSecret(),
        .secret = m_secret->text(),
        .hasSecret = m_source.hasSecret || !m_secret->text().isEmpty(),
        .authority = m_authority->text().trimmed()};
}

void SourceGroup::setTeamSecrets(const QStringList &names)
{
    m_teamSecrets = names;
    fillCredentials(teamSecret());
    showFields();
}

QString SourceGroup::teamSecret() const
{
    return m_credential->currentData().toString();
}

void SourceGroup::fillCredentials(const QString &chosen)
{
    const QSignalBlocker quiet(m_credential);
    m_credential->clear();
    m_credential->addItem(tr("This station's own"), QString());
    QStringList names = m_teamSecrets;
    if (!chosen.isEmpty() && !names.contains(chosen)) // not handed out, or not yet
        names.append(chosen);
    for (const QString &name : std::as_const(names))
        m_credential->addItem(tr("Team secret: %1").arg(name), name);
    m_credential->setCurrentIndex(std::max(0, m_credential->findData(chosen)));
}

void SourceGroup::setState(const QString &sentence)
{
    m_state->setText(sentence);
}

bool SourceGroup::isSound()
{
    const SourceChoice wanted = choice();
    const bool asked = wanted.kind == Kind::Prometheus;
    const QUrl url(wanted.address, QUrl::StrictMode);
    const bool isAddress = url.isValid() && !url.host().isEmpty()
        && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && url.userInfo().isEmpty()
        && !url.path().contains("/api/v1"_L1);
    const auto say = [asked](bool good, const QString &code, const QString &file = {}) {
        return !asked || good
            ? QString()
            : words::errorSentence({Error::Kind::Invalid, {}, code, {{u"file"_s, file}}});
    };
    const QString address = say(isAddress, u"source_address"_s);
    const bool fileMissing =
        m_profile->currentIndex() == m_profile->count() - 1 && wanted.mapping.isEmpty();
    const QString file = say(!fileMissing, u"mapping_missing"_s);
    showProblem(*m_address, address);
    showProblem(*m_file, file);
    showProblem(*m_authority, {});
    showProblem(*m_secret, {});
    return address.isEmpty() && file.isEmpty();
}

void SourceGroup::edited()
{
    m_told = Told::Nothing;
    for (QLineEdit *field : {m_address, m_file, m_secret, m_authority})
        showProblem(*field, {});
    refresh();
}

void SourceGroup::fail(const Error &error)
{
    m_told = Told::Failed;
    m_error = error;
    const QString sentence = words::errorSentence(error);
    if (error.code.startsWith("mapping_"_L1) && m_file->isVisibleTo(this))
        showProblem(*m_file, sentence);
    else if (error.code == "source_ca_unreadable"_L1 || error.code == "source_certificate"_L1)
        showProblem(*m_authority, sentence);
    else if (error.code == "source_credentials"_L1 && teamSecret().isEmpty())
        showProblem(*m_secret, sentence);
    else if (error.code == "source_address"_L1 || error.code == "source_unreachable"_L1
        || error.code == "source_not_prometheus"_L1)
        showProblem(*m_address, sentence);
    refresh();
}

void SourceGroup::tellTested(const base::Result<int> &values)
{
    if (m_told != Told::Testing)
        return;
    if (!values) {
        fail(values.error());
        return;
    }
    m_told = Told::Works;
    m_values = *values;
    refresh();
}

void SourceGroup::tellSaved(const base::Result<> &saved)
{
    if (!saved) {
        fail(saved.error());
        return;
    }
    m_told = Told::Saved;
    m_source = choice();
    m_secret->clear();
    retranslate();
}

void SourceGroup::showFields()
{
    const bool prometheus = m_kind->current() == int(Kind::Prometheus);
    const bool ownFile = m_profile->currentIndex() == m_profile->count() - 1;
    for (QWidget *field : std::as_const(m_ofPrometheus))
        setRowVisible(*field, prometheus && (field != m_file || ownFile));
    // Without a team there is nothing to choose.
    setRowVisible(*m_credential, prometheus && m_credential->count() > 1);
    setRowVisible(*m_secret, prometheus && teamSecret().isEmpty());
    m_test->setVisible(prometheus);
}

void SourceGroup::refresh()
{
    QString text;
    switch (m_told) {
    case Told::Nothing:
        break;
    case Told::Testing:
        text = tr("Asking the source…");
        break;
    case Told::Works:
        text = tr("The source answers: %n current value(s).", nullptr, m_values);
        break;
    case Told::Failed:
        text = words::errorSentence(m_error);
        break;
    case Told::Saved:
        text = tr("Saved and in use from now on.");
        break;
    }
    m_result->setText(text);
    // What a field says already is not said twice.
    m_result->setVisible(!text.isEmpty() && !hasProblem());
    m_test->setEnabled(m_told != Told::Testing);
}

void SourceGroup::retranslate()
{
    const QString state = m_state->text();
    SettingsGroup::retranslate();
    m_state->setText(state);
    m_kind->setItems({tr("None"), tr("Simulator"), u"Prometheus"_s});
    const int chosen = std::max(0, m_profile->currentIndex());
    const QSignalBlocker quiet(m_profile);
    m_profile->clear();
    for (const QString &profile : quality::shippedProfiles())
        m_profile->addItem(profile, profile);
    m_profile->addItem(tr("A file of your own"), QString());
    m_profile->setCurrentIndex(std::min(chosen, m_profile->count() - 1));
    fillCredentials(teamSecret());
    m_address->setPlaceholderText(u"http://prometheus:9090"_s);
    m_user->setPlaceholderText(tr("Only where the source asks for one; empty with a token"));
    m_secret->setPlaceholderText(
        m_source.hasSecret ? tr("Stored; type a new one to change it") : QString());
    m_authority->setPlaceholderText(tr("Only for an authority of your own (PEM)"));
    for (const QString &name : {u"browseMapping"_s, u"browseAuthority"_s})
        findChild<QPushButton *>(name)->setText(tr("Choose…"));
    m_test->setText(tr("Test connection"));
    m_save->setText(tr("Save"));
    refresh();
}

} // namespace watchroom::ui
