# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's evening at two consoles: signing in, an alert, the six stages, calls, a database that
is cut, language, theme, lock. evening.py WALKROOM WATCHROOM PICTURES"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from desktop import Desktop, Missed, Program, wait_until

ALERT = "RTT 500 ms"


class Room:
    """The database and the source, steered through walkroom."""

    def __init__(self, program, folder):
        self.process = subprocess.Popen([program, folder], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        ready = self.process.stdout.readline().strip()
        if ready != "ready":
            raise Missed(f"the room is not ready: {ready}")

    def say(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def sql(self, statement):
        return self.say("sql " + statement)

    def close(self):
        self.process.stdin.close()
        self.process.wait(30)


class Evening:
    def __init__(self, desktop, room, watchroom, desks, pictures):
        self.desktop = desktop
        self.room = room
        self.desks = pathlib.Path(desks)
        self.pictures = pictures
        self.taken = 0
        self.one = Program(desktop, [watchroom, "--workspace", f"{desks}/desk-1", "--lang", "en"], 0)
        self.two = Program(desktop, [watchroom, "--workspace", f"{desks}/desk-2", "--lang", "zh_CN"],
                           1460)

    def picture(self, name):
        self.taken += 1
        self.desktop.picture(self.pictures / f"{self.taken:02d}-{name}.png")

    def column(self, console, name, count):
        """A column of the board says how many incidents it has."""
        console.find(re.compile(rf"^{name}\D+{count}\b"), "list")

    def on_both(self, english, chinese, count=1):
        self.column(self.one, english, count)
        self.column(self.two, chinese, count)

    def card(self, console, *words):
        """The card of the incident says all of these."""
        def said():
            node = console.shown(re.compile(re.escape(ALERT)), "list item")
            return node if node and all(word in node.name for word in words) else None
        return wait_until(said, f"a card with {words}")

    def sign_in(self):
        one, two = self.one, self.two
        one.find("Login", "text").set_text("chen")
        one.find("Password", "password text").set_text("a guess")
        one.keys("Return")
        one.find(re.compile("password", re.I), "label")
        self.picture("wrong-password")
        one.find("Password", "password text").set_text("chen's own")
        one.keys("Return")
        one.find("陈晓")
        two.find("登录名", "text").set_text("li")
        two.find("密码", "password text").set_text("li's own")
        two.keys("Return")
        two.find("李泽")
        for console, synced in ((one, "Synced"), (two, "已同步")):
            console.find(re.compile("^" + synced))

    def list_places(self):
        """The lead is asked about the site that the source names; the colleague is not."""
        self.one.find("Add to the list", "push button").press()
        self.one.gone("Add to the list", "push button")
        if self.two.shown("加入清单", "push button"):
            raise Missed("somebody who may not is asked for it")

    def alert(self):
        self.room.say("rtt 500")
        self.on_both("Detection", "监测发现")
        self.one.find(re.compile(f"Red: act now.*{ALERT}.*Unclaimed"))
        self.two.find(re.compile(f"红色预警.*{ALERT}.*无人认领"))
        self.card(self.one, "Red", "Unclaimed")
        self.picture("red-alert")

    def claim(self):
        self.card(self.one).click()
        self.one.find("Enter Assessment", "push button")
        self.one.keys("c")
        self.card(self.one, "陈晓")
        self.card(self.two, "陈晓")  # the colleague sees whose it is
        for console in (self.one, self.two):
            wait_until(lambda c=console: c.shown(re.compile(f"{ALERT}.*(Unclaimed|无人认领)")) is None,
                       "the banner to go")

    def quality(self):
        """The charts of the site, out of the real source, one key from its incident."""
        self.one.keys("q")
        wait_until(lambda: any(node.name == "Round-trip time" and "highest 500" in node.description
                               for node in self.one.walk()), "the value in its chart")
        self.picture("quality")
        self.one.find("Incidents", "radio button").press()

    def assess(self):
        self.one.keys("ctrl+Right")
        self.on_both("Assessment", "初步研判")
        self.one.keys("ctrl+Right")
        self.one.find(re.compile("^Assessment #"))
        self.picture("assessment")
        self.one.keys("Return")
        self.on_both("Diagnosis", "诊断定位")

    def log_calls(self):
        entry = self.one.find("New entry", "text")
        entry.click()
        self.one.types("Carrier confirms congestion")
        self.one.find("Log it as a call", "push button").press()
        wait_until(lambda: entry.text() == "", "the entry to be saved")
        self.card(self.two).click()
        call = self.two.find("新记录", "text")
        call.set_text("华山院区已改用备线")
        self.two.find("记为通话", "push button").press()
        wait_until(lambda: call.text() == "", "the colleague's entry to be saved")
        self.one.find(re.compile("华山院区已改用备线"), "list item")
        self.two.find(re.compile("Carrier confirms congestion"), "list item")

    def cut(self):
        self.room.say("kill")
        self.one.find(re.compile("^Offline"))
        self.two.find(re.compile("^离线"))
        self.one.find(re.compile("^Enter Recovery"), "push button").press()
        self.one.find("Cause or hypothesis, in one line", "text").set_text("carrier node congested")
        self.one.keys("Return")
        self.column(self.one, "Recovery", 1)  # work goes on here
        self.column(self.two, "诊断定位", 1)
        self.picture("database-cut")
        answer = self.room.say("start")
        if answer != "started":
            raise Missed(f"the database: {answer}")
        self.on_both("Recovery", "处置恢复")
        self.one.find(re.compile("^Synced"))
        self.picture("back-again")

    def recover_and_close(self):
        self.room.say("rtt 42")
        self.one.find(re.compile("^Enter Notification"), "push button").press()
        self.one.find("How it was verified that it works again", "text").set_text("picture fine")
        self.one.keys("Return")
        self.on_both("Notification", "通报反馈")
        self.one.find(re.compile("^Enter Review"), "push button").press()
        told = self.one.find(re.compile("was told$"), "check box")
        told.press()
        wait_until(lambda: told.has("checked"), "the party to be ticked")
        self.one.keys("Return")
        self.on_both("Review", "复盘总结")
        self.one.find(re.compile("^Close (the )?incident"), "push button").press()
        self.on_both("Review", "复盘总结", 0)

    def look(self):
        self.one.find("Settings", "radio button").press()
        language = self.one.find("Language", "filler")
        language.click_at(0.2)  # 中文 is the left one
        self.one.find("设置", "radio button")
        self.picture("settings-in-chinese")
        theme = self.one.find("主题", "filler")
        theme.click_at(0.8)
        wait_until(lambda: theme.description == "日间", "the light theme")
        self.picture("light")
        self.one.find("语言", "filler").click_at(0.8)
        self.one.find("Settings", "radio button")
        self.one.find("Incidents", "radio button").press()

    def lock(self):
        self.one.keys("ctrl+l")
        self.one.find("PIN, 4 to 6 digits", "password text")
        self.one.types("2468")
        self.one.keys("Return")
        person = self.one.find("陈晓")
        wait_until(lambda: "ocked" in person.description, "the lock")
        self.picture("locked")
        self.one.types("2468")
        wait_until(lambda: "ocked" not in self.one.find("陈晓").description, "the unlocking")

    def record(self):
        """What the server holds at the end of the evening."""
        closed = self.room.sql("SELECT stage FROM app.incident")
        if closed != "closed":
            raise Missed(f"the incident is {closed} at the server")
        calls = self.room.sql("SELECT count(*) FROM app.log_entry WHERE kind = 'call'")
        if calls != "2":
            raise Missed(f"{calls} calls are in the record")
        authors = self.room.sql("SELECT string_agg(DISTINCT author, ' ' ORDER BY author)"
                                " FROM app.log_entry WHERE kind = 'call'")
        if authors != "chen li":
            raise Missed(f"the calls are by {authors}")

    def secrets(self):
        """The stations' passwords left the folders for the keyring."""
        for desk in sorted(self.desks.iterdir()):
            config = json.loads((desk / "workspace.json").read_text(encoding="utf-8"))
            if "password" in config["server"] or not config["station_secret"]:
                raise Missed(f"the password of {desk.name} stands in its folder")
            if list(desk.glob("credential-*")):
                raise Missed(f"the keyring has not taken the password of {desk.name}")

    def close(self):
        return self.one.stop(), self.two.stop()


def main():
    walkroom, watchroom = (os.path.abspath(path) for path in sys.argv[1:3])
    pictures = pathlib.Path(sys.argv[3])
    pictures.mkdir(parents=True, exist_ok=True)
    for old in pictures.glob("*.png"):
        old.unlink()
    desktop = Desktop("2920x960x24")
    with tempfile.TemporaryDirectory(prefix="walk-desks-") as desks:
        room = evening = None
        try:
            room = Room(walkroom, desks)
            evening = Evening(desktop, room, watchroom, desks, pictures)
            for step in (evening.sign_in, evening.list_places, evening.alert, evening.claim, evening.quality, evening.assess,
                         evening.log_calls, evening.cut, evening.recover_and_close, evening.look,
                         evening.lock, evening.record, evening.secrets):
                print(step.__name__, flush=True)
                step()
        except Missed:
            desktop.picture(pictures / "missed.png")
            if evening:
                print(evening.one.output(), evening.two.output(), file=sys.stderr)
            raise
        finally:
            ended = evening.close() if evening else ()
            if room:
                room.close()
            desktop.close()
    if any(ended):
        raise Missed(f"the consoles ended with {ended}")


if __name__ == "__main__":
    main()
