// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/policy.h"
#include "app/incidents/boardcolumnmodel.h"
#include "ui/incidents/inspector.h"
#include "ui/widgets/themedwidget.h"

#include <QList>

class QPushButton;
class QStackedWidget;
class QTableView;

namespace watchroom::widgets {
class Chip;
class SearchField;
class SegmentedControl;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class BoardColumn;

/// The page of incidents: the board of six stages, the list, and the inspector beside them.
/// UI thread.
class IncidentsPage : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    IncidentsPage(
        const style::Theme &theme, const Inspector::Needs &needs, QWidget *parent = nullptr);

    void setPolicy(const domain::Policy &policy);
    void show(const QUuid &incident);
    void focusSearch();
    void openNewIncident();
    void tick();
    [[nodiscard]] QUuid current() const { return m_inspector->incident(); }
    [[nodiscard]] Inspector &inspector() const { return *m_inspector; }
    /// 0 the board, 1 the list.
    void setView(int view);

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildToolbar();
    QWidget *buildBoard();
    QWidget *buildList();
    void connectDialogs();
    void retranslate();
    void refilter();
    void count();
    void claim(const QUuid &incident);
    [[nodiscard]] const incidents::Incident *shown() const;

    Inspector::Needs m_needs;
    domain::Policy m_policy;
    QList<BoardColumn *> m_columns;
    incidents::BoardColumnModel *m_listModel;
    QTableView *m_list;
    QStackedWidget *m_views;
    Inspector *m_inspector;
    widgets::TextLabel *m_heading;
    widgets::SegmentedControl *m_view;
    widgets::SegmentedControl *m_level;
    QPushButton *m_mine;
    widgets::SearchField *m_search;
    widgets::Chip *m_overdue;
    widgets::TextLabel *m_counts;
    QPushButton *m_new;
};

} // namespace watchroom::ui
