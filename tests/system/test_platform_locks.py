"""The locks of macOS and Windows, as far as they can be tested elsewhere: what they ask the system
for, and what they make of its answers. The systems are small stand-ins; nothing here runs on them.
"""

from __future__ import annotations

import ctypes
import errno
import plistlib
import re
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from app.system import macos_lock, windows_lock
from app.system.lock_errors import LockFailedError
from app.system.windows_lock import BasicLimits, ExtendedLimits, SidAndAttributes

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
UAP10 = "{http://schemas.microsoft.com/appx/manifest/uap/windows10/10}"
WINDOWS10 = "{http://schemas.microsoft.com/appx/manifest/foundation/windows10}"
INTERNET, OWN_PACKAGE = (3, 1), (3, 11, 12, 13, 14, 15, 16, 17)
"""Capabilities by what follows S-1-15: internetClient, and the one every package has of its own."""


class Mac:
    """A C library of macOS: whether there is a sandbox, and the families that it lets through."""

    def __init__(self, sandboxed: bool = False, open_to: Sequence[int] = ()) -> None:
        self.sandboxed, self.open_to = sandboxed, open_to
        self.profiles: list[str] = []
        self.refusal = b""
        self.lets_write = False
        self.open_handles: dict[int, int] = {}

    def sandbox_check(self, pid: int, operation: None, kind: int) -> int:
        assert pid > 0
        assert (operation, kind) == (None, 0)
        return int(self.sandboxed)

    def sandbox_init(self, profile: bytes, flags: int, reason: Any) -> int:
        assert flags == 0
        if self.refusal:
            reason._obj.value = self.refusal
            return -1
        assert not self.sandboxed, "macOS sets no second profile"
        self.profiles.append(profile.decode())
        self.sandboxed = True
        return 0

    def sandbox_free_error(self, reason: ctypes.c_char_p) -> None:
        assert reason.value == self.refusal

    def socket(self, family: int, kind: int, protocol: int) -> int:
        handle = 10 + len(self.open_handles)
        self.open_handles[handle] = family
        return handle

    def connect(self, handle: int, address: bytes, size: int) -> int:
        assert len(address) == size
        refused = self.sandboxed and self.open_handles[handle] not in self.open_to
        ctypes.set_errno(errno.EPERM if refused else errno.ENETUNREACH)
        return -1

    def open(self, path: bytes, flags: int) -> int:
        if self.lets_write:
            self.open_handles[3] = 0
            return 3
        ctypes.set_errno(errno.EPERM)
        return -1

    def close(self, handle: int) -> int:
        del self.open_handles[handle]
        return 0


class Token:
    """An advapi32.dll whose process is in an AppContainer or not, with these capabilities."""

    def __init__(self, contained: bool, *capabilities: Sequence[int]) -> None:
        self.contained, self.answers = contained, True
        self._sids = [ctypes.create_string_buffer(sid(15, *rest)) for rest in capabilities]

    def GetTokenInformation(
        self, token: ctypes.c_void_p, kind: int, buffer: Any, size: int, needed: Any
    ) -> int:
        assert token.value == ctypes.c_void_p(-4).value
        answer = {29: struct.pack("=I", self.contained), 30: self._groups()}[kind]
        needed._obj.value = len(answer)
        if not self.answers or buffer is None or size < len(answer):
            return 0
        ctypes.memmove(buffer, answer, len(answer))
        return 1

    def _groups(self) -> bytes:
        head = struct.pack("=I", len(self._sids))
        entries = [struct.pack("=QI4x", ctypes.addressof(sid), 4) for sid in self._sids]
        return head + bytes(4) + b"".join(entries) if entries else head


class Kernel:
    """A kernel32.dll. `in_a_job`: the process is in one already; `refuses`: what fails."""

    def __init__(self, in_a_job: bool = False, refuses: str = "") -> None:
        self.in_a_job, self.refuses = in_a_job, refuses
        self.handles: set[int] = set()
        self.asked: dict[int, dict[int, bytes]] = {}
        self.assigned: list[tuple[int, int]] = []

    def OpenProcess(self, access: int, inherit: int, pid: int) -> int | None:
        assert (access, inherit, pid) == (0x0101, 0, 4711)
        return self._handle("OpenProcess")

    def CreateJobObjectW(self, attributes: None, name: None) -> int | None:
        return self._handle("CreateJobObjectW")

    def SetInformationJobObject(self, job: int, kind: int, value: Any, size: int) -> int:
        self.asked.setdefault(job, {})[kind] = ctypes.string_at(ctypes.byref(value._obj), size)
        return self.refuses != "SetInformationJobObject"

    def AssignProcessToJobObject(self, job: int, process: int) -> int:
        assert {job, process} <= self.handles
        if self.refuses == "AssignProcessToJobObject" or (self.in_a_job and 4 in self.asked[job]):
            return 0
        self.assigned.append((job, process))
        return 1

    def CloseHandle(self, handle: int) -> int:
        self.handles.remove(handle)
        return 1

    def _handle(self, name: str) -> int | None:
        if self.refuses == name:
            return None
        handle = 100 + len(self.handles) + 10 * len(self.asked)
        self.handles.add(handle)
        return handle


def sid(authority: int, *rest: int) -> bytes:
    return struct.pack(f"<BB6s{len(rest)}I", 1, len(rest), authority.to_bytes(6, "big"), *rest)


def rights_of(name: str) -> dict[str, Any]:
    return dict(plistlib.loads((PACKAGING / "macos" / name).read_bytes()))


@pytest.fixture(autouse=True)
def _no_app_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("APP_SANDBOX_CONTAINER_ID", raising=False)


def test_the_signed_program_has_the_sandbox_and_no_network_and_weakens_nothing() -> None:
    rights = rights_of("entitlements.plist")
    assert rights["com.apple.security.app-sandbox"] is True
    assert not [name for name in rights if "network" in name or ".cs." in name]
    assert not [name for name in rights if "mach" in name or "apple-events" in name]
    written = [name for name in rights if name.endswith("read-write")]
    assert written == ["com.apple.security.files.user-selected.read-write"]


def test_engine_and_readers_inherit_the_sandbox_and_ask_for_nothing_else() -> None:
    assert rights_of("entitlements-inherit.plist") == {
        "com.apple.security.app-sandbox": True,
        "com.apple.security.inherit": True,
    }


@pytest.mark.parametrize("profile", [macos_lock.NETWORK_PROFILE, macos_lock.READER_PROFILE])
def test_a_profile_denies_the_network_and_nothing_after_it_allows_it_again(profile: str) -> None:
    rules = re.findall(r"^\((allow|deny|version) ([^\s)]+)", profile, re.MULTILINE)
    assert rules[:3] == [("version", "1"), ("allow", "default"), ("deny", "network*")]
    ways_round = {("deny", "lsopen"), ("deny", "appleevent-send"), ("deny", "job-creation")}
    assert ways_round <= {*rules}
    assert not [what for verb, what in rules[2:] if verb == "allow" and "network" in what]
    assert profile.count("(") == profile.count(")")
    assert profile.isascii()


def test_the_readers_profile_also_denies_writing_programs_processes_and_signals() -> None:
    rules = macos_lock.READER_PROFILE.splitlines()
    denied = [
        "system-socket",
        "file-write*",
        "process-exec*",
        "process-fork",
        "signal",
        "mach-lookup",
    ]
    assert [rule for rule in rules if rule in [f"(deny {what})" for what in denied]] == [
        f"(deny {what})" for what in denied
    ]
    allowed = [rule for rule in rules if rule.startswith("(allow")]
    assert allowed == ["(allow default)", "(allow signal (target self))", "(allow mach-lookup"]


def test_the_name_resolver_and_the_download_service_are_out_of_reach() -> None:
    lookups = macos_lock.NETWORK_PROFILE.split("(deny mach-lookup")[1]
    assert '"com.apple.dnssd.service"' in lookups
    assert '"com.apple.nsurlsessiond"' in lookups


def test_addresses_are_laid_out_as_macos_has_them() -> None:
    v4, v6, local = (address for _, _, address in macos_lock.nowhere())
    assert [len(v4), len(v6), len(local)] == [v4[0], v6[0], local[0]] == [16, 28, 106]
    assert [v4[1], v6[1], local[1]] == [2, 30, 1]
    assert v4[2:8] == bytes((0, 9, 192, 0, 2, 1))
    assert v6[8:24] == bytes.fromhex("20010db8000000000000000000000001")
    assert local[2:].rstrip(b"\0") == b"/var/run/mDNSResponder"


def test_a_process_without_a_sandbox_gets_the_profile_without_network() -> None:
    mac = Mac()
    assert macos_lock.lock_network(mac) == (macos_lock.NETWORK_SANDBOX,)
    assert mac.profiles == [macos_lock.NETWORK_PROFILE]
    assert mac.open_handles == {}


def test_the_app_sandbox_of_the_signature_is_kept_and_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("APP_SANDBOX_CONTAINER_ID", "strongroom")
    mac = Mac(sandboxed=True)
    assert macos_lock.lock_network(mac) == (macos_lock.APP_SANDBOX,)
    assert macos_lock.confine_reader(mac) == (macos_lock.APP_SANDBOX,)
    assert mac.profiles == []


def test_a_reader_gets_the_tighter_profile() -> None:
    mac = Mac()
    assert macos_lock.confine_reader(mac) == (macos_lock.READER_SANDBOX,)
    assert mac.profiles == [macos_lock.READER_PROFILE]


def test_a_reader_in_its_parents_sandbox_does_not_claim_a_tighter_one() -> None:
    mac = Mac(sandboxed=True)
    assert macos_lock.confine_reader(mac) == (macos_lock.NETWORK_SANDBOX,)
    assert mac.profiles == []


@pytest.mark.parametrize("family", [family for family, _, _ in macos_lock.nowhere()])
@pytest.mark.parametrize("lock", [macos_lock.lock_network, macos_lock.confine_reader])
def test_a_sandbox_that_lets_a_connection_through_is_no_lock(lock: Any, family: int) -> None:
    for mac in (Mac(sandboxed=True, open_to=[family]), Mac(open_to=[family])):
        with pytest.raises(LockFailedError, match="does not refuse the network"):
            lock(mac)


@pytest.mark.parametrize("lock", [macos_lock.lock_network, macos_lock.confine_reader])
def test_a_refused_profile_is_a_failed_lock_with_the_reason(lock: Any) -> None:
    mac = Mac()
    mac.refusal = b"Operation not permitted"
    with pytest.raises(LockFailedError, match="did not set the sandbox: Operation not permitted"):
        lock(mac)


def test_a_reader_that_can_still_write_is_a_failed_lock() -> None:
    mac = Mac()
    mac.lets_write = True
    with pytest.raises(LockFailedError, match="does not refuse writing"):
        macos_lock.confine_reader(mac)
    assert mac.open_handles == {}


def test_a_system_without_the_sandbox_is_a_failed_lock() -> None:
    with pytest.raises(LockFailedError, match="does not offer its sandbox"):
        macos_lock.lock_network()


def test_structures_are_laid_out_as_64_bit_windows_has_them() -> None:
    assert ctypes.sizeof(ctypes.c_void_p) == 8
    assert ctypes.sizeof(SidAndAttributes) == 16
    assert ctypes.sizeof(BasicLimits) == 64
    assert ctypes.sizeof(ExtendedLimits) == 144
    basic = {field[0]: getattr(BasicLimits, field[0]).offset for field in BasicLimits._fields_}
    assert basic == {
        "process_time": 0, "job_time": 8, "flags": 16, "least_working_set": 24,
        "most_working_set": 32, "active_processes": 40, "affinity": 48, "priority": 56,
        "scheduling": 60,
    }  # fmt: skip
    assert ExtendedLimits.io_counters.offset == 64
    assert ExtendedLimits.process_memory.offset == 112


def test_security_identifiers_are_written_as_windows_writes_them() -> None:
    assert windows_lock.sid_text(sid(15, 3, 1)) == "S-1-15-3-1"
    assert windows_lock.sid_text(sid(5, 21, 4_000_000_000, 500)) == "S-1-5-21-4000000000-500"


@pytest.mark.parametrize("capabilities", [(), (OWN_PACKAGE,), (OWN_PACKAGE, (3, 9))])
def test_an_app_container_without_network_capability_is_a_lock(
    capabilities: Sequence[Sequence[int]],
) -> None:
    token = Token(True, *capabilities)
    assert windows_lock.lock_network(token) == (windows_lock.APP_CONTAINER,)


@pytest.mark.parametrize("network", [INTERNET, (3, 2), (3, 3)])
def test_an_app_container_with_a_network_capability_is_no_lock(network: Sequence[int]) -> None:
    assert windows_lock.lock_network(Token(True, OWN_PACKAGE, network)) == ()


def test_an_ordinary_process_on_windows_has_no_lock() -> None:
    assert windows_lock.lock_network(Token(False)) == ()


def test_a_windows_that_does_not_answer_is_a_failed_lock() -> None:
    token = Token(True)
    token.answers = False
    with pytest.raises(LockFailedError, match="does not say"):
        windows_lock.lock_network(token)


def test_a_reader_is_put_into_a_job_with_all_limits() -> None:
    kernel = Kernel()
    job = windows_lock.limit_process(4711, 2 * 1024**3, 900, kernel)
    assert job.holds == (windows_lock.READER_LIMITS, windows_lock.READER_UI_LIMITS)
    limits = ExtendedLimits.from_buffer_copy(kernel.asked[job.handle][9])
    assert limits.basic.process_time == 900 * 10**7
    assert limits.basic.active_processes == 1
    assert limits.basic.flags == 0x2 | 0x8 | 0x100 | 0x400 | 0x2000
    assert limits.process_memory == 2 * 1024**3
    assert kernel.asked[job.handle][4] == struct.pack("=I", 0xFF)
    assert kernel.handles == {job.handle}
    job.close()
    assert kernel.handles == set()


def test_inside_another_job_a_reader_goes_without_limits_on_the_user_interface() -> None:
    kernel = Kernel(in_a_job=True)
    job = windows_lock.limit_process(4711, 1024, 1, kernel)
    assert job.holds == (windows_lock.READER_LIMITS,)
    assert set(kernel.asked[job.handle]) == {9}
    assert [assigned for assigned, _ in kernel.assigned] == [job.handle]
    assert kernel.handles == {job.handle}


@pytest.mark.parametrize(
    "refused",
    [
        "OpenProcess",
        "CreateJobObjectW",
        "SetInformationJobObject",
        "AssignProcessToJobObject",
    ],
)
def test_a_reader_that_cannot_be_limited_is_a_failed_lock_and_nothing_stays_open(
    refused: str,
) -> None:
    kernel = Kernel(refuses=refused)
    with pytest.raises(LockFailedError):
        windows_lock.limit_process(4711, 1024, 1, kernel)
    assert kernel.handles == set()


def test_the_package_for_windows_runs_in_an_app_container_and_asks_for_no_capability() -> None:
    package = ElementTree.parse(PACKAGING / "windows" / "AppxManifest.xml").getroot()
    (application,) = package.iter(f"{WINDOWS10}Application")
    assert application.get(f"{UAP10}TrustLevel") == "appContainer"
    assert application.get(f"{UAP10}RuntimeBehavior") == "packagedClassicApp"
    assert application.get("EntryPoint") is None
    assert "uap10" not in package.get("IgnorableNamespaces", "").split()
    assert not [part.tag for part in package.iter() if "Capabilit" in part.tag]
    assert not [part.tag for part in package.iter() if "Extension" in part.tag]
    (oldest,) = (
        family.get("MinVersion") for family in package.iter(f"{WINDOWS10}TargetDeviceFamily")
    )
    assert oldest == "10.0.19041.0"


def test_the_firewall_blocks_each_program_in_both_directions_and_can_be_undone() -> None:
    script = (PACKAGING / "windows" / "firewall.ps1").read_text("utf-8")
    commands = re.sub(r"<#.*?#>", "", script, flags=re.DOTALL)
    assert "#Requires -RunAsAdministrator" in script
    assert re.search(
        r"Get-ChildItem -LiteralPath \$Folder -Filter '\*\.exe' -File -Recurse", commands
    )
    loops = re.search(
        r"foreach \(\$program in \$programs\) \{\s*foreach \(\$direction in ([^)]*)\)", commands
    )
    assert loops
    assert set(loops[1].split(", ")) == {"'Inbound'", "'Outbound'"}
    rule = dict(re.findall(r"^\s+(\w+)\s+= (.+)$", commands, re.MULTILINE))
    assert (rule["Program"], rule["Direction"]) == ("$program.FullName", "$direction")
    assert (rule["Action"], rule["Profile"], rule["Enabled"]) == ("'Block'", "'Any'", "'True'")
    removal = (
        "Get-NetFirewallRule -Group $group -ErrorAction SilentlyContinue | Remove-NetFirewallRule"
    )
    assert commands.index(removal) < commands.index("New-NetFirewallRule @rule")
    assert "Allow" not in commands
