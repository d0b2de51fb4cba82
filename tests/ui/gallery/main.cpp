// SPDX-License-Identifier: GPL-3.0-or-later
// Shows every widget, or writes its pictures: watchroom_gallery [FOLDER]. QT_SCALE_FACTOR sets
// the scale of the pictures.
#include "tests/ui/gallery/gallerypage.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using watchroom::gallery::GalleryPage;
using watchroom::style::TextSize;
using watchroom::style::Theme;
using watchroom::style::ThemeKind;

namespace {

void picture(Theme &theme, bool chinese, const QString &file)
{
    GalleryPage page(theme, chinese);
    page.resize(page.sizeHint().expandedTo({720, 0}));
    page.show();
    page.findChild<QWidget *>(u"focused"_s)->setFocus(Qt::TabFocusReason);
    QEventLoop shown;
    QTimer::singleShot(
        400, &shown, &QEventLoop::quit); // the loading state's bars come after 300 ms
    shown.exec();
    page.grab().save(file);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Theme theme;
    theme.apply(application);
    if (argc < 2) {
        GalleryPage page(theme, true);
        page.show();
        return QApplication::exec();
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    for (const auto kind : {ThemeKind::Dark, ThemeKind::Light}) {
        theme.setKind(kind);
        for (const auto size : {TextSize::Normal, TextSize::Large, TextSize::Larger}) {
            theme.setTextSize(size);
            for (const bool chinese : {true, false}) {
                picture(theme, chinese,
                    folder.filePath(u"gallery-%1-%2-%3.png"_s.arg(
                        kind == ThemeKind::Dark ? u"dark"_s : u"light"_s,
                        chinese ? u"zh"_s : u"en"_s, QString::number(theme.textFactor()))));
            }
        }
    }
    return 0;
}
