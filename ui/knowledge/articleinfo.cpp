// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/articleinfo.h"

#include "app/domain/levels.h"
#include "app/domain/walltime.h"
#include "app/incidents/directory.h"
#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/levelmark.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/textpaint.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using knowledge::ArticleVersion;
using style::FontRole;

namespace {

constexpr int kMostVersions = 12;
constexpr qsizetype kMostIncidents = 8;
constexpr int kNameWidth = 76;
constexpr int kTitleWidth = 180; ///< of an incident, with its date
constexpr int kSoonDays = 14; ///< a review that is told by days

QLabel *label(const style::Theme &theme, const QString &text, FontRole role, style::Weight weight,
    style::Ink ink)
{
    auto *made = new QLabel(text);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setFont(theme.font(role, weight));
    QPalette palette = theme.palette();
    palette.setColor(QPalette::WindowText, theme.ink(ink));
    made->setPalette(palette);
    return made;
}

} // namespace

ArticleInfo::ArticleInfo(
    const style::Theme &theme, const incidents::Directory &directory, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_directory(directory)
    , m_head(new widgets::SectionHeader(theme, this))
    , m_history(new widgets::SectionHeader(theme, this))
    , m_factRows(new QVBoxLayout)
    , m_versionRows(new QVBoxLayout)
    , m_compare(widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"compareVersions"_s, {},
          u"git-compare"_s, widgets::ButtonSize::Small, this))
    , m_incidents(new widgets::SectionHeader(theme, this))
    , m_incidentRows(new QVBoxLayout)
{
    setObjectName(u"articleInfo"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12));
    layout->setSpacing(scaled(8));
    m_factRows->setSpacing(scaled(2));
    m_versionRows->setSpacing(scaled(8));
    layout->addWidget(m_head);
    layout->addLayout(m_factRows);
    layout->addSpacing(scaled(12));
    layout->addWidget(m_history);
    layout->addLayout(m_versionRows);
    layout->addWidget(m_compare, 0, Qt::AlignLeft);
    layout->addSpacing(scaled(12));
    layout->addWidget(m_incidents);
    m_incidentRows->setSpacing(scaled(4));
    layout->addLayout(m_incidentRows);
    layout->addStretch(1);
    connect(m_compare, &QPushButton::clicked, this, &ArticleInfo::compareAsked);
}

void ArticleInfo::setArticle(const knowledge::ShelfEntry &entry,
    const QList<ArticleVersion> &versions, int shown, base::Instant now)
{
    m_entry = entry;
    m_versions = versions;
    m_shown = shown;
    m_now = now;
    fill();
}

void ArticleInfo::setUse(const QUuid &article, const knowledge::ArticleUse &use)
{
    if (article == m_usedArticle && use == m_use)
        return;
    m_usedArticle = article;
    m_use = use;
    fill();
}

/// With how long that still is, while it is near.
QString ArticleInfo::due(base::Instant at) const
{
    const QString when = words::dateTime(at, QTimeZone::systemTimeZone());
    const auto days = std::chrono::floor<std::chrono::days>(at - m_now).count();
    if (at <= m_now)
        return when + u" · "_s + tr("overdue");
    return days > kSoonDays ? when : when + u" · "_s + tr("%n day(s) left", nullptr, int(days));
}

QList<ArticleInfo::Fact> ArticleInfo::useFacts() const
{
    if (m_usedArticle != m_entry.article.id || m_entry.article.version == 0)
        return {};
    QList<Fact> all;
    if (m_use.drill) {
        QString drill = words::dateTime(m_use.drill->at, QTimeZone::systemTimeZone());
        if (m_use.drill->took)
            drill += u" · "_s + words::duration(*m_use.drill->took);
        all.append({tr("Last drill"), drill});
    } else if (!m_versions.isEmpty() && !m_versions.first().text.steps.isEmpty()) {
        all.append({tr("Last drill"), tr("never")});
    }
    all.append({tr("Followed"),
        tr("%n time(s) in %1 days", nullptr, m_use.followed).arg(knowledge::ArticleUse::kDays)});
    return all;
}

QList<ArticleInfo::Fact> ArticleInfo::facts() const
{
    const knowledge::Article &article = m_entry.article;
    const QTimeZone zone = QTimeZone::systemTimeZone();
    QList<Fact> all{{tr("Owner"), m_directory.personName(article.owner)},
        {tr("Deputy"), m_directory.personName(article.deputy)}};
    if (article.reviewedAt)
        all.append({tr("Reviewed"),
            m_directory.personName(article.reviewedBy) + u" · "_s
                + words::dateTime(*article.reviewedAt, zone)});
    if (const auto at = article.reviewDueAt())
        all.append({tr("Review due"), due(*at)});
    all.append(useFacts());
    all.append({tr("Tags"), article.tags.join(u", "_s)});
    all.append({tr("Id"), article.key});
    all.removeIf([](const Fact &fact) { return fact.text.isEmpty(); });
    return all;
}

QHBoxLayout *ArticleInfo::addFactRow(const QString &name)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    auto *text = label(theme(), name, FontRole::Body, style::Weight::Regular, style::Ink::T3);
    text->setFixedWidth(scaled(kNameWidth));
    text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    row->addWidget(text);
    m_factRows->addLayout(row);
    return row;
}

void ArticleInfo::addFact(const Fact &fact)
{
    auto *text = label(theme(), fact.text, FontRole::Body, style::Weight::Regular, style::Ink::T1);
    text->setAccessibleName(fact.name + u": "_s + fact.text);
    addFactRow(fact.name)->addWidget(text, 1);
}

/// Each leads to its charts.
void ArticleInfo::addTargets()
{
    auto *links = new QVBoxLayout;
    links->setSpacing(0);
    for (const QString &key : m_entry.article.targets) {
        auto *link = widgets::makeButton(theme(), widgets::ButtonKind::Link, u"target "_s + key, {},
            {}, widgets::ButtonSize::Small, this);
        const QString name = m_directory.targetName(key);
        link->setText(widgets::elidedText(link->font(), name, scaled(kTitleWidth)));
        link->setToolTip(name);
        link->setAccessibleName(tr("Charts of %1").arg(name));
        connect(link, &QPushButton::clicked, this, [this, key] { Q_EMIT targetAsked(key); });
        links->addWidget(link, 0, Qt::AlignLeft);
    }
    QHBoxLayout *row = addFactRow(tr("Places"));
    row->addLayout(links);
    row->addStretch(1);
}

QString ArticleInfo::changeOf(const ArticleVersion &version) const
{
    if (!version.text.reason.isEmpty())
        return version.text.reason;
    return version.version == 1 ? tr("First version") : QString();
}

void ArticleInfo::addVersion(const ArticleVersion &version)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    auto *number =
        widgets::makeButton(theme(), widgets::ButtonKind::Link, u"version%1"_s.arg(version.version),
            u"v%1"_s.arg(version.version), {}, widgets::ButtonSize::Small, this);
    number->setEnabled(version.version != m_shown);
    number->setAccessibleName(version.version == m_shown
            ? tr("Version %1, shown").arg(version.version)
            : tr("Show version %1").arg(version.version));
    connect(number, &QPushButton::clicked, this,
        [this, n = version.version] { Q_EMIT versionAsked(n); });
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(
        label(theme(), changeOf(version), FontRole::Body, style::Weight::Regular, style::Ink::T1));
    const QString when = version.publishedAt
        ? words::dateTime(*version.publishedAt, QTimeZone::systemTimeZone())
        : QString();
    words->addWidget(label(theme(), when + u" · "_s + m_directory.personName(version.author),
        FontRole::Caption, style::Weight::Regular, style::Ink::T3));
    row->addWidget(number, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    m_versionRows->addLayout(row);
}

void ArticleInfo::addIncident(const knowledge::ArticleUse::Incident &incident, int number)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(6));
    auto *level = new widgets::LevelMark(theme(), this);
    level->setShapeSize(14);
    level->setLevel(domain::levelFrom(incident.level).value_or(domain::Level::Red),
        words::level(incident.level), false);
    level->setFill(incident.recovered ? style::ShapeFill::Hollow : style::ShapeFill::Solid);
    auto *title = widgets::makeButton(theme(), widgets::ButtonKind::Link, u"usedAt%1"_s.arg(number),
        {}, {}, widgets::ButtonSize::Small, this);
    const QString when = incident.running
        ? tr("under way")
        : words::shortDate(domain::wallTime(incident.at, QTimeZone::systemTimeZone()).date());
    auto *aside = label(theme(), when, FontRole::Caption, style::Weight::Regular, style::Ink::T3);
    aside->setWordWrap(false);
    const QString name = incident.reference + u' '
        + (incident.drill ? u"【"_s + tr("Drill") + u"】"_s : QString()) + incident.title;
    const int room = scaled(kTitleWidth) - aside->sizeHint().width();
    title->setText(widgets::elidedText(title->font(), name, room));
    title->setToolTip(name);
    title->setAccessibleName(name + u", "_s + when);
    connect(
        title, &QPushButton::clicked, this, [this, id = incident.id] { Q_EMIT incidentAsked(id); });
    row->addWidget(level);
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(aside);
    m_incidentRows->addLayout(row);
}

void ArticleInfo::fill()
{
    widgets::emptyLayout(*m_factRows);
    widgets::emptyLayout(*m_versionRows);
    widgets::emptyLayout(*m_incidentRows);
    m_head->setTitle(tr("About this article"));
    m_history->setTitle(tr("Versions"));
    for (const Fact &fact : facts())
        addFact(fact);
    if (!m_entry.article.targets.isEmpty())
        addTargets();
    for (const ArticleVersion &version : m_versions.mid(0, kMostVersions))
        addVersion(version);
    m_history->setVisible(!m_versions.isEmpty());
    m_compare->setText(tr("Compare versions"));
    m_compare->setVisible(m_versions.size() > 1);
    m_incidents->setTitle(tr("Incidents that used it"));
    const bool used = m_usedArticle == m_entry.article.id && !m_use.incidents.isEmpty();
    m_incidents->setVisible(used);
    for (int i = 0; used && i < std::min(kMostIncidents, m_use.incidents.size()); ++i)
        addIncident(m_use.incidents.at(i), i);
}

void ArticleInfo::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    painter.fillRect(QRect(0, 0, 1, height()), tokens().line);
}

void ArticleInfo::themeChanged()
{
    fill();
    ThemedWidget::themeChanged();
}

void ArticleInfo::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
