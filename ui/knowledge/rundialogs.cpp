// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/rundialogs.h"

#include "app/base/whendone.h"
#include "app/domain/codes.h"
#include "app/domain/limits.h"
#include "app/incidents/attachments.h"
#include "app/words/errors.h"
#include "app/words/terms.h"
#include "ui/forms/attachfiles.h"
#include "ui/widgets/buttons.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

RunReasonDialog::RunReasonDialog(const style::Theme &theme, QWidget &window, const QString &heading,
    const QString &act, Save save)
    : FormDialog(theme, window, heading, act)
    , m_save(std::move(save))
    , m_reason(new QComboBox(&box()))
    , m_words(new QLineEdit(&box()))
{
    m_reason->setObjectName(u"reason"_s);
    m_words->setObjectName(u"words"_s);
    m_words->setMaxLength(domain::limits::kLineCharacters);
    for (const auto reason : domain::codes::kRunReasons)
        m_reason->addItem(words::reason(QString(reason)), QString(reason));
    addRow(tr("Reason"), m_reason);
    addRow(tr("In words"), m_words);
    m_reason->setFocus();
}

void RunReasonDialog::submit()
{
    const knowledge::RunReason why{m_reason->currentData().toString(), m_words->text().trimmed()};
    if (why.code == "other"_L1 && why.text.isEmpty()) {
        complain(tr("“Other” says nothing to whoever reads the record. Say why in a few words."));
        m_words->setFocus();
        return;
    }
    save(m_save(why));
}

RunNoteDialog::RunNoteDialog(const style::Theme &theme, QWidget &window, const Words &words,
    incidents::Attachments *files, Save save)
    : FormDialog(theme, window, words.heading, words.act)
    , m_save(std::move(save))
    , m_needed(words.needed)
    , m_text(new QLineEdit(&box()))
{
    m_text->setObjectName(u"text"_s);
    m_text->setMaxLength(domain::limits::kLineCharacters);
    addRow(words.label, m_text);
    if (files) {
        auto *add = widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"attach"_s,
            tr("Add a file…"), u"paperclip"_s, widgets::ButtonSize::Small, &box());
        m_names = new QLabel(&box());
        m_names->setWordWrap(true);
        m_names->hide();
        connect(add, &QPushButton::clicked, this, [this, files] { attach(*files); });
        addRow({}, m_names);
        addRow({}, add);
    }
    m_text->setFocus();
}

void RunNoteDialog::attach(incidents::Attachments &files)
{
    askForAttachments(
        *this, tr("Evidence for this step"), [this, &files](const QStringList &paths) {
            for (const QString &path : paths) {
                base::whenDone(
                    files.add(path), this, [this](const incidents::Attachments::Kept &kept) {
                        if (!kept) {
                            complain(words::errorSentence(kept.error()));
                            return;
                        }
                        if (!m_attached.contains(*kept))
                            m_attached.append(*kept);
                        showFiles();
                    });
            }
        });
}

void RunNoteDialog::showFiles()
{
    QStringList names;
    for (const domain::Attachment &file : std::as_const(m_attached))
        names.append(file.name);
    m_names->setText(names.join(u'\n'));
    m_names->setVisible(!names.isEmpty());
}

void RunNoteDialog::submit()
{
    const QString text = m_text->text().trimmed();
    if (m_needed && text.isEmpty() && m_attached.isEmpty()) {
        complain(tr("There is nothing to keep yet. Write a line or add a file."));
        m_text->setFocus();
        return;
    }
    save(m_save(text, m_attached));
}

StartRunDialog::StartRunDialog(const style::Theme &theme, QWidget &window, const QString &title,
    const QList<Place> &places, const QUuid &chosen, const QString &mode, Save save)
    : FormDialog(theme, window, tr("Follow “%1”").arg(title), tr("Begin"))
    , m_save(std::move(save))
    , m_incident(new QComboBox(&box()))
    , m_mode(new QComboBox(&box()))
{
    m_incident->setObjectName(u"incident"_s);
    m_mode->setObjectName(u"mode"_s);
    for (const Place &place : places)
        m_incident->addItem(place.words, place.incident);
    m_incident->setCurrentIndex(std::max(0, m_incident->findData(chosen)));
    m_mode->addItem(tr("Step by step: read, do, tick"), u"read_do"_s);
    m_mode->addItem(tr("Do first, then confirm all of it"), u"do_confirm"_s);
    m_mode->setCurrentIndex(mode == "do_confirm"_L1 ? 1 : 0);
    addRow(tr("For"), m_incident);
    addRow(tr("How"), m_mode);
    m_incident->setFocus();
}

void StartRunDialog::submit()
{
    save(m_save(m_mode->currentData().toString(), m_incident->currentData().toUuid()));
}

} // namespace watchroom::ui
