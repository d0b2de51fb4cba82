// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handoverneeds.h"
#include "ui/widgets/themedwidget.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStringListModel;
class QVBoxLayout;

namespace watchroom::widgets {
class TextLabel;
}

namespace watchroom::ui {

class SystemRow;

/// The third step: the key systems, each looked at within 15 minutes, and the sources. UI thread.
class SystemsStep final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    SystemsStep(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent = nullptr);

    void refresh();
    /// What moves, once a second.
    void tick();
    void begin();
    [[nodiscard]] int fineCount() const;
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] SystemRow *row(const QString &key) const;

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    void authorAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showRows();
    void showSources();
    void check(const QString &key, const QString &result, const QString &seen);
    void add();
    void retranslate();

    HandoverNeeds m_needs;
    widgets::TextLabel *m_head;
    widgets::TextLabel *m_hint;
    QVBoxLayout *m_list;
    QList<SystemRow *> m_rows;
    QLineEdit *m_new;
    QPushButton *m_add;
    QStringListModel *m_names; ///< of the places that metrics know
    widgets::TextLabel *m_sourcesHead;
    QLabel *m_sources;
};

} // namespace watchroom::ui
