"""What a desktop offers to programs, played: notifications, and a portal that keeps the machine awake (newer
toolkits ask nobody else for it). A process of its own on the session bus; it writes down what it was asked for,
a line of JSON each, and can press a notification.

standin.py LOG: runs it. Standin (desktop): starts it from a journey."""

import json
import subprocess
import sys
from pathlib import Path

from gi.repository import Gio, GLib

NOTIFICATIONS = """<node><interface name='org.freedesktop.Notifications'>
<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>
<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>
<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/></method>
<method name='CloseNotification'><arg type='u' direction='in'/></method>
<method name='GetCapabilities'><arg type='as' direction='out'/></method>
<method name='GetServerInformation'><arg type='s' direction='out'/><arg type='s' direction='out'/>
<arg type='s' direction='out'/><arg type='s' direction='out'/></method>
<method name='Press'/>
<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>
</interface></node>"""
PORTAL = """<node><interface name='org.freedesktop.portal.Inhibit'>
<property name='version' type='u' access='read'/>
<method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='a{sv}' direction='in'/>
<arg type='o' direction='out'/></method>
<method name='CreateMonitor'><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>
</interface></node>"""
REQUEST = "<node><interface name='org.freedesktop.portal.Request'><method name='Close'/></interface></node>"
PORTAL_NAME, PORTAL_PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
HANDLE = f"{PORTAL_PATH}/request/standin/42"
SERVICE = f"[D-BUS Service]\nName={PORTAL_NAME}\nExec=/bin/false\n"
ANSWERS = {
    "Notify": ("(u)", (7,)),
    "GetCapabilities": ("(as)", (["actions", "body"],)),
    "GetServerInformation": ("(ssss)", ("standin", "euphoria", "1", "1.2")),
    "Inhibit": ("(o)", (HANDLE,)),
    "CreateMonitor": ("(o)", (f"{PORTAL_PATH}/session/standin/1",)),
}


def serve(log):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def called(_bus, _sender, path, interface, method, values, call):
        with open(log, "a", encoding="utf-8") as lines:
            lines.write(json.dumps([method, *values.unpack()], default=str) + "\n")
        if method == "Press":
            bus.emit_signal(None, path, interface, "ActionInvoked", GLib.Variant("(us)", (7, "default")))
        shape, value = ANSWERS.get(method, (None, None))
        call.return_value(GLib.Variant(shape, value) if shape else None)

    for name, path, text in (("org.freedesktop.Notifications", "/org/freedesktop/Notifications", NOTIFICATIONS),
                             (PORTAL_NAME, PORTAL_PATH, PORTAL), (PORTAL_NAME, HANDLE, REQUEST)):
        bus.register_object(path, Gio.DBusNodeInfo.new_for_xml(text).interfaces[0], called, lambda *_: GLib.Variant("u", 3), None)
        Gio.bus_own_name_on_connection(bus, name, Gio.BusNameOwnerFlags.NONE, None, None)
    print("ready", flush=True)
    GLib.MainLoop().run()


class Standin:
    def __init__(self, desktop):
        from . import children
        self.log = desktop.folder / "standin.jsonl"
        self._announce_portal(desktop)
        self.process = children.start([sys.executable, __file__, self.log], stdout=subprocess.PIPE, stderr=desktop.log)
        assert self.process.stdout.readline().strip() == b"ready", "the stand-in did not start"

    @staticmethod
    def _announce_portal(desktop):
        """Toolkits look for a portal among what the bus could start."""
        services = desktop.folder / "share" / "dbus-1" / "services"
        services.mkdir(parents=True)
        (services / f"{PORTAL_NAME}.service").write_text(SERVICE, encoding="utf-8")
        subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus",
                        "org.freedesktop.DBus.ReloadConfig"], check=True, capture_output=True, timeout=20)

    def calls(self, *methods):
        if not self.log.exists():
            return []
        lines = [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]
        return [line for line in lines if line[0] in methods]

    def press(self):
        """As a click on the notification."""
        subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.Notifications",
                        "/org/freedesktop/Notifications", "org.freedesktop.Notifications.Press"],
                       check=True, capture_output=True, timeout=20)


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
