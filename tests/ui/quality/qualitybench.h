// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/quality/qualityservice.h"
#include "app/quality/rulesfile.h"
#include "app/words/language.h"
#include "tests/fakes/steeredsource.h"
#include "tests/unit/quality/qualityfixture.h"
#include "ui/quality/chartcell.h"
#include "ui/quality/chartgrid.h"
#include "ui/quality/qualitypage.h"
#include "ui/style/theme.h"
#include "ui/widgets/chartlayer.h"
#include "ui/widgets/timeserieschart.h"

namespace watchroom::ui {

/// A quality page that is shown, with a real workspace, a real service and a source that the test
/// steers. Time stands until the test moves it; the service looks once for each second moved.
class QualityBench
{
public:
    QualityBench();
    ~QualityBench();

    /// The source begins; waits until the first values are there.
    void start();
    /// Another source than the steered one.
    void setSource(quality::QualityService::SourceFactory factory);
    /// Moves time on and waits for the look at it.
    void pass(std::chrono::seconds time = std::chrono::seconds{1});
    [[nodiscard]] qint64 now() const { return space.clock.ms(); }

    [[nodiscard]] ChartGrid &grid() const;
    [[nodiscard]] ChartCell &cell(const QString &metric) const { return *grid().cell(metric); }
    [[nodiscard]] widgets::TimeSeriesChart &chart(const QString &metric) const;
    template <class T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    /// What a screen reader says of the charts' standing.
    [[nodiscard]] QString spoken(const QString &metric) const;

    style::Theme theme;
    quality::Workspace space;
    std::shared_ptr<fakes::Steering> steering = std::make_shared<fakes::Steering>();
    quality::QualityService service{space.clock};
    quality::AlertPeriodsModel periods{*space.store};
    std::unique_ptr<QualityPage> page;
};

} // namespace watchroom::ui
