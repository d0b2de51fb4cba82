// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/quality/qualitybench.h"

#include <QApplication>
#include <QSignalSpy>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using quality::QualityService;

QualityBench::QualityBench()
{
    theme.apply(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    page = std::make_unique<QualityPage>(theme, QualityPage::Needs{service, periods, space.clock});
    const auto rules = quality::defaultRules(1);
    page->setRules(rules);
    service.setRules(rules);
    page->resize(1300, 800);
    page->show();
}

QualityBench::~QualityBench() = default;

void QualityBench::start()
{
    setSource([steering = steering] { return std::make_unique<fakes::SteeredSource>(steering); });
}

void QualityBench::setSource(QualityService::SourceFactory factory)
{
    QSignalSpy updated(&service, &QualityService::updated);
    service.setSource(std::move(factory));
    QTRY_VERIFY(!updated.isEmpty());
    QTRY_VERIFY(!page->target().isEmpty());
}

void QualityBench::pass(std::chrono::seconds time)
{
    QSignalSpy updated(&service, &QualityService::updated);
    space.clock.advance(time);
    QTRY_VERIFY(!updated.isEmpty());
}

ChartGrid &QualityBench::grid() const
{
    return *page->findChild<ChartGrid *>();
}

widgets::TimeSeriesChart &QualityBench::chart(const QString &metric) const
{
    return cell(metric).chart();
}

QString QualityBench::spoken(const QString &metric) const
{
    return chart(metric).accessibleDescription();
}

} // namespace watchroom::ui
