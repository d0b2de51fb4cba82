// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/navigationrail.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topstrip.h"
#include "ui/widgets/bannerstack.h"

#include <QCloseEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(const style::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_rail(new NavigationRail(theme, this))
    , m_strip(new TopStrip(theme, this))
    , m_banners(new widgets::BannerStack(theme, this))
    , m_pages(new QStackedWidget(this))
    , m_status(new StatusLine(theme, this))
    , m_right(new QVBoxLayout)
{
    setObjectName(u"mainWindow"_s);
    m_right->setContentsMargins(0, 0, 0, 0);
    m_right->setSpacing(0);
    m_right->addWidget(m_strip);
    m_right->addWidget(m_banners);
    m_right->addWidget(m_pages, 1);
    m_right->addWidget(m_status);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addLayout(m_right, 1);
    connect(m_rail, &NavigationRail::pageChosen, this, &MainWindow::showPage);
    retranslate();
}

void MainWindow::addPage(const QString &name, const QString &icon, QWidget *page,
    std::function<QString()> text, bool atFoot)
{
    m_rail->addPage(name, icon, atFoot);
    m_pages->addWidget(page);
    m_texts.append(std::move(text));
    retranslate();
    m_rail->setCurrent(currentPage());
}

void MainWindow::showPage(int page)
{
    if (page < 0 || page >= m_pages->count())
        return;
    m_pages->setCurrentIndex(page);
    m_rail->setCurrent(page);
    Q_EMIT pageShown(page);
}

int MainWindow::currentPage() const
{
    return m_pages->currentIndex();
}

void MainWindow::setWideRail(bool wide)
{
    m_rail->setWide(wide);
}

void MainWindow::setLockBar(QWidget *bar)
{
    m_right->insertWidget(m_right->indexOf(m_pages), bar);
}

void MainWindow::setReachable(int page, bool reachable)
{
    m_rail->setReachable(page, reachable);
    if (!reachable && currentPage() == page)
        showPage(0);
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Watchroom"));
    for (int page = 0; page < m_texts.size(); ++page)
        m_rail->setText(page, m_texts[page]());
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT closing();
    event->accept();
}

} // namespace watchroom::ui
