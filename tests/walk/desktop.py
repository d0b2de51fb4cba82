# SPDX-License-Identifier: GPL-3.0-or-later
"""A virtual desktop of its own, and programs on it driven as a person does: by what the
accessibility bus says of them, and by keys and clicks."""
import os
import re
import signal
import subprocess
import tempfile
import time
import warnings

import gi

UNBOUNDED = {"table", "tree", "tree table"}  # a child for each cell: never walked


class Missed(AssertionError):
    """What should have happened did not in time."""


def wait_until(reached, what, seconds=20):
    end = time.monotonic() + seconds
    while True:
        try:
            value = reached()
        except gi.repository.GLib.Error:  # a widget went away while it was looked at
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Missed(f"waited {seconds} s in vain for {what}")
        time.sleep(0.05)


class Desktop:
    """X server, session bus and window manager, in folders of their own."""

    def __init__(self, size):
        self.folder = tempfile.TemporaryDirectory(prefix="walk-")
        self.processes = []
        reading, writing = os.pipe()
        self.start(["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"],
                   pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as number:
            display = ":" + number.readline().strip()
        os.environ.update({
            "DISPLAY": display, "HOME": self.folder.name, "XDG_RUNTIME_DIR": self.folder.name,
            "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
        for name in ("WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "AT_SPI_BUS_ADDRESS"):
            os.environ.pop(name, None)
        os.chmod(self.folder.name, 0o700)
        bus = self.start(["dbus-daemon", "--session", "--nofork", "--print-address"],
                         stdout=subprocess.PIPE, text=True)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.start(["openbox"])
        self.unlock_keyring()
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi  # only now: it connects to the bus
        warnings.simplefilter("ignore", DeprecationWarning)
        Atspi.set_timeout(3000, 10000)
        self.atspi = Atspi

    def unlock_keyring(self):
        """As a login does; else the first secret to be kept asks for a password in a window."""
        keyring = self.start(["gnome-keyring-daemon", "--foreground", "--unlock",
                              "--components=secrets"], stdin=subprocess.PIPE)
        keyring.stdin.write(b"walk")
        keyring.stdin.close()
        from gi.repository import Gio, GLib
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        wait_until(lambda: bus.call_sync(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
            GLib.Variant("(s)", ("org.freedesktop.secrets",)), None, Gio.DBusCallFlags.NONE, 5000,
            None).unpack()[0], "the keyring")

    def start(self, command, **how):
        how = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **how}
        self.processes.append(subprocess.Popen(command, start_new_session=True, **how))
        return self.processes[-1]

    def close(self):
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.folder.cleanup()

    @staticmethod
    def picture(path):
        subprocess.run(["import", "-window", "root", path], check=True, timeout=30)


class Node:
    """One accessible thing of a program."""

    def __init__(self, program, accessible):
        self.program = program
        self.accessible = accessible

    name = property(lambda self: self.accessible.get_name() or "")
    role = property(lambda self: self.accessible.get_role_name())
    description = property(lambda self: self.accessible.get_description() or "")

    def has(self, state):
        return state in {s.value_nick for s in self.accessible.get_state_set().get_states()}

    def walk(self):
        yield self
        if self.role in UNBOUNDED:
            return
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield from Node(self.program, child).walk()

    def press(self):
        """Its action; answers at once, the effect has to be waited for."""
        wait_until(lambda: self.has("enabled"), f"{self.name} to be enabled")
        actions = [self.accessible.get_action_name(i)
                   for i in range(self.accessible.get_n_actions())]
        chosen = next(a for a in ("Press", "Toggle", "SetFocus") if a in actions)
        self.accessible.do_action(actions.index(chosen))

    def set_text(self, text):
        if not self.accessible.set_text_contents(text):
            raise Missed(f"{self.name} takes no text")

    def text(self):
        return self.accessible.get_text(0, -1)

    def click(self):
        self.click_at(0.5)

    def click_at(self, share):
        """With the mouse, at this share of its width."""
        box = self.accessible.get_extents(self.program.desktop.atspi.CoordType.SCREEN)
        xdotool("mousemove", box.x + int(box.width * share), box.y + box.height // 2, "sleep",
                "0.05", "click", 1)


class Program(Node):
    """A program on the desktop, its window moved to where it was told."""

    def __init__(self, desktop, command, left):
        self.desktop = desktop
        self.log = tempfile.NamedTemporaryFile("w+", dir=desktop.folder.name, delete=False)
        self.process = desktop.start(command, stdout=self.log, stderr=subprocess.STDOUT)
        super().__init__(self, None)
        self.accessible = wait_until(self.on_the_bus, f"{command[0]} on the bus", 40)
        desktop.atspi.Accessible.set_cache_mask(self.accessible, desktop.atspi.Cache.NONE)
        self.window = wait_until(self.large_window, "its window")
        xdotool("windowmove", self.window, left, 0)

    def on_the_bus(self):
        if self.process.poll() is not None:
            raise Missed(f"the program ended: {self.output()}")
        root = self.desktop.atspi.get_desktop(0)
        root.clear_cache()
        for index in range(root.get_child_count()):
            child = root.get_child_at_index(index)
            if child and child.get_process_id() == self.process.pid and child.get_child_count():
                return child
        return None

    def large_window(self):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
            capture_output=True, text=True, check=False, timeout=10).stdout.split()
        return found[-1] if found else None

    def output(self):
        with open(self.log.name, encoding="utf-8", errors="replace") as log:
            return log.read()[-4000:]

    def shown(self, name, role=None):
        """The first thing on the screen that has this name (a string, or a pattern within it)."""
        matches = name.search if isinstance(name, re.Pattern) else (lambda text: text == name)
        for node in self.walk():
            if (role is None or node.role == role) and matches(node.name) and node.has("showing"):
                return node
        return None

    def find(self, name, role=None, seconds=20):
        try:
            return wait_until(lambda: self.shown(name, role), f"{role or 'anything'} {name}", seconds)
        except Missed as missed:
            names = sorted({f"{n.role}: {n.name}" for n in self.walk()
                            if n.name and n.has("showing")})
            raise Missed(f"{missed}; shown are\n" + "\n".join(names)) from None

    def gone(self, name, role=None, seconds=20):
        wait_until(lambda: self.shown(name, role) is None, f"{name} to go away", seconds)

    def keys(self, *combinations):
        """Pressed with this program's window in front."""
        xdotool("windowactivate", "--sync", self.window)
        xdotool("key", "--clearmodifiers", "--delay", 40, *combinations)

    def types(self, text):
        xdotool("windowactivate", "--sync", self.window)
        xdotool("type", "--delay", 15, text)

    def stop(self):
        """Closes the window as a person does; its exit status, or that of whoever had to end it."""
        try:
            if self.process.poll() is None:
                self.keys("alt+F4")
            return self.process.wait(20)
        except subprocess.SubprocessError:
            self.process.send_signal(signal.SIGTERM)
            return self.process.wait(20)


def xdotool(*arguments):
    subprocess.run(["xdotool", *map(str, arguments)], check=True, timeout=20)
