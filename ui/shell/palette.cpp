// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette.h"

#include "app/words/errors.h"
#include "ui/shell/palettedelegate.h"
#include "ui/shell/palettemodel.h"
#include "ui/shell/palettesearch.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using Kind = PaletteLine::Kind;
using State = PaletteSearch::State;

namespace {
constexpr int kWidth = 680; ///< px at a text factor of 1
constexpr int kHeight = 520;
} // namespace

Palette::Palette(const style::Theme &theme, QWidget &window, PaletteSearch &search)
    : VeilDialog(theme, window)
    , m_search(search)
    , m_field(new widgets::SearchField(theme, &box()))
    , m_model(new PaletteModel(this))
    , m_list(new QListView(&box()))
    , m_stack(new QStackedWidget(&box()))
    , m_nothing(new widgets::EmptyState(theme, m_stack))
    , m_notice(new widgets::TextLabel(
          theme, style::FontRole::Caption, style::Weight::Regular, style::Ink::T2, &box()))
{
    setObjectName(u"palette"_s);
    setHeading(tr("Search everything"));
    build();
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_opensFirst = false;
        m_search.ask(text);
    });
    connect(&m_search, &PaletteSearch::changed, this, &Palette::refresh);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        choose(index.row());
        openCurrent();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &Palette::say);
    m_search.ask({});
}

void Palette::build()
{
    box().setFixedSize(theme().scaled(kWidth), theme().scaled(kHeight));
    m_field->setObjectName(u"paletteField"_s);
    m_field->setMaxLength(store::kQueryCharacters);
    m_field->setPrompt(tr("Articles, incidents, contacts, places, pages, the log"));
    m_field->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(theme(), m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setStyleSheet(u"border: none; background: transparent"_s);
    m_notice->setObjectName(u"paletteNotice"_s);
    auto *keys = new widgets::TextLabel(
        theme(), style::FontRole::Caption, style::Weight::Regular, style::Ink::T3, &box());
    keys->setText(tr("↑↓ choose · Enter open · Esc close"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_nothing);
    const int edge = theme().scaled(12);
    auto *layout = new QVBoxLayout(&box());
    layout->setContentsMargins(0, edge, 0, theme().scaled(8));
    layout->setSpacing(theme().scaled(6));
    auto *inset = new QVBoxLayout;
    inset->setContentsMargins(edge, 0, edge, 0);
    inset->addWidget(m_field);
    inset->addWidget(m_notice);
    layout->addLayout(inset);
    layout->addWidget(m_stack, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(edge, 0, edge, 0);
    foot->addWidget(keys);
    layout->addLayout(foot);
}

void Palette::refresh()
{
    const auto before = current();
    m_model->setLines(m_search.lines());
    const State state = m_search.state();
    m_notice->setVisible(state != State::Ready);
    if (state == State::Failed)
        m_notice->setText(words::errorSentence(*m_search.error()));
    else
        m_notice->setText(state == State::Indexing
                ? tr("The search index is being built; what it holds comes by itself.")
                : tr("Searching…"));
    m_nothing->setFact(
        u"search"_s, tr("Nothing has all of these words"), tr("Try fewer or other words"));
    const bool isNothing = m_model->lines().isEmpty() && state == State::Ready;
    m_stack->setCurrentWidget(isNothing ? static_cast<QWidget *>(m_nothing) : m_list);
    // What somebody has moved to stays chosen while more arrives for the same words.
    int row = -1;
    if (before && m_shownQuery == m_search.query())
        for (int i = 0; i < m_model->rowCount() && row < 0; ++i)
            if (!m_model->lines().at(i).isHeading && m_model->lines().at(i).isSame(*before))
                row = i;
    m_shownQuery = m_search.query();
    choose(row >= 0 ? row : m_model->next(-1, 1));
    if (row < 0)
        m_list->scrollToTop();
    say();
    if (m_opensFirst && m_search.isUpToDate())
        openCurrent();
}

/// The field has the focus: what is chosen is said as its description.
void Palette::say()
{
    const QModelIndex index = m_list->currentIndex();
    const QString line = index.isValid()        ? index.data(Qt::AccessibleTextRole).toString()
        : m_stack->currentWidget() == m_nothing ? tr("Nothing has all of these words")
                                                : QString();
    if (line == m_field->accessibleDescription())
        return;
    m_field->setAccessibleDescription(line);
    QAccessibleEvent event(m_field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

std::optional<PaletteLine> Palette::current() const
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return std::nullopt;
    return m_model->lines().at(index.row());
}

void Palette::choose(int row)
{
    m_list->setCurrentIndex(row >= 0 ? m_model->index(row) : QModelIndex());
}

void Palette::move(int step)
{
    const int row = m_model->next(m_list->currentIndex().row(), step);
    if (row < 0)
        return;
    choose(row);
    if (m_model->next(row, -1) < 0)
        m_list->scrollToTop(); // with its heading
}

void Palette::openCurrent()
{
    m_opensFirst = !m_search.isUpToDate();
    const auto line = current();
    if (m_opensFirst || !line)
        return;
    m_search.noteOpened(*line);
    accept();
    const QUuid id = QUuid::fromString(line->ref);
    switch (line->kind) {
    case Kind::Article:
        Q_EMIT articleAsked(id);
        return;
    case Kind::Incident:
        Q_EMIT incidentAsked(id);
        return;
    case Kind::Contact:
        Q_EMIT contactAsked(id);
        return;
    case Kind::Entry:
        Q_EMIT entryAsked(id);
        return;
    case Kind::Place:
        Q_EMIT placeAsked(line->ref);
        return;
    case Kind::Page:
        Q_EMIT pageAsked(line->ref.toInt());
        return;
    case Kind::Recent:
        return;
    }
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return VeilDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openCurrent();
        return true;
    case Qt::Key_Escape:
        reject();
        return true;
    default:
        return VeilDialog::eventFilter(watched, event);
    }
}

} // namespace watchroom::ui
