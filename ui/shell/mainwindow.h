// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include <functional>

class QStackedWidget;
class QVBoxLayout;

namespace watchroom::style {
class Theme;
}
namespace watchroom::widgets {
class BannerStack;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class NavigationRail;
class StatusLine;
class TopStrip;

/// The window: rail, top strip, banners, the page that is chosen, status line. Navigation only;
/// what the pages do is theirs. UI thread.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    explicit MainWindow(const style::Theme &theme, QWidget *parent = nullptr);

    /// `text` is asked again when the language changes.
    void addPage(const QString &name, const QString &icon, QWidget *page,
        std::function<QString()> text, bool atFoot = false);
    void showPage(int page);
    [[nodiscard]] int currentPage() const;
    [[nodiscard]] QString pageText(int page) const { return m_texts.at(page)(); }
    [[nodiscard]] int pageCount() const { return int(m_texts.size()); }

    [[nodiscard]] NavigationRail &rail() const { return *m_rail; }
    [[nodiscard]] TopStrip &strip() const { return *m_strip; }
    [[nodiscard]] widgets::BannerStack &banners() const { return *m_banners; }
    [[nodiscard]] StatusLine &status() const { return *m_status; }
    void setWideRail(bool wide);
    /// Stands between the banners and the page while it is visible.
    void setLockBar(QWidget *bar);
    /// A page that is out of reach gives way to the first one.
    void setReachable(int page, bool reachable);

Q_SIGNALS:
    void pageShown(int page);
    void closing();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void retranslate();

    NavigationRail *m_rail;
    TopStrip *m_strip;
    widgets::BannerStack *m_banners;
    QStackedWidget *m_pages;
    StatusLine *m_status;
    QVBoxLayout *m_right;
    QList<std::function<QString()>> m_texts;
};

} // namespace watchroom::ui
