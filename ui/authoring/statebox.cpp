// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/statebox.h"

#include "app/base/whendone.h"
#include "ui/authoring/sentencedialog.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using widgets::ButtonKind;

StateBox::StateBox(const style::Theme &theme, const AuthoringNeeds &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_state(new QLabel(this))
{
    setObjectName(u"articleState"_s);
    m_state->setObjectName(u"articleStateLine"_s);
    m_state->setWordWrap(true);
    const auto make = [this](const QString &name) {
        return widgets::makeButton(
            this->theme(), ButtonKind::Secondary, name, {}, {}, widgets::ButtonSize::Normal, this);
    };
    m_confirm = make(u"confirmArticle"_s);
    m_withdraw = make(u"withdrawArticle"_s);
    m_restore = make(u"restoreArticle"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    layout->addWidget(m_state);
    for (QPushButton *button : {m_confirm, m_withdraw, m_restore})
        layout->addWidget(button);
    connect(m_confirm, &QPushButton::clicked, this,
        [this] { save(m_needs.writer.commands().confirm(m_article->id)); });
    connect(m_withdraw, &QPushButton::clicked, this, &StateBox::withdraw);
    connect(m_restore, &QPushButton::clicked, this,
        [this] { save(m_needs.writer.commands().restore(m_article->id)); });
    setArticle(nullptr);
}

void StateBox::setArticle(const knowledge::Article *article)
{
    m_article = article ? std::optional(*article) : std::nullopt;
    show();
}

void StateBox::show()
{
    const bool answers = m_article && maintains(m_needs, *m_article);
    const bool published = m_article && m_article->version > 0;
    const bool withdrawn = m_article && m_article->withdrawn;
    const auto due = m_article ? m_article->reviewDueAt() : std::nullopt;
    m_state->setText(!published ? tr("Draft: it has no version yet")
            : withdrawn         ? tr("Withdrawn: %1").arg(m_article->withdrawnReason)
            : due && *due <= m_needs.clock.now()
            ? tr("Published: v%1, due to be looked through").arg(m_article->version)
            : tr("Published: v%1").arg(m_article->version));
    m_confirm->setText(tr("Looked through, no change"));
    m_withdraw->setText(tr("Withdraw…"));
    m_restore->setText(tr("Bring back"));
    m_confirm->setVisible(answers && published && !withdrawn);
    m_withdraw->setVisible(answers && published && !withdrawn);
    m_restore->setVisible(answers && withdrawn);
}

void StateBox::save(const store::SavedFuture &saving)
{
    base::whenDone(saving, this, [this](const base::Result<store::Saved> &saved) {
        if (!saved)
            Q_EMIT failed(saved.error());
    });
}

void StateBox::withdraw()
{
    auto *dialog = new SentenceDialog(theme(), *window(),
        {.heading = tr("Withdraw “%1”").arg(m_article->title),
            .label = tr("Why"),
            .act = tr("Withdraw")},
        [this, id = m_article->id](
            const QString &reason) { return m_needs.writer.commands().withdraw(id, reason); });
    dialog->open();
}

void StateBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        show();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
