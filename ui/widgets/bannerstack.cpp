// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bannerstack.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {

int urgency(const Banner &banner)
{
    const BannerContent &content = banner.content();
    switch (content.kind) {
    case BannerKind::Level:
        if (content.level == style::Level::Red)
            return 0;
        return content.level == style::Level::Yellow ? 2 : 3;
    case BannerKind::Blocking:
        return 1;
    case BannerKind::Notice:
    case BannerKind::Drill:
        return 3;
    }
    return 3;
}

} // namespace

BannerStack::BannerStack(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_layout(new QVBoxLayout(this))
    , m_rest(new TextLabel(
          theme, style::FontRole::Caption, style::Weight::Regular, style::Ink::T2, this))
{
    setObjectName(u"banners"_s);
    m_rest->setObjectName(u"bannersMore"_s);
    m_rest->hide();
    m_layout->setContentsMargins({});
    m_layout->setSpacing(4);
    auto *rest = new QHBoxLayout;
    rest->setContentsMargins(12, 0, 12, 0);
    rest->addWidget(m_rest);
    m_layout->addLayout(rest);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

Banner &BannerStack::banner(const QString &key)
{
    const auto found = std::find_if(m_banners.begin(), m_banners.end(),
        [&](const Banner *banner) { return banner->key() == key; });
    if (found != m_banners.end())
        return **found;
    auto *made = new Banner(theme(), key, this);
    m_banners.append(made);
    order();
    return *made;
}

bool BannerStack::has(const QString &key) const
{
    return std::any_of(m_banners.begin(), m_banners.end(),
        [&](const Banner *banner) { return banner->key() == key; });
}

void BannerStack::remove(const QString &key)
{
    for (Banner *banner : std::as_const(m_banners)) {
        if (banner->key() != key)
            continue;
        m_banners.removeOne(banner);
        // It may be its own button that was pressed.
        banner->hide();
        banner->deleteLater();
        order();
        return;
    }
}

void BannerStack::order()
{
    std::stable_sort(m_banners.begin(), m_banners.end(),
        [](const Banner *a, const Banner *b) { return urgency(*a) < urgency(*b); });
    const auto answer = std::ranges::find_if(
        m_banners, [](const Banner *banner) { return banner->content().answers; });
    const auto lastShown = m_banners.begin() + (kShown - 1);
    if (answer - m_banners.begin() >= kShown && answer != m_banners.end())
        std::rotate(lastShown, answer, answer + 1);
    for (int i = 0; i < m_banners.size(); ++i) {
        m_layout->removeWidget(m_banners.at(i));
        m_layout->insertWidget(i, m_banners.at(i));
        m_banners.at(i)->setVisible(i < kShown);
    }
    countRest();
    setVisible(!m_banners.isEmpty());
}

void BannerStack::countRest()
{
    m_rest->setVisible(hiddenCount() > 0);
    //: Banners that are not shown. zh_CN: 另有 %n 条
    m_rest->setText(tr("%n more", nullptr, hiddenCount()));
}

int BannerStack::hiddenCount() const
{
    return std::max(0, count() - kShown) + m_further;
}

void BannerStack::setFurther(int further)
{
    m_further = further;
    countRest();
}

QList<QString> BannerStack::keys() const
{
    QList<QString> keys;
    for (const Banner *banner : m_banners)
        keys.append(banner->key());
    return keys;
}

QList<QString> BannerStack::shownKeys() const
{
    return keys().first(std::min(count(), kShown));
}

void BannerStack::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        countRest();
    QWidget::changeEvent(event);
}

} // namespace watchroom::widgets
