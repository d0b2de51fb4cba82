// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/articledraft.h"
#include "ui/authoring/authoringneeds.h"
#include "ui/authoring/imagealiases.h"
#include "ui/widgets/themedwidget.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;

namespace watchroom::widgets {
class Banner;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class ArticlePreview;
class FaultList;
class MarkdownEdit;
class SettingsPanel;
class StateBox;

/// An article while it is written: its Markdown, how it will be read, its settings, and what was
/// changed. What is typed is kept as a draft until it is published or handed in. UI thread.
class ArticleEditor final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    ArticleEditor(
        const style::Theme &theme, const AuthoringNeeds &needs, QWidget *parent = nullptr);

    /// `resumed`: it was kept before.
    void begin(const knowledge::ArticleDraft &draft, bool resumed);
    [[nodiscard]] const knowledge::ArticleDraft &draft() const { return m_draft; }
    /// With what is on the screen now.
    [[nodiscard]] knowledge::ArticleDraft collected() const;
    [[nodiscard]] bool isOpen() const { return !m_draft.id.isNull(); }
    /// Keeps what is not kept yet.
    void keep();
    /// The text with another version's changes in it, which it is based on now.
    void takeMerged(const QString &text, int version);
    /// Ends it; the draft stays where something was typed.
    void close();
    void complain(const QString &sentence);

Q_SIGNALS:
    /// It is saved here; `draft` is to be kept until it is accepted.
    void saved(const watchroom::knowledge::ArticleDraft &draft,
        const watchroom::knowledge::ArticleSaved &done);
    void closed(bool draftKept);
    void mergeAsked(int version);
    void changesAsked();
    void droppedDraft();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QLayout *makeTools();
    [[nodiscard]] QWidget *makeBody();
    [[nodiscard]] QWidget *makeFoot();
    void wire();
    void typed();
    void keepImage(const std::function<QByteArray()> &bytes, const QString &name);
    void save(bool handIn);
    void finish();
    void drop();
    void libraryChanged();
    void showWhatMayBeDone();
    void showNewer(int version);
    void showRemark();
    void draftFailed(const base::Error &error);
    [[nodiscard]] const knowledge::Article *article() const;
    [[nodiscard]] QStringList folders() const;
    void retranslate();

    AuthoringNeeds m_needs;
    knowledge::ArticleDraft m_draft;
    ImageAliases m_images;
    bool m_dirty = false; ///< it differs from what it began with
    bool m_saving = false;
    bool m_draftFailed = false; ///< that is what is complained about
    QTimer m_soon; ///< until what was typed is kept
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_kept; ///< when the draft was kept
    QPushButton *m_drop;
    QPushButton *m_changes;
    QPushButton *m_close;
    widgets::Banner *m_newer;
    QPushButton *m_merge;
    widgets::Banner *m_remark;
    QList<QPushButton *> m_tools;
    MarkdownEdit *m_text;
    ArticlePreview *m_preview;
    SettingsPanel *m_settings;
    StateBox *m_state;
    FaultList *m_faults;
    QLabel *m_complaint;
    QLineEdit *m_reason;
    QLabel *m_why; ///< why it cannot be published at once
    QPushButton *m_handIn;
    QPushButton *m_publish;
};

} // namespace watchroom::ui
