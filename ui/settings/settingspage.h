// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

#include <QList>

class QLabel;
class QLineEdit;
class QPushButton;

namespace watchroom::widgets {
class SegmentedControl;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class Preferences;

/// Where a workspace gets its data and how the console looks. What changes the workspace takes
/// effect at the next start, and says so. UI thread.
class SettingsPage : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    SettingsPage(const style::Theme &theme, Preferences &preferences, QWidget *parent = nullptr);

    void setConnection(const QString &server, const QString &source);
    /// A sentence under the connection's fields.
    void tellConnection(const QString &sentence);

Q_SIGNALS:
    /// Saved by the composition root.
    void connectionEdited(const QString &server, const QString &source);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showPreferences();

    Preferences &m_preferences;
    widgets::TextLabel *m_heading;
    QList<QLabel *> m_labels;
    widgets::SegmentedControl *m_language;
    widgets::SegmentedControl *m_theme;
    widgets::SegmentedControl *m_textSize;
    QLineEdit *m_server;
    QLineEdit *m_source;
    QPushButton *m_save;
    QLabel *m_told;
};

} // namespace watchroom::ui
