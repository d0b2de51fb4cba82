// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/markdown.h"

#include "app/articles/barelinks.h"
#include "app/articles/markdownlimits.h"

#include <QMutex>

#include <array>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <memory>
#include <string_view>

namespace watchroom::articles {

using namespace Qt::StringLiterals;
using base::Error;
using Kind = Node::Kind;

namespace {

struct FreeParser
{
    void operator()(cmark_parser *parser) const { cmark_parser_free(parser); }
};

struct FreeNode
{
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};

using ParserPointer = std::unique_ptr<cmark_parser, FreeParser>;
using NodePointer = std::unique_ptr<cmark_node, FreeNode>;

/// Without the library's own "autolink", which costs the square of a word's length and takes
/// Chinese punctuation into the address.
constexpr std::array kExtensions{"table", "tasklist", "strikethrough"};

NodePointer parsed(const QByteArray &utf8)
{
    cmark_gfm_core_extensions_ensure_registered();
    const ParserPointer parser(cmark_parser_new(CMARK_OPT_DEFAULT));
    for (const char *name : kExtensions)
        cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    cmark_parser_feed(parser.get(), utf8.constData(), static_cast<size_t>(utf8.size()));
    return NodePointer(cmark_parser_finish(parser.get()));
}

Kind extensionKind(std::string_view name)
{
    if (name == "table")
        return Kind::Table;
    if (name == "table_header" || name == "table_row")
        return Kind::Row;
    if (name == "table_cell")
        return Kind::Cell;
    return Kind::Strike;
}

Kind kindOf(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
        return Kind::Document;
    case CMARK_NODE_BLOCK_QUOTE:
        return Kind::Quote;
    case CMARK_NODE_LIST:
        return Kind::List;
    case CMARK_NODE_ITEM:
        return Kind::Item;
    case CMARK_NODE_CODE_BLOCK:
        return Kind::Code;
    case CMARK_NODE_HTML_BLOCK:
        return Kind::HtmlBlock;
    case CMARK_NODE_PARAGRAPH:
        return Kind::Paragraph;
    case CMARK_NODE_HEADING:
        return Kind::Heading;
    case CMARK_NODE_THEMATIC_BREAK:
        return Kind::Rule;
    case CMARK_NODE_TEXT:
        return Kind::Text;
    case CMARK_NODE_SOFTBREAK:
        return Kind::SoftBreak;
    case CMARK_NODE_LINEBREAK:
        return Kind::HardBreak;
    case CMARK_NODE_CODE:
        return Kind::CodeSpan;
    case CMARK_NODE_HTML_INLINE:
        return Kind::HtmlSpan;
    case CMARK_NODE_EMPH:
        return Kind::Emphasis;
    case CMARK_NODE_STRONG:
        return Kind::Strong;
    case CMARK_NODE_LINK:
        return Kind::Link;
    case CMARK_NODE_IMAGE:
        return Kind::Image;
    default:
        return extensionKind(cmark_node_get_type_string(node));
    }
}

/// Copies the library's tree into ours, as deep and as much as is allowed.
class Copy
{
public:
    /// False: too deep or too much; `wrong()` and `line()` say which and where.
    [[nodiscard]] bool take(cmark_node *from, Node &into, int depth)
    {
        if (const int line = cmark_node_get_start_line(from); line > 0)
            m_line = line;
        if (depth > kArticleDepth || ++m_count > kArticleNodes) {
            m_wrong = depth > kArticleDepth ? u"article_too_deep"_s : u"article_too_complex"_s;
            return false;
        }
        describe(from, into);
        for (auto *child = cmark_node_first_child(from); child; child = cmark_node_next(child)) {
            if (!take(child, into.children.emplace_back(), depth + 1))
                return false;
        }
        if (into.kind == Kind::Table)
            align(from, into);
        return true;
    }

    [[nodiscard]] QString wrong() const { return m_wrong; }
    [[nodiscard]] int line() const { return m_line; }

private:
    static void describe(cmark_node *from, Node &into)
    {
        into.kind = kindOf(from);
        into.text = QString::fromUtf8(cmark_node_get_literal(from));
        into.firstLine = cmark_node_get_start_line(from);
        into.lastLine = cmark_node_get_end_line(from);
        if (into.kind == Kind::Link || into.kind == Kind::Image)
            into.target = QString::fromUtf8(cmark_node_get_url(from));
        if (into.kind == Kind::Code)
            into.target = QString::fromUtf8(cmark_node_get_fence_info(from));
        if (into.kind == Kind::Heading)
            into.number = cmark_node_get_heading_level(from);
        if (into.kind == Kind::Row)
            into.header = cmark_gfm_extensions_get_table_row_is_header(from) != 0;
        if (into.kind == Kind::List)
            describeList(from, into);
        if (into.kind == Kind::Item) {
            into.firstColumn = cmark_node_get_start_column(from);
            into.task = std::string_view(cmark_node_get_type_string(from)) == "tasklist";
            into.checked = into.task && cmark_gfm_extensions_get_tasklist_item_checked(from);
        }
    }

    static void describeList(cmark_node *from, Node &into)
    {
        into.ordered = cmark_node_get_list_type(from) == CMARK_ORDERED_LIST;
        into.tight = cmark_node_get_list_tight(from) != 0;
        into.number = into.ordered ? cmark_node_get_list_start(from) : 0;
    }

    static void align(cmark_node *table, Node &into)
    {
        const size_t columns = cmark_gfm_extensions_get_table_columns(table);
        const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(table);
        for (Node &row : into.children) {
            for (size_t i = 0; i < std::min(columns, row.children.size()); ++i)
                row.children[i].align = static_cast<char>(alignments[i]);
        }
    }

    int m_count = 0;
    int m_line = 1;
    QString m_wrong;
};

base::Result<Node> tree(const QByteArray &utf8)
{
    // The library keeps tables of its own that every parser changes while it works.
    static QMutex mutex;
    const QMutexLocker lock(&mutex);
    const NodePointer root = parsed(utf8);
    Node copy;
    Copy copying;
    if (!copying.take(root.get(), copy, 0))
        return base::failure(Error::Kind::Invalid,
            u"article: %1 at line %2"_s.arg(copying.wrong()).arg(copying.line()), copying.wrong(),
            {{u"line"_s, copying.line()}});
    return copy;
}

} // namespace

QString normalised(QString text)
{
    if (text.startsWith(QChar(0xfeff)))
        text.remove(0, 1);
    text.replace(u"\r\n"_s, u"\n"_s);
    text.replace(u'\r', u'\n');
    return text;
}

base::Result<Document> parseMarkdown(const QString &text)
{
    // Before anything is copied: three bytes a unit are the most there can be.
    if (text.size() > kArticleBytes)
        return base::failure(Error::Kind::Invalid, u"article: too large"_s, u"article_too_large"_s);
    const QString source = normalised(text);
    const QByteArray utf8 = source.toUtf8();
    if (const auto bounds = checkBounds(utf8); !bounds)
        return tl::unexpected(bounds.error());
    auto root = tree(utf8);
    if (!root)
        return tl::unexpected(root.error());
    findBareLinks(*root);
    return Document{std::move(*root), source.split(u'\n')};
}

} // namespace watchroom::articles
