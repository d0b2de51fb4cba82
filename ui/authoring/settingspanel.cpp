// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/settingspanel.h"

#include "app/domain/codes.h"
#include "app/incidents/directory.h"
#include "app/store/pinyininitials.h"
#include "app/words/knowledge.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using articles::ArticleMeta;

namespace {

constexpr int kMostDays = 3650;
constexpr qsizetype kKeyCharacters = 40;

/// Divided by commas of either kind.
QStringList wordsOf(const QString &text)
{
    static const QRegularExpression commas(u"[,，、;；]"_s);
    QStringList all;
    const QStringList parts = text.split(commas, Qt::SkipEmptyParts);
    for (const QString &part : parts)
        if (!part.trimmed().isEmpty() && !all.contains(part.trimmed()))
            all.append(part.trimmed());
    return all;
}

/// Letters as they are typed for it: "Packet loss" is packet-loss, two Han are their initials.
QString keyFor(const QString &title)
{
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    static const QRegularExpression latin(u"^[\\x00-\\x7f]+$"_s);
    QString key = latin.match(title).hasMatch() ? title : store::PinyinInitials().of(title);
    key = key.toLower().replace(others, u"-"_s).left(kKeyCharacters);
    while (key.startsWith(u'-'))
        key.remove(0, 1);
    while (key.endsWith(u'-'))
        key.chop(1);
    return key;
}

void choose(QComboBox &field, const QString &data)
{
    field.setCurrentIndex(std::max(0, field.findData(data)));
}

} // namespace

SettingsPanel::SettingsPanel(
    const style::Theme &theme, const incidents::Directory &directory, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_directory(directory)
    , m_rows(new QVBoxLayout)
    , m_foot(new QVBoxLayout)
    , m_title(add(u"articleTitleField"_s, new QLineEdit(this), QT_TR_NOOP("Title")))
    , m_key(add(u"articleKey"_s, new QLineEdit(this), QT_TR_NOOP("Id, for links")))
    , m_kind(add(u"articleKind"_s, new QComboBox(this), QT_TR_NOOP("Kind")))
    , m_folder(add(u"articleFolder"_s, new QComboBox(this), QT_TR_NOOP("Folder")))
    , m_tags(add(u"articleTags"_s, new QLineEdit(this), QT_TR_NOOP("Tags, with commas between")))
    , m_owner(add(u"articleOwner"_s, new QComboBox(this), QT_TR_NOOP("Owner")))
    , m_deputy(add(u"articleDeputy"_s, new QComboBox(this), QT_TR_NOOP("Deputy")))
    , m_review(add(u"articleReview"_s, new QSpinBox(this), QT_TR_NOOP("Look through every")))
    , m_mode(add(u"articleMode"_s, new QComboBox(this), QT_TR_NOOP("How it is followed")))
    , m_places(add(u"articlePlaces"_s,
          widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"articlePlaces"_s, {}, {},
              widgets::ButtonSize::Normal, this),
          QT_TR_NOOP("Places")))
    , m_placeMenu(new QMenu(m_places))
{
    setObjectName(u"articleSettings"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12));
    layout->setSpacing(scaled(12));
    m_rows->setSpacing(scaled(2));
    layout->addLayout(m_rows);
    layout->addStretch(1);
    layout->addLayout(m_foot);
    m_folder->setEditable(true);
    m_title->setMaxLength(200);
    m_key->setMaxLength(64);
    for (QWidget *field : {static_cast<QWidget *>(m_folder), static_cast<QWidget *>(m_review)})
        field->findChild<QLineEdit *>()->setObjectName(field->objectName() + u"Line"_s);
    m_review->setRange(1, kMostDays);
    m_review->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_places->setMenu(m_placeMenu);
    for (QLineEdit *field : {m_title, m_key, m_tags})
        connect(field, &QLineEdit::textEdited, this, &SettingsPanel::changed);
    connect(m_title, &QLineEdit::textEdited, this, &SettingsPanel::proposeKey);
    connect(m_key, &QLineEdit::textEdited, this, [this] { m_keyTyped = true; });
    for (QComboBox *field : {m_kind, m_owner, m_deputy, m_mode})
        connect(field, &QComboBox::activated, this, &SettingsPanel::changed);
    connect(m_folder->lineEdit(), &QLineEdit::textEdited, this, &SettingsPanel::changed);
    connect(m_folder, &QComboBox::activated, this, &SettingsPanel::changed);
    connect(m_review, &QSpinBox::valueChanged, this, &SettingsPanel::changed);
    connect(m_placeMenu, &QMenu::triggered, this, [this] {
        retranslate();
        Q_EMIT changed();
    });
    retranslate();
}

template <class Field>
Field *SettingsPanel::add(const QString &name, Field *field, const char *label)
{
    field->setObjectName(name);
    field->setMinimumWidth(0);
    if constexpr (std::is_same_v<Field, QComboBox>) {
        field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        field->setMinimumContentsLength(8);
    }
    auto *words = new QLabel(this);
    words->setFont(theme().font(style::FontRole::Caption));
    words->setBuddy(field);
    m_rows->addWidget(words);
    m_rows->addWidget(field);
    m_rows->addSpacing(scaled(2));
    m_labels.append({words, label});
    return field;
}

void SettingsPanel::fillPeople(QComboBox &field, const QString &login)
{
    field.clear();
    field.addItem(tr("nobody"), QString());
    const auto people = m_directory.people();
    for (const incidents::Person &person : people)
        field.addItem(person.name, person.login);
    if (!login.isEmpty() && field.findData(login) < 0)
        field.addItem(m_directory.personName(login), login);
    choose(field, login);
}

void SettingsPanel::fillPlaces()
{
    m_placeMenu->clear();
    QStringList keys = m_meta.targets;
    const auto targets = m_directory.targets();
    for (const incidents::Target &target : targets)
        if (!keys.contains(target.key))
            keys.append(target.key);
    for (const QString &key : std::as_const(keys)) {
        auto *place = m_placeMenu->addAction(m_directory.targetName(key));
        place->setCheckable(true);
        place->setChecked(m_meta.targets.contains(key));
        place->setData(key);
    }
    m_places->setEnabled(!keys.isEmpty());
}

void SettingsPanel::setMeta(const ArticleMeta &meta, const QStringList &folders, bool isNew)
{
    const QSignalBlocker quiet(this);
    m_meta = meta;
    m_isNew = isNew;
    m_keyTyped = !meta.id.isEmpty();
    m_title->setText(meta.title);
    m_key->setText(meta.id);
    m_key->setReadOnly(!isNew);
    m_folder->clear();
    m_folder->addItems(folders);
    m_folder->setEditText(meta.folder);
    m_tags->setText(meta.tags.join(u", "_s));
    m_review->setValue(
        meta.reviewDays > 0 ? meta.reviewDays : articles::defaultReviewDays(meta.kind));
    fillPeople(*m_owner, meta.owner);
    fillPeople(*m_deputy, meta.deputy);
    fillPlaces();
    retranslate();
    choose(*m_kind, meta.kind);
    choose(*m_mode, meta.mode);
}

ArticleMeta SettingsPanel::meta() const
{
    ArticleMeta meta = m_meta;
    meta.title = m_title->text().trimmed();
    meta.id = m_key->text().trimmed();
    meta.kind = m_kind->currentData().toString();
    meta.folder = m_folder->currentText().split(u'/', Qt::SkipEmptyParts).join(u'/').trimmed();
    meta.tags = wordsOf(m_tags->text());
    meta.owner = m_owner->currentData().toString();
    meta.deputy = m_deputy->currentData().toString();
    meta.reviewDays = m_review->value();
    meta.mode = m_mode->currentData().toString();
    meta.targets.clear();
    const auto places = m_placeMenu->actions();
    for (const QAction *place : places)
        if (place->isChecked())
            meta.targets.append(place->data().toString());
    return meta;
}

void SettingsPanel::setChangeable(bool changeable)
{
    for (QWidget *field : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_key),
             static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_folder),
             static_cast<QWidget *>(m_tags), static_cast<QWidget *>(m_owner),
             static_cast<QWidget *>(m_deputy), static_cast<QWidget *>(m_review),
             static_cast<QWidget *>(m_mode), static_cast<QWidget *>(m_places)})
        field->setEnabled(changeable);
}

void SettingsPanel::proposeKey()
{
    if (m_isNew && !m_keyTyped)
        m_key->setText(keyFor(m_title->text()));
}

void SettingsPanel::retranslate()
{
    for (const auto &[label, text] : std::as_const(m_labels)) {
        auto *words = qobject_cast<QLabel *>(label);
        words->setText(tr(text));
        words->buddy()->setAccessibleName(tr(text));
        if (auto *line = words->buddy()->findChild<QLineEdit *>())
            line->setAccessibleName(tr(text));
    }
    m_review->setSuffix(u' ' + tr("days"));
    const QString kind = m_kind->currentData().toString();
    m_kind->clear();
    for (const QLatin1StringView code : domain::codes::kArticleKinds)
        m_kind->addItem(words::articleKind(QString(code)), QString(code));
    choose(*m_kind, kind);
    const QString mode = m_mode->currentData().toString();
    m_mode->clear();
    m_mode->addItem(tr("not said"), QString());
    m_mode->addItem(tr("read, then do"), u"read-do"_s);
    m_mode->addItem(tr("do, then confirm"), u"do-confirm"_s);
    choose(*m_mode, mode);
    QStringList places;
    const auto actions = m_placeMenu->actions();
    for (const QAction *place : actions)
        if (place->isChecked())
            places.append(place->text());
    m_places->setText(places.isEmpty() ? tr("none") : places.join(u", "_s));
}

void SettingsPanel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    painter.fillRect(QRect(0, 0, 1, height()), tokens().line);
}

void SettingsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
