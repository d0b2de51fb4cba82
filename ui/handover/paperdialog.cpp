// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/paperdialog.h"

#include "app/incidents/attachments.h"
#include "app/words/errors.h"
#include "app/words/handovers.h"
#include "ui/forms/attachfiles.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *makeText(const QString &name, QWidget *parent)
{
    auto *text = new QLabel(parent);
    text->setObjectName(name);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    return text;
}

} // namespace

PaperDialog::PaperDialog(
    const style::Theme &theme, QWidget &window, const HandoverNeeds &needs, const QString &meaning)
    : FormDialog(theme, window, tr("Sign on paper"), tr("Keep it"))
    , m_needs(needs)
    , m_meaning(meaning)
    , m_files(makeText(u"photographs"_s, &box()))
    , m_attach(widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"attachPhotograph"_s,
          tr("Attach the photograph…"), u"paperclip"_s, widgets::ButtonSize::Normal, &box()))
{
    setObjectName(u"paperDialog"_s);
    const handover::HandoverState &state = *needs.state();
    m_handover = state.id;
    m_person = meaning == "handed_over"_L1 ? state.outgoing : state.incoming;
    const QString name = needs.person(m_person);
    m_entry =
        tr("Handover %1, signed by hand: %2, %3").arg(state.label, name, words::signedAs(meaning));
    if (!state.sheetHash.isEmpty())
        m_entry += u" · "_s + tr("sheet %1").arg(state.sheetHash);
    build(name);
}

void PaperDialog::build(const QString &name)
{
    auto *text = makeText(u"paperSteps"_s, &box());
    text->setText(tr("1. Print the sheet. %1 signs on its line, with the date and the time.\n"
                     "2. Photograph it, and attach the photograph here.\n"
                     "3. %1 confirms it later with their own password. Until then it is to be "
                     "verified, and both shifts answer.")
                      .arg(name));
    auto *paper = new QWidget(&box());
    auto *line = new QHBoxLayout(paper);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    auto *print = widgets::makeButton(theme(), widgets::ButtonKind::Secondary, u"printSheet"_s,
        tr("Print the sheet"), u"file-text"_s, widgets::ButtonSize::Normal, paper);
    auto *pdf = widgets::makeButton(theme(), widgets::ButtonKind::Secondary, u"pdfSheet"_s,
        tr("Save as PDF"), u"download"_s, widgets::ButtonSize::Normal, paper);
    line->addWidget(print);
    line->addWidget(pdf);
    line->addStretch(1);
    addRow({}, text);
    addRow({}, paper);
    addRow({}, m_attach);
    addRow({}, m_files);
    m_files->setText(tr("No photograph yet"));
    connect(print, &QPushButton::clicked, this, &PaperDialog::printAsked);
    connect(pdf, &QPushButton::clicked, this, &PaperDialog::pdfAsked);
    connect(m_attach, &QPushButton::clicked, this, &PaperDialog::choose);
    print->setFocus();
}

void PaperDialog::choose()
{
    askForAttachments(
        *this, tr("Photograph of the signed sheet"), [this](const QStringList &paths) {
            for (const QString &path : paths)
                attach(path);
        });
}

void PaperDialog::attach(const QString &path)
{
    base::whenDone(
        m_needs.attachments.add(path), this, [this](const base::Result<domain::Attachment> &kept) {
            complain(kept ? QString() : words::errorSentence(kept.error()));
            if (!kept || m_photographs.contains(*kept))
                return;
            m_photographs.append(*kept);
            QStringList names;
            for (const domain::Attachment &one : std::as_const(m_photographs))
                names.append(one.name);
            m_files->setText(names.join(u'\n'));
            actButton().setFocus();
        });
}

void PaperDialog::submit()
{
    if (m_photographs.isEmpty()) {
        complain(tr("Attach the photograph of the signed sheet first."));
        m_attach->setFocus();
        return;
    }
    const auto saved =
        m_needs.commands.putOnPaper(m_handover, m_meaning, m_person, m_entry, m_photographs);
    base::whenDone(saved, &m_needs.attachments,
        [attachments = &m_needs.attachments](const base::Result<store::Saved> &done) {
            if (done)
                attachments->send();
        });
    save(saved);
}

} // namespace watchroom::ui
