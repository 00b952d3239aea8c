"""What of this machine a process that has local sockets could reach over them. Opens none."""

from __future__ import annotations

import os
from pathlib import Path

_LISTENS = 0x10000
"""Flag of /proc/net/unix."""


def local_services() -> tuple[str, ...]:
    """What of this machine can be reached over local sockets, as the window may, by name."""
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"))
    agent = Path(os.environ.get("SSH_AUTH_SOCK", "/nowhere"))
    places = {
        "printing (CUPS)": (Path("/run/cups/cups.sock"),),
        "services of the session (D-Bus)": (runtime / "bus",),
        "services of the system (D-Bus)": (Path("/run/dbus/system_bus_socket"),),
        "name look-ups (systemd-resolved)": (Path("/run/systemd/resolve/io.systemd.Resolve"),),
        "the cache of names (nscd)": (Path("/run/nscd/socket"), Path("/var/run/nscd/socket")),
        "discovery of devices (Avahi)": (Path("/run/avahi-daemon/socket"),),
        "containers (Docker)": (Path("/run/docker.sock"), Path("/var/run/docker.sock")),
        "sound": (runtime / "pipewire-0", runtime / "pulse" / "native"),
        "keys for logging in elsewhere (ssh-agent)": (agent,),
    }
    known = [name for name, paths in places.items() if any(map(Path.exists, paths))]
    listeners = _local_listeners()
    return (*known, *([f"{listeners} local sockets in all"] if listeners else []))


def _local_listeners() -> int:
    """How many local sockets programs of this machine listen on, of those that the kernel shows."""
    try:
        lines = Path("/proc/net/unix").read_text("ascii", "replace").splitlines()[1:]
    except OSError:
        return 0
    return sum(bool(int(line.split()[3], 16) & _LISTENS) for line in lines)
