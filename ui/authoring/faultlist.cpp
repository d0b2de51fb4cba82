// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/faultlist.h"

#include "app/words/errors.h"

#include <QEvent>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostRows = 4; ///< seen at once
} // namespace

FaultList::FaultList(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"articleFaults"_s);
    setWordWrap(true);
    setFrameShape(QFrame::NoFrame);
    setViewportMargins(8, 4, 8, 4);
    connect(this, &QListWidget::itemClicked, this,
        [this](const QListWidgetItem *item) { follow(*item); });
    connect(this, &QListWidget::itemActivated, this,
        [this](const QListWidgetItem *item) { follow(*item); });
    fill();
}

void FaultList::setFaults(const articles::Faults &faults, const articles::Faults &notes)
{
    if (m_faults == faults && m_notes == notes)
        return;
    m_faults = faults;
    m_notes = notes;
    fill();
}

void FaultList::fill()
{
    setAccessibleName(tr("What to correct"));
    clear();
    const auto add = [this](const articles::Fault &fault, const QString &kind) {
        const int line = fault.params.value("line"_L1).toInt();
        auto *item = new QListWidgetItem(
            kind + u" · "_s + words::codeSentence(fault.code, fault.params), this);
        item->setData(Qt::UserRole, line);
    };
    for (const articles::Fault &fault : m_faults)
        add(fault, tr("To correct"));
    for (const articles::Fault &fault : m_notes)
        add(fault, tr("Note"));
    setVisible(count() > 0);
    if (count() > 0)
        setFixedHeight(std::min(count(), kMostRows) * sizeHintForRow(0) + 10);
}

void FaultList::follow(const QListWidgetItem &item)
{
    if (const int line = item.data(Qt::UserRole).toInt(); line > 0)
        Q_EMIT lineAsked(line);
}

void FaultList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QListWidget::changeEvent(event);
}

} // namespace watchroom::ui
