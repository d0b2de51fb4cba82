// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace watchroom::articles {

/// A part of an article and its parts. Blocks know the lines they stand on, from 1. A value.
struct Node
{
    enum class Kind
    {
        Document,
        Quote,
        List,
        Item,
        Code,
        HtmlBlock,
        Paragraph,
        Heading,
        Rule,
        Table,
        Row,
        Cell,
        Text,
        SoftBreak,
        HardBreak,
        CodeSpan,
        HtmlSpan,
        Emphasis,
        Strong,
        Strike,
        Link,
        Image,
    };

    Kind kind = Kind::Document;
    QString text = {}; ///< of Text, Code, CodeSpan and what is written as HTML
    QString target = {}; ///< of Link and Image; of Code the words behind its fence
    int number = 0; ///< level of a Heading; the first number of an ordered List
    char align = 0; ///< of a Cell: 'l', 'c', 'r'
    bool ordered = false; ///< of a List
    bool tight = false; ///< of a List: its items have no blank lines between them
    bool task = false; ///< of an Item: it begins with a box
    bool checked = false;
    bool header = false; ///< of a Row
    int firstLine = 0;
    int lastLine = 0;
    int firstColumn = 0; ///< from 1, of an Item only
    std::vector<Node> children = {};
};

} // namespace watchroom::articles
