"""Runs a command in a network namespace whose every way out ends in a trap that counts packets.

`unshare --net python -m tests.security.trap REPORT COMMAND…`: the default routes of IPv4 and IPv6
lead into a tun device that is read here; nothing but the command could send on the loopback.
First a canary is sent each way: what was caught of each is reported, too.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import select
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

DEVICE = "trap0"
OUTSIDE = ("192.0.2.1", 9)
OUTSIDE_6 = ("2001:db8::1", 9)
_SET_INTERFACE = 0x4004_54CA
_TUN_WITHOUT_HEADER = 0x1001
_SETUP = (
    "link set lo up",
    f"link set {DEVICE} up",
    f"addr add 198.51.100.2/24 dev {DEVICE}",
    f"route add default dev {DEVICE}",
)
_SETUP_6 = (
    f"-6 addr add 2001:db8:1::2/64 dev {DEVICE} nodad",
    f"-6 route add default dev {DEVICE}",
)
_PROTOCOLS = {1: "ICMP", 6: "TCP", 17: "UDP", 58: "ICMPv6"}
_NEIGHBOURS = frozenset((*range(130, 138), 143))
"""ICMPv6 of the kernel's own: listeners, routers and neighbours."""
_QUIET = 0.1
"""Seconds without a packet, after which no more are awaited."""


class Trap:
    """The device, and the packets that came out of it so far, in words."""

    def __init__(self) -> None:
        self._device = os.open("/dev/net/tun", os.O_RDWR)
        request = struct.pack("16sH22x", DEVICE.encode(), _TUN_WITHOUT_HEADER)
        fcntl.ioctl(self._device, _SET_INTERFACE, request)
        settings = Path("/proc/sys/net/ipv6/conf") / DEVICE
        self.has_6 = settings.exists()
        if self.has_6:
            (settings / "addr_gen_mode").write_text("1")
        for line in (*_SETUP, *(_SETUP_6 if self.has_6 else ())):
            subprocess.run(["ip", *line.split()], check=True)
        self._caught: list[str] = []
        self._loopback = _loopback_packets()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def take(self) -> list[str]:
        """What was caught since the last time, when all is quiet."""
        self._over.set()
        self._thread.join()
        found, self._caught = self._caught, []
        sent = _loopback_packets() - self._loopback
        self._loopback += sent
        self._over.clear()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return found + [f"{sent} packets on the loopback"] * bool(sent)

    def close(self) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while True:
            if select.select([self._device], [], [], _QUIET)[0]:
                words = describe(os.read(self._device, 65536))
                self._caught += [words] if words else []
            elif self._over.is_set():
                return


def describe(packet: bytes) -> str:
    """Protocol and target; "" for what the kernel says by itself to its neighbours."""
    if packet[0] >> 4 == 4:
        protocol, target = packet[9], socket.inet_ntop(socket.AF_INET, packet[16:20])
        rest = packet[(packet[0] & 15) * 4 :]
    else:
        protocol, target = packet[6], socket.inet_ntop(socket.AF_INET6, packet[24:40])
        rest = packet[40:]
        if protocol == 0:  # hop-by-hop options, of 8 bytes here
            protocol, rest = rest[0], rest[8:]
        if protocol == 58 and rest[0] in _NEIGHBOURS:
            return ""
    port = f" port {struct.unpack_from('!H', rest, 2)[0]}" if protocol in (6, 17) else ""
    return f"{_PROTOCOLS.get(protocol, protocol)} to {target}{port}"


def send_canaries(trap: Trap) -> dict[str, list[str]]:
    """A look-up, a datagram and a connection each way, and one to this machine itself."""
    os.environ["RES_OPTIONS"] = "timeout:1 attempts:1"
    ways: dict[str, Callable[[], object]] = {
        "look-up": lambda: socket.getaddrinfo("canary.invalid", 80),
        "UDP": lambda: _send(socket.AF_INET, OUTSIDE),
        "TCP": lambda: _connect(socket.AF_INET, OUTSIDE),
        "loopback": lambda: _connect(socket.AF_INET, ("127.0.0.1", 9)),
    }
    if trap.has_6:
        ways["UDP 6"] = lambda: _send(socket.AF_INET6, OUTSIDE_6)
        ways["TCP 6"] = lambda: _connect(socket.AF_INET6, OUTSIDE_6)
    caught = {}
    for name, act in ways.items():
        with contextlib.suppress(OSError):
            act()
        caught[name] = trap.take()
    del os.environ["RES_OPTIONS"]
    return caught


def _send(family: int, target: tuple[str, int]) -> None:
    with socket.socket(family, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"canary", target)


def _connect(family: int, target: tuple[str, int]) -> None:
    with socket.socket(family, socket.SOCK_STREAM) as sender:
        sender.setblocking(False)
        sender.connect_ex(target)


def _loopback_packets() -> int:
    """How many were received there, which is how many were sent."""
    for line in Path("/proc/self/net/dev").read_text().splitlines():
        name, _, counters = line.partition(":")
        if name.strip() == "lo":
            return int(counters.split()[1])
    raise LookupError("no loopback")


def main() -> int:
    report, *command = sys.argv[1:]
    trap = Trap()
    try:
        canary = send_canaries(trap)
        status = subprocess.run(command).returncode
        packets = trap.take()
    finally:
        trap.close()
    Path(report).write_text(json.dumps({"status": status, "canary": canary, "packets": packets}))
    return status


if __name__ == "__main__":
    sys.exit(main())
