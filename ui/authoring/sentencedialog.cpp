// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/sentencedialog.h"

#include <QLineEdit>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

SentenceDialog::SentenceDialog(const style::Theme &theme, QWidget &window, const Words &words,
    std::function<store::SavedFuture(const QString &)> save)
    : FormDialog(theme, window, words.heading, words.act)
    , m_save(std::move(save))
    , m_sentence(new QLineEdit(&box()))
{
    m_sentence->setObjectName(u"sentence"_s);
    m_sentence->setMaxLength(500);
    addRow(words.label, m_sentence);
    connect(m_sentence, &QLineEdit::textChanged, this, [this] { complain({}); });
}

void SentenceDialog::submit()
{
    if (m_sentence->text().trimmed().isEmpty()) {
        complain(tr("Nothing is written here. Say it in one line."));
        return;
    }
    save(m_save(m_sentence->text()));
}

} // namespace watchroom::ui
