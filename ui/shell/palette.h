// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/paletteline.h"
#include "ui/widgets/veildialog.h"

class QListView;
class QStackedWidget;

namespace watchroom::widgets {
class EmptyState;
class SearchField;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class PaletteModel;
class PaletteSearch;

/// The one search box for articles, incidents, contacts, places, pages and what was written: the
/// field keeps the focus, arrows choose, Enter opens. UI thread.
class Palette final : public widgets::VeilDialog
{
    Q_OBJECT

public:
    Palette(const style::Theme &theme, QWidget &window, PaletteSearch &search);

    /// What is chosen; nothing: there is none.
    [[nodiscard]] std::optional<PaletteLine> current() const;
    [[nodiscard]] widgets::SearchField &field() const { return *m_field; }

Q_SIGNALS:
    // Which of them was chosen; the palette has closed.
    void articleAsked(const QUuid &article);
    void incidentAsked(const QUuid &incident);
    void contactAsked(const QUuid &contact);
    void entryAsked(const QUuid &entry);
    void placeAsked(const QString &key);
    void pageAsked(int page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void refresh();
    void say();
    void move(int step);
    void choose(int row);
    void openCurrent();

    PaletteSearch &m_search;
    widgets::SearchField *m_field;
    PaletteModel *m_model;
    QListView *m_list;
    QStackedWidget *m_stack;
    widgets::EmptyState *m_nothing;
    widgets::TextLabel *m_notice; ///< what is missing from the list, and why
    QString m_shownQuery; ///< whose first line was chosen by itself
    bool m_opensFirst = false; ///< Enter came before what was asked for
};

} // namespace watchroom::ui
