// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/secretsgroup.h"

#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using widgets::ButtonKind;
using widgets::ButtonSize;

SecretsGroup::SecretsGroup(const style::Theme &theme, QWidget *parent)
    : SettingsGroup(
        theme, [] { return tr("Team secrets"); }, parent)
    , m_list(new QWidget(this))
{
    setObjectName(u"secretsGroup"_s);
    m_list->setObjectName(u"secretsList"_s);
    (new QVBoxLayout(m_list))->setContentsMargins({});
    addWords(u"secretsMeaning"_s, [this] {
        return m_lead ? tr("Credentials of metric sources, chat robots and mail that the server "
                           "gives to the stations named. Nobody can read a value back.")
                      : tr("Credentials that the server gives to the stations. A shift lead or an "
                           "administrator sets them here.");
    });
    addWide(m_list);
    auto *foot = addFoot();
    m_show = widgets::makeButton(
        theme, ButtonKind::Secondary, u"showSecrets"_s, {}, {}, ButtonSize::Normal, this);
    m_set = widgets::makeButton(
        theme, ButtonKind::Primary, u"newSecret"_s, {}, {}, ButtonSize::Normal, this);
    foot->addWidget(m_show);
    foot->addWidget(m_set);
    foot->addStretch();
    m_told = addWords(u"secretsTold"_s, [this] { return m_sentence ? m_sentence() : QString(); });
    SettingsGroup::themeChanged();
    SecretsGroup::retranslate();
    connect(m_show, &QPushButton::clicked, this, &SecretsGroup::listAsked);
    connect(m_set, &QPushButton::clicked, this, [this] { Q_EMIT setAsked(std::nullopt); });
}

void SecretsGroup::setViewer(const QString &login, bool lead)
{
    if (login == m_login && lead == m_lead)
        return;
    m_login = login;
    m_lead = lead;
    m_secrets.reset();
    m_sentence = {};
    retranslate();
}

void SecretsGroup::setNames(const words::Names &names)
{
    m_names = names;
    showList();
}

void SecretsGroup::setSecrets(const QList<remote::SecretInfo> &secrets)
{
    m_secrets = secrets;
    retranslate();
}

void SecretsGroup::tell(const std::function<QString()> &sentence)
{
    m_sentence = sentence;
    retranslate();
}

void SecretsGroup::showList()
{
    if (m_rows != nullptr) {
        // A row's own button may be what was just pressed.
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = nullptr;
    m_list->setVisible(m_lead && m_secrets.has_value());
    if (!m_lead || !m_secrets)
        return;
    m_rows = new QWidget(m_list);
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(scaled(16));
    m_grid->setVerticalSpacing(scaled(6));
    m_grid->setColumnStretch(2, 1);
    m_row = 0;
    for (const remote::SecretInfo &secret : *m_secrets)
        addSecret(secret);
    if (m_secrets->isEmpty())
        addLabel(0, tr("The team has no secrets."));
    m_list->layout()->addWidget(m_rows);
}

void SecretsGroup::addLabel(int column, const QString &text, bool bold)
{
    auto *label = new QLabel(text, m_rows);
    label->setTextFormat(Qt::PlainText);
    label->setMinimumHeight(scaled(24));
    label->setWordWrap(column == 2);
    if (bold)
        label->setFont(theme().font(style::FontRole::Body, style::Weight::Bold));
    m_grid->addWidget(label, m_row, column);
}

QString SecretsGroup::receiversOf(const remote::SecretInfo &secret) const
{
    QStringList all;
    for (const QString &kind : secret.receivers.kinds)
        all.append(words::allOfKind(kind));
    return words::list(all + secret.receivers.stations);
}

void SecretsGroup::addSecret(const remote::SecretInfo &secret)
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const QString person = m_names.person ? m_names.person(secret.setBy) : secret.setBy;
    addLabel(0, secret.name, true);
    addLabel(1, words::secretKind(secret.kind));
    addLabel(2, receiversOf(secret));
    addLabel(3,
        tr("%1, %2 %3")
            .arg(person, words::date(secret.setAt, zone), words::timeOfDay(secret.setAt, zone)));
    const auto button = [&](int column, ButtonKind kind, const QString &name, const QString &text) {
        auto *made = widgets::makeButton(
            theme(), kind, name + secret.name, text, {}, ButtonSize::Small, m_rows);
        m_grid->addWidget(made, m_row, column);
        return made;
    };
    auto *replace = button(4, ButtonKind::Secondary, u"replace_"_s, tr("Replace"));
    replace->setAccessibleName(tr("Replace the team secret %1").arg(secret.name));
    connect(replace, &QPushButton::clicked, this, [this, secret] { Q_EMIT setAsked(secret); });
    auto *remove = button(5, ButtonKind::Destructive, u"remove_"_s, tr("Remove…"));
    remove->setAccessibleName(tr("Remove the team secret %1").arg(secret.name));
    connect(remove, &QPushButton::clicked, this, [this, secret] { Q_EMIT removeAsked(secret); });
    ++m_row;
}

void SecretsGroup::retranslate()
{
    SettingsGroup::retranslate();
    m_show->setText(m_secrets ? tr("Look again") : tr("Show the list"));
    m_set->setText(tr("Set a secret"));
    m_show->setVisible(m_lead);
    m_set->setVisible(m_lead);
    m_told->setVisible(!m_told->text().isEmpty());
    showList();
}

} // namespace watchroom::ui
