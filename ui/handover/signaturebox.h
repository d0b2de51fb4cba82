// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/handoverstate.h"
#include "ui/handover/handoverneeds.h"
#include "ui/widgets/themedwidget.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace watchroom::widgets {
class Chip;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// Where one person signs, with their own password, or has signed. UI thread.
class SignatureBox final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    enum class Role
    {
        Outgoing,
        Incoming,
        Witness ///< chosen from who is there
    };
    SignatureBox(const style::Theme &theme, const HandoverNeeds &needs, Role role,
        QWidget *parent = nullptr);

    /// Who signs here; of a witness, who may.
    void setPeople(const QStringList &logins);
    /// What was signed; nothing: not yet.
    void setSignature(const std::optional<handover::SheetSignature> &signature, bool pending);
    /// `why` not empty: it cannot be signed now, for this reason.
    void setBlocked(const QString &why);
    /// What they signed by hand, to be confirmed; null: nothing. `offered`: they may do so now.
    void setPaper(const handover::PaperSignature *paper, bool offered);
    /// Ends what `signer` began: an error is shown, and the password asked again.
    void finish(const base::Result<> &done);
    void focusPassword();
    [[nodiscard]] bool isSigned() const { return m_signature.has_value(); }

Q_SIGNALS:
    /// It is they; sign in their name.
    void proved(const watchroom::ui::Signer &signer);
    void paperAsked();
    void photographAsked(const QUuid &entry);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void show();
    void submit();
    [[nodiscard]] QString login() const;
    [[nodiscard]] QString roleWords() const;
    [[nodiscard]] QString signWords() const;
    [[nodiscard]] QString factWords() const;
    [[nodiscard]] QString hintWords() const;

    HandoverNeeds m_needs;
    Role m_role;
    QStringList m_people;
    std::optional<handover::SheetSignature> m_signature;
    std::optional<handover::PaperSignature> m_paper;
    bool m_offersPaper = false;
    bool m_pending = false;
    bool m_asking = false;
    QString m_blocked;
    widgets::TextLabel *m_roleLabel;
    widgets::Chip *m_toBeVerified;
    QLabel *m_name;
    QComboBox *m_who;
    QLabel *m_facts;
    QLineEdit *m_password;
    QLabel *m_hint;
    QPushButton *m_sign;
    QPushButton *m_onPaper;
    QPushButton *m_photograph;
};

} // namespace watchroom::ui
