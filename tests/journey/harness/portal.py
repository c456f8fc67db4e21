#!/usr/bin/env python3
"""portal.py FOLDER APPLICATION: stands in for the desktop's portal where nobody sits at a dialog.

It answers org.freedesktop.portal.FileChooser as the desktop's own portal does, but always with FOLDER/record.*,
with the ending of what was proposed. The file goes through the real document portal: the program in the
sandbox gets /run/user/UID/doc/ID/record.pdf, may write this one file, and what it writes arrives in FOLDER, which it can't see.

It answers org.freedesktop.portal.Print too: somebody takes the printer as it is proposed, and what would come out lies
in FOLDER/printed.pdf."""

import os
import sys
from pathlib import Path

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
DOCUMENTS = ("org.freedesktop.portal.Documents", "/org/freedesktop/portal/documents", "org.freedesktop.portal.Documents")
INTERFACES = """
<node>
  <interface name="org.freedesktop.portal.FileChooser">
    <property name="version" type="u" access="read"/>
    <method name="SaveFile">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
    <method name="OpenFile">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
  </interface>
  <interface name="org.freedesktop.portal.Print">
    <property name="version" type="u" access="read"/>
    <method name="PreparePrint">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="a{sv}" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
    </method>
    <method name="Print">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="h" direction="in"/>
      <arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
    </method>
  </interface>
</node>
"""
VERSIONS = {"org.freedesktop.portal.FileChooser": 4, "org.freedesktop.portal.Print": 2}


class Portal:
    def __init__(self, folder, application):
        self.folder, self.application = folder, application
        self.connection = Gio.bus_get_sync(Gio.BusType.SESSION)
        for interface in Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces:
            self.connection.register_object(PATH, interface, self.called, self.version, None)

    @staticmethod
    def version(_connection, _sender, _path, interface, _name):
        return GLib.Variant("u", VERSIONS[interface])

    def called(self, _connection, sender, _path, _interface, method, arguments, invocation):
        options = arguments.get_child_value(arguments.n_children() - 1).unpack()
        handle = f"{PATH}/request/{sender[1:].replace('.', '_')}/{options.get('handle_token', 't')}"
        answer = {"PreparePrint": self.prepare, "Print": self.print}.get(method, self.choose)(method, arguments, options, invocation)
        invocation.return_value(GLib.Variant("(o)", (handle,)))
        self.connection.emit_signal(sender, handle, "org.freedesktop.portal.Request", "Response",
                                    GLib.Variant("(ua{sv})", (0, answer)))

    def choose(self, method, _arguments, options, _invocation):
        name = f"record{Path(options.get('current_name', '.pdf')).suffix}"
        uri = f"file:///run/user/{os.getuid()}/doc/{self.document(name, method == 'SaveFile')}/{name}"
        return {"uris": GLib.Variant("as", [uri])}

    def prepare(self, _method, arguments, _options, _invocation):
        return {"settings": arguments.get_child_value(2), "page-setup": arguments.get_child_value(3), "token": GLib.Variant("u", 1)}

    def print(self, _method, arguments, _options, invocation):
        place = invocation.get_message().get_unix_fd_list().get(arguments.unpack()[2])
        with open(place, "rb") as sent:
            (self.folder / "printed.pdf").write_bytes(sent.read())
        return {}

    def document(self, name, may_write):
        """The id under which the sandbox finds the file."""
        descriptors = Gio.UnixFDList.new()
        folder = os.open(self.folder, os.O_PATH | os.O_CLOEXEC)
        try:
            place = descriptors.append(folder)
        finally:
            os.close(folder)
        answer, _ = self.connection.call_with_unix_fd_list_sync(
            *DOCUMENTS, "AddNamed", GLib.Variant("(haybb)", (place, name.encode() + b"\0", True, False)),
            None, Gio.DBusCallFlags.NONE, 20000, descriptors, None)
        known = answer.unpack()[0]
        rights = ["read", "write"] if may_write else ["read"]
        self.connection.call_sync(*DOCUMENTS, "GrantPermissions", GLib.Variant("(ssas)", (known, self.application, rights)),
                                  None, Gio.DBusCallFlags.NONE, 20000, None)
        return known


def main(folder, application):
    portal = Portal(Path(folder), application)
    loop = GLib.MainLoop()
    Gio.bus_own_name_on_connection(portal.connection, NAME, Gio.BusNameOwnerFlags.NONE,
                                   lambda *_: print("ready", flush=True), lambda *_: loop.quit())
    loop.run()


if __name__ == "__main__":
    main(*sys.argv[1:])
