# SPDX-License-Identifier: GPL-3.0-or-later
"""The lints find what they are there for, and leave alone what is right."""
import pathlib
import tempfile
import unittest

import documents
import layers
import shell
import text

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"


class Layers(unittest.TestCase):
    def findings(self, path, *includes):
        with tempfile.TemporaryDirectory() as folder:
            base = pathlib.Path(folder)
            for name in ("app/base/ids.h", "app/store/store.h", "app/incidents/incident.h",
                         "ui/widgets/clock.h", "ui/incidents/board.h", "ui/quality/chart.h"):
                (base / name).parent.mkdir(parents=True, exist_ok=True)
                (base / name).write_text(SPDX)
            source = base / path
            source.parent.mkdir(parents=True, exist_ok=True)
            source.write_text(SPDX + "".join(f"#include {include}\n" for include in includes))
            return layers.check(base, layers.window_headers())

    def test_an_arrow_upwards_is_found(self):
        self.assertEqual(len(self.findings("app/domain/a.cpp", '"app/store/store.h"')), 1)
        self.assertEqual(len(self.findings("app/store/a.cpp", '"ui/widgets/clock.h"')), 1)

    def test_a_feature_does_not_include_another(self):
        self.assertEqual(len(self.findings("app/quality/a.cpp", '"app/incidents/incident.h"')), 1)
        self.assertEqual(len(self.findings("ui/quality/a.cpp", '"ui/incidents/board.h"')), 1)

    def test_an_arrow_downwards_is_fine(self):
        self.assertEqual(self.findings("ui/incidents/a.cpp", '"app/incidents/incident.h"',
                                       '"ui/widgets/clock.h"', '"ui/incidents/board.h"'), [])
        self.assertEqual(self.findings("ui/shell/a.cpp", '"ui/quality/chart.h"'), [])

    def test_windows_stay_out_of_app(self):
        for header in ("<QWidget>", "<QtWidgets/QWidget>", "<QColor>"):
            self.assertEqual(len(self.findings("app/store/a.cpp", header)), 1, header)
        self.assertEqual(self.findings("app/programs/main.cpp", "<QApplication>"), [])
        self.assertEqual(self.findings("app/store/a.cpp", "<QString>"), [])

    def test_sql_stays_in_its_folders(self):
        self.assertEqual(len(self.findings("app/incidents/a.cpp", "<QSqlQuery>")), 1)
        self.assertEqual(len(self.findings("ui/shell/a.cpp", "<QtSql/QSqlDatabase>")), 1)
        self.assertEqual(self.findings("app/store/a.cpp", "<QSqlQuery>"), [])

    def test_includes_start_at_the_root(self):
        self.assertEqual(len(self.findings("app/base/a.cpp", '"ids.h"')), 1)


class Text(unittest.TestCase):
    def test_each_forbidden_word_is_found(self):
        for where, code in (("app/a.cpp", "qWarning() << 1;"), ("ui/a.cpp", "Store::instance();"),
                            ("app/a.cpp", "future.then(this, [] {});"),
                            ("ui/a.cpp", "QCoreApplication::processEvents();"),
                            ("tests/unit/a.cpp", "QTest::qWait(5);"), ("tests/unit/a.cpp", "QThread::msleep(5);")):
            self.assertEqual(len(text.check_file(where, SPDX + code)), 1, code)

    def test_comments_and_strings_may_say_anything(self):
        self.assertEqual(text.check_file("app/a.cpp", SPDX + '// instance()\nauto a = u"qDebug()";'), [])

    def test_category_logging_is_fine(self):
        self.assertEqual(text.check_file("app/a.cpp", SPDX + "qCWarning(lcStore) << 1;"), [])

    def test_what_is_unfinished_is_found(self):
        self.assertEqual(len(text.check_file("app/a.cpp", SPDX + "// TO" + "DO later")), 1)

    def test_size_and_licence(self):
        self.assertEqual(len(text.check_file("app/a.cpp", SPDX + "\n" * 500)), 1)
        self.assertEqual(text.check_file("app/a.cpp", SPDX + "\n" * 499), [])
        self.assertEqual(len(text.check_file("app/a.cpp", "#pragma once\n")), 1)
        self.assertEqual(text.check_file("a.sh", "#!/bin/bash\n# " + SPDX[3:]), [])


class Shell(unittest.TestCase):
    def test_a_script_that_bash_cannot_read(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "a.sh"
            path.write_text("#!/bin/bash\nset -e\nif true\n")
            self.assertEqual(len(shell.check(path)), 1)
            path.write_text("#!/bin/bash\ntrue\n")
            self.assertEqual(len(shell.check(path)), 1)
            path.write_text("#!/bin/bash\nset -e\ntrue\n")
            self.assertEqual(shell.check(path), [])


class Documents(unittest.TestCase):
    def test_headings_and_commands_are_compared(self):
        english = "# A\n## B\n```\nrun  # it\n```\n"
        self.assertEqual(documents.compare(english, "# 甲\n## 乙\n```\nrun  # 它\n```\n"), [])
        self.assertEqual(len(documents.compare(english, "# 甲\n```\nrun\n```\n")), 1)
        self.assertEqual(len(documents.compare(english, "# 甲\n## 乙\n```\nwalk\n```\n")), 1)


if __name__ == "__main__":
    unittest.main()
