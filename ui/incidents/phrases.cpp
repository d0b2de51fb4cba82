// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/phrases.h"

#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char *, Phrases::kCount> kPhrases{
    QT_TRANSLATE_NOOP("watchroom::ui::Phrases", "Doctor told"),
    QT_TRANSLATE_NOOP("watchroom::ui::Phrases", "Carrier called"),
    QT_TRANSLATE_NOOP("watchroom::ui::Phrases", "Testing line"),
    QT_TRANSLATE_NOOP("watchroom::ui::Phrases", "Backup line on"),
    QT_TRANSLATE_NOOP("watchroom::ui::Phrases", "Awaiting reply"),
    QT_TRANSLATE_NOOP("watchroom::ui::Phrases", "On site"),
    QT_TRANSLATE_NOOP("watchroom::ui::Phrases", "Values falling"),
    QT_TRANSLATE_NOOP("watchroom::ui::Phrases", "Need support"),
    QT_TRANSLATE_NOOP("watchroom::ui::Phrases", "No impact"),
};

} // namespace

Phrases::Phrases(const style::Theme &theme, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"phrases"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    for (int i = 0; i < kCount; ++i) {
        auto *button = widgets::makeButton(theme, widgets::ButtonKind::Secondary,
            u"phrase%1"_s.arg(i + 1), QString(), {}, widgets::ButtonSize::Small, this);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setStyleSheet(u"text-align: left;"_s);
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT chosen(phrase(i + 1)); });
        grid->addWidget(button, i / 3, i % 3);
        m_buttons[std::size_t(i)] = button;
    }
    retranslate();
}

QString Phrases::phrase(int number)
{
    return tr(kPhrases.at(std::size_t(number - 1)));
}

void Phrases::retranslate()
{
    for (int i = 0; i < kCount; ++i)
        m_buttons[std::size_t(i)]->setText(u"%1 %2"_s.arg(i + 1).arg(phrase(i + 1)));
}

void Phrases::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace watchroom::ui
