// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/signaturebox.h"

class QCheckBox;
class QLabel;

namespace watchroom::ui {

class SheetPreview;

/// The last step: the sheet as it will be printed, what changed since it was signed, and the
/// signatures. UI thread.
class SignStep final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    SignStep(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent = nullptr);

    void refresh();
    /// The sheet is drawn only while somebody looks at it.
    void begin();
    [[nodiscard]] SignatureBox &outgoing() const { return *m_outgoing; }
    [[nodiscard]] SignatureBox &incoming() const { return *m_incoming; }
    [[nodiscard]] SignatureBox &witness() const { return *m_witness; }
    [[nodiscard]] SheetPreview &preview() const { return *m_preview; }

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    /// The lead of that side cannot show here who they are: handed_over, taken_over.
    void paperAsked(const QString &meaning);
    void photographAsked(const QUuid &entry);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showSheet();
    void showBoxes();
    void showChanges();
    void sign(SignatureBox &box, const Signer &signer);
    [[nodiscard]] store::SavedFuture save(
        SignatureBox::Role role, const Signer &signer, const handover::HandoverSheet &sheet) const;
    [[nodiscard]] std::optional<handover::SheetSignature> signatureOf(const QString &meaning) const;
    [[nodiscard]] QString blockedIncoming() const;

    HandoverNeeds m_needs;
    SheetPreview *m_preview;
    widgets::TextLabel *m_changesHead;
    QLabel *m_changes;
    QCheckBox *m_seen;
    SignatureBox *m_outgoing;
    SignatureBox *m_incoming;
    SignatureBox *m_witness;
    widgets::TextLabel *m_fingerprintHead;
    QLabel *m_fingerprint;
    widgets::TextLabel *m_switchHead;
    QLabel *m_switch;
    QByteArray m_shownHash; ///< of the sheet whose changes were seen
};

} // namespace watchroom::ui
