"""What a desktop offers to programs, played: notifications and the session that can be kept awake. A process of its
own on the session bus; it writes down what it was asked for, a line of JSON each, and can press a notification.

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
SESSION = """<node><interface name='org.gnome.SessionManager'>
<method name='RegisterClient'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='o' direction='out'/></method>
<method name='UnregisterClient'><arg type='o' direction='in'/></method>
<method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>
<arg type='u' direction='in'/><arg type='u' direction='out'/></method>
<method name='Uninhibit'><arg type='u' direction='in'/></method>
</interface></node>"""
ANSWERS = {
    "Notify": ("(u)", (7,)),
    "GetCapabilities": ("(as)", (["actions", "body"],)),
    "GetServerInformation": ("(ssss)", ("standin", "euphoria", "1", "1.2")),
    "RegisterClient": ("(o)", ("/org/gnome/SessionManager/Client1",)),
    "Inhibit": ("(u)", (42,)),
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
                             ("org.gnome.SessionManager", "/org/gnome/SessionManager", SESSION)):
        bus.register_object(path, Gio.DBusNodeInfo.new_for_xml(text).interfaces[0], called, None, None)
        Gio.bus_own_name_on_connection(bus, name, Gio.BusNameOwnerFlags.NONE, None, None)
    print("ready", flush=True)
    GLib.MainLoop().run()


class Standin:
    def __init__(self, desktop):
        from . import children
        self.log = desktop.folder / "standin.jsonl"
        self.process = children.start([sys.executable, __file__, self.log], stdout=subprocess.PIPE, stderr=desktop.log)
        assert self.process.stdout.readline().strip() == b"ready", "the stand-in did not start"

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
