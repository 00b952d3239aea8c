"""What the seccomp filters decide, for both processors: run here, call by call, on a small machine
for classic BPF.
"""

from __future__ import annotations

import re
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.system.linux_lock import network_rules, reader_rules
from app.system.lock_errors import LockFailedError
from app.system.seccomp import ALLOW, NUMBERS, REFUSE, UNKNOWN, Rule, assemble
from app.system.seccomp import Test as Where

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="names of Unix are used")
MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
I386, ARM = 0x40000003, 0x40000028
KILL_PROCESS = 0x80000000
UNIX, INET, INET6, NETLINK = 1, 2, 10, 16
STREAM, DATAGRAM, RAW, CLOSE_ON_EXEC = 1, 2, 3, 0o2000000
PROCESS = 4_711
HEADERS = {
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}
Call = tuple[str, tuple[int, ...]]


def decide(program: bytes, number: int, arguments: Sequence[int], architecture: int) -> int:
    """What a filter returns for a call: the instructions of seccomp(2) that ours are made of."""
    values = [*arguments, 0, 0, 0, 0, 0, 0][:6]
    data = struct.pack("<IIQ6Q", number, architecture, 0xFFFF_FFFF_FFFF, *values)
    code = list(struct.iter_unpack("<HBBI", program))
    place = accumulator = 0
    while True:
        what, if_true, if_false, value = code[place]
        place += 1
        if what == 0x06:
            return int(value)
        if what == 0x20:
            (accumulator,) = struct.unpack_from("<I", data, value)
            continue
        holds = {
            0x15: accumulator == value,
            0x35: accumulator >= value,
            0x45: bool(accumulator & value),
        }[what]
        place += if_true if holds else if_false


def outcomes(
    rules: Sequence[Rule], otherwise: int, machine: str, calls: Sequence[Call]
) -> list[int]:
    """For each call that the machine has, by name and arguments, what is decided."""
    program = assemble(rules, otherwise, machine)
    assert len(program) % 8 == 0
    assert len(program) // 8 < 4096
    found = []
    for name, arguments in calls:
        number = NUMBERS[name][machine == "aarch64"]
        if number is not None:
            found.append(decide(program, number, arguments, MACHINES[machine]))
    assert found
    return found


@pytest.fixture(params=MACHINES)
def machine(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


EVERY_NETWORK: list[Call] = [("socket", (family, STREAM)) for family in range(2, 50)]
LOCAL: list[Call] = [("socket", (UNIX, kind)) for kind in (STREAM, DATAGRAM, 5)]
PAIRS: list[Call] = [
    ("socketpair", (UNIX, STREAM)), ("socketpair", (UNIX, STREAM | CLOSE_ON_EXEC)),
]  # fmt: skip
OTHER_PAIRS: list[Call] = [
    ("socketpair", (UNIX, DATAGRAM)), ("socketpair", (UNIX, RAW)),
    ("socketpair", (UNIX, DATAGRAM | CLOSE_ON_EXEC)), ("socketpair", (INET, STREAM)),
    ("socketpair", (INET6, STREAM)), ("socketpair", (NETLINK, STREAM)),
]  # fmt: skip
WAYS_ROUND: list[Call] = [
    (name, ())
    for name in (
        "io_uring_setup", "io_uring_enter", "io_uring_register", "ptrace", "process_vm_readv",
        "process_vm_writev", "pidfd_getfd", "bpf", "add_key", "request_key", "keyctl",
    )
] + [("ioctl", (0, control)) for control in (0x5412, 0x541C, 0x400454CA)]  # fmt: skip
DAILY_WORK: list[Call] = [
    (name, (1, 2, 3))
    for name in ("read", "write", "openat", "clone", "execve", "mmap", "mprotect", "ioctl", "kill")
]


@pytest.mark.parametrize("display", [False, True])
def test_a_network_lock_refuses_networks_and_ways_round_it(machine: str, display: bool) -> None:
    refused = EVERY_NETWORK + OTHER_PAIRS + WAYS_ROUND
    assert set(outcomes(network_rules(display), ALLOW, machine, refused)) == {REFUSE}
    allowed = PAIRS + DAILY_WORK
    assert set(outcomes(network_rules(display), ALLOW, machine, allowed)) == {ALLOW}


def test_local_sockets_are_for_the_window_alone(machine: str) -> None:
    assert set(outcomes(network_rules(True), ALLOW, machine, LOCAL)) == {ALLOW}
    assert set(outcomes(network_rules(False), ALLOW, machine, LOCAL)) == {REFUSE}


def test_what_the_kernel_does_not_look_at_decides_nothing(machine: str) -> None:
    """The kernel takes a family from the lower 32 bits, and so does the filter."""
    high = 1 << 32
    calls: list[Call] = [("socket", (UNIX | high, STREAM)), ("socket", (INET | high, STREAM))]
    assert outcomes(network_rules(True), ALLOW, machine, calls) == [ALLOW, REFUSE]


@pytest.mark.parametrize("foreign", [I386, ARM, 0, 0xFFFFFFFF])
def test_a_foreign_architecture_ends_the_process(machine: str, foreign: int) -> None:
    for rules, otherwise in ((network_rules(True), ALLOW), (reader_rules(PROCESS), UNKNOWN)):
        program = assemble(rules, otherwise, machine)
        assert decide(program, 0, (), foreign) == KILL_PROCESS
    others = set(MACHINES.values()) - {MACHINES[machine]}
    assert {decide(program, 0, (), other) for other in others} == {KILL_PROCESS}


def test_the_second_numbers_do_not_exist(machine: str) -> None:
    program = assemble(network_rules(True), ALLOW, machine)
    for number in (0x40000000, 0x40000000 | 41, 0x40000000 | 0, 0xFFFFFFFF):
        assert decide(program, number, (UNIX, STREAM), MACHINES[machine]) == UNKNOWN


READ_ONLY, WRITE, READ_AND_WRITE, CREATE, TRUNCATE, APPEND = 0, 1, 2, 0o100, 0o1000, 0o2000
READERS_WORK: list[Call] = [
    ("read", (3,)), ("write", (1,)), ("pread64", (3,)), ("lseek", (3,)), ("fstat", (3,)),
    ("openat", (-100 & 0xFFFFFFFF, 0, READ_ONLY | CLOSE_ON_EXEC)), ("open", (0, READ_ONLY)),
    ("mmap", (0, 4096, 0x3)), ("mmap", (0, 4096, 0x1)), ("mprotect", (0, 4096, 0x3)),
    ("munmap", (0,)), ("brk", (0,)), ("futex", (0,)), ("exit_group", (0,)),
    ("rt_sigreturn", ()), ("getdents64", (3,)), ("ioctl", (1, 0x5401)), ("fcntl", (3, 1)),
    ("prlimit64", (0, 0)), ("prlimit64", (PROCESS, 0)), ("tgkill", (PROCESS, PROCESS, 6)),
]  # fmt: skip
NOT_FOR_READERS: list[Call] = [
    *(("openat", (3, 0, way)) for way in (WRITE, READ_AND_WRITE, CREATE, TRUNCATE, APPEND)),
    *(("open", (0, way)) for way in (WRITE, READ_AND_WRITE, CREATE, TRUNCATE, APPEND)),
    *(("mmap", (0, 4096, bits)) for bits in (0x4, 0x5, 0x7)),
    *(("mprotect", (0, 4096, bits)) for bits in (0x4, 0x5, 0x7)),
    *(("ioctl", (0, request)) for request in (0x5412, 0x541C, 0x8901, 0x8902)),
    *(("fcntl", (3, command)) for command in (8, 10, 15)),
    ("socket", (UNIX, STREAM)), ("socket", (INET, STREAM)), ("socketpair", (UNIX, STREAM)),
    ("execve", ()), ("execveat", ()), ("clone", ()), ("fork", ()), ("vfork", ()),
    ("kill", (PROCESS, 9)), ("ptrace", ()),
]  # fmt: skip
UNKNOWN_TO_READERS: list[Call] = [
    ("tgkill", (PROCESS + 1, PROCESS + 1, 9)), ("prlimit64", (PROCESS + 1, 0)), ("seccomp", ()),
    ("bpf", ()), ("io_uring_setup", ()), ("process_vm_readv", ()), ("pidfd_getfd", ()),
]  # fmt: skip


def test_a_reader_may_read_and_compute(machine: str) -> None:
    assert set(outcomes(reader_rules(PROCESS), UNKNOWN, machine, READERS_WORK)) == {ALLOW}


def test_a_reader_may_do_nothing_else(machine: str) -> None:
    assert set(outcomes(reader_rules(PROCESS), UNKNOWN, machine, NOT_FOR_READERS)) == {REFUSE}
    assert set(outcomes(reader_rules(PROCESS), UNKNOWN, machine, UNKNOWN_TO_READERS)) == {UNKNOWN}


def test_calls_without_a_name_here_are_unknown_to_a_reader(machine: str) -> None:
    named = {numbers[machine == "aarch64"] for numbers in NUMBERS.values()}
    program = assemble(reader_rules(PROCESS), UNKNOWN, machine)
    for number in set(range(600)) - named:
        assert decide(program, number, (0,) * 6, MACHINES[machine]) == UNKNOWN


def test_a_rule_with_two_tests_needs_both_and_spoils_no_later_rule(machine: str) -> None:
    both = Rule("socket", REFUSE, (Where(0, UNIX), Where(1, DATAGRAM, bits=True)))
    calls: list[Call] = [
        ("socket", (UNIX, RAW)), ("socket", (UNIX, STREAM)), ("socket", (INET, RAW)), ("kill", ()),
    ]  # fmt: skip
    found = outcomes([both, Rule("kill", REFUSE)], ALLOW, machine, calls)
    assert found == [REFUSE, ALLOW, ALLOW, REFUSE]


def test_the_first_rule_that_fits_decides(machine: str) -> None:
    rules = [Rule("kill", UNKNOWN, (Where(0, 1),)), Rule("kill", ALLOW), Rule("kill", REFUSE)]
    calls: list[Call] = [("kill", (1,)), ("kill", (2,))]
    assert outcomes(rules, REFUSE, machine, calls) == [UNKNOWN, ALLOW]


def test_a_processor_that_we_do_not_know_cannot_be_locked() -> None:
    with pytest.raises(LockFailedError, match="riscv64"):
        assemble(network_rules(False), ALLOW, "riscv64")


def test_numbers_are_those_of_the_kernels_own_headers(machine: str) -> None:
    header = HEADERS[machine]
    if not header.exists():
        pytest.skip(f"{header} is not installed (Debian: linux-libc-dev)")
    lines = re.findall(r"^#define __NR(?:3264)?_(\w+)\s+(\d+)$", header.read_text(), re.MULTILINE)
    known = {name: int(number) for name, number in lines}
    known["newfstatat"] = known.get("newfstatat", known.get("fstatat", 0))
    ours = {name: numbers[machine == "aarch64"] for name, numbers in NUMBERS.items()}
    assert {name: known.get(name) for name in ours} == ours
