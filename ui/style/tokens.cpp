// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/tokens.h"

namespace watchroom::style {

namespace {

Tokens dark()
{
    Tokens t;
    t.bg = QColor(0x16191C);
    t.rail = QColor(0x0F1113);
    t.panel = QColor(0x1E2226);
    t.card = QColor(0x272C31);
    t.raised = QColor(0x343B41);
    t.field = QColor(0x121517);
    t.line = QColor(0x363D44);
    t.line2 = QColor(0x77828C);
    t.t1 = QColor(0xE9ECEE);
    t.t2 = QColor(0xBEC6CD);
    t.t3 = QColor(0x9CA6AF);
    t.acc = QColor(0x85CBB9);
    t.accFill = QColor(0x338171);
    t.accTint = QColor(0x233833);
    t.onAcc = QColor(0xFFFFFF);
    t.inv = QColor(0xE9ECEE);
    t.onInv = QColor(0x16191C);
    t.series = QColor(0xC6CDD3);
    t.grid = QColor(0x30373D);
    t.wallRed = QColor(0xC4261C);
    t.onWallRed = QColor(0xFFFFFF);
    t.levels = {{
        {QColor(0x4C9DFF), QColor(0x4C9DFF), QColor(0x8FC3FF), QColor(0x1D2E43)},
        {QColor(0xF7C843), QColor(0xF7C843), QColor(0xF7C843), QColor(0x3A321C)},
        {QColor(0xFF5A4D), QColor(0xFF5A4D), QColor(0xFF8F84), QColor(0x472322)},
    }};
    return t;
}

Tokens light()
{
    Tokens t;
    t.bg = QColor(0xD6DADE);
    t.rail = QColor(0xC6CBD0);
    t.panel = QColor(0xE6E9EB);
    t.card = QColor(0xF6F7F8);
    t.raised = QColor(0xFFFFFF);
    t.field = QColor(0xFFFFFF);
    t.line = QColor(0xBEC5CB);
    t.line2 = QColor(0x6A747D);
    t.t1 = QColor(0x191E22);
    t.t2 = QColor(0x3F4952);
    t.t3 = QColor(0x525C65);
    t.acc = QColor(0x175A4D);
    t.accFill = QColor(0x1D6556);
    t.accTint = QColor(0xCFE3DD);
    t.onAcc = QColor(0xFFFFFF);
    t.inv = QColor(0x22282D);
    t.onInv = QColor(0xFFFFFF);
    t.series = QColor(0x3F4952);
    t.grid = QColor(0xD3D8DC);
    t.wallRed = QColor(0xC4261C);
    t.onWallRed = QColor(0xFFFFFF);
    t.levels = {{
        {QColor(0x1668CC), QColor(0x1668CC), QColor(0x0A4C98), QColor(0xD8E6F7)},
        {QColor(0xF2B600), QColor(0x6B4A00), QColor(0x664600), QColor(0xFFEFBD)},
        {QColor(0xD0241A), QColor(0xD0241A), QColor(0x9C130A), QColor(0xFADBD7)},
    }};
    return t;
}

} // namespace

const Tokens &tokensOf(ThemeKind kind)
{
    static const Tokens darkTokens = dark();
    static const Tokens lightTokens = light();
    return kind == ThemeKind::Dark ? darkTokens : lightTokens;
}

} // namespace watchroom::style
