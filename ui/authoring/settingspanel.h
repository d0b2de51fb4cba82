// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/articlemeta.h"
#include "ui/widgets/themedwidget.h"

class QComboBox;
class QLineEdit;
class QMenu;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace watchroom::incidents {
class Directory;
}

namespace watchroom::ui {

/// The settings of an article: title, kind, where it stands, who answers for it. UI thread.
class SettingsPanel final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    SettingsPanel(const style::Theme &theme, const incidents::Directory &directory,
        QWidget *parent = nullptr);

    /// `folders`: those there are, to choose from. `isNew`: its key may be chosen.
    void setMeta(const articles::ArticleMeta &meta, const QStringList &folders, bool isNew);
    [[nodiscard]] articles::ArticleMeta meta() const;
    /// Only who answers for the article changes its settings.
    void setChangeable(bool changeable);
    [[nodiscard]] QVBoxLayout &foot() { return *m_foot; } ///< below the settings

Q_SIGNALS:
    void changed(); ///< by hand

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    template <class Field>
    Field *add(const QString &name, Field *field, const char *label);
    void fillPeople(QComboBox &field, const QString &login);
    void fillPlaces();
    void proposeKey();
    void retranslate();

    const incidents::Directory &m_directory;
    articles::ArticleMeta m_meta; ///< as it was given
    bool m_isNew = false;
    bool m_keyTyped = false;
    QVBoxLayout *m_rows;
    QVBoxLayout *m_foot;
    QList<std::pair<QWidget *, const char *>> m_labels; ///< to be worded anew
    QLineEdit *m_title;
    QLineEdit *m_key;
    QComboBox *m_kind;
    QComboBox *m_folder;
    QLineEdit *m_tags;
    QComboBox *m_owner;
    QComboBox *m_deputy;
    QSpinBox *m_review;
    QComboBox *m_mode;
    QPushButton *m_places;
    QMenu *m_placeMenu;
};

} // namespace watchroom::ui
