// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/advice.h"
#include "ui/incidents/adviceline.h"

class QVBoxLayout;

namespace watchroom::widgets {
class SectionHeader;
}

namespace watchroom::ui {

/// The procedures for one incident, for its details: why each is there, what changed since it was
/// followed, whether it helped. Takes no room where there are none. UI thread.
class AdviceSection final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    AdviceSection(const style::Theme &theme, knowledge::Advice &advice,
        AdviceLine::Naming targetName, QWidget *parent = nullptr);

    void setIncident(const QUuid &incident);
    /// The best one. Nothing happens where there is none.
    void openFirst();

Q_SIGNALS:
    void articleAsked(const QUuid &article);
    void failed(const watchroom::base::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    [[nodiscard]] AdviceLine &line(qsizetype number);
    void open(const QUuid &article);
    void say(const QUuid &article, bool helped);

    knowledge::Advice &m_advice;
    AdviceLine::Naming m_targetName;
    widgets::SectionHeader *m_head;
    QVBoxLayout *m_column;
    QList<AdviceLine *> m_lines;
};

} // namespace watchroom::ui
