"""Every way of reaching a network that the libraries we load are known to have, tried in earnest.

`python -m tests.security.phoning_home GROUP` locks itself as the engine does, tries each way of the
group, and prints as JSON how each ended and after how many seconds.
"""

from __future__ import annotations

import asyncio
import ctypes
import errno
import ftplib
import http.client
import http.server
import imaplib
import json
import logging
import logging.handlers
import multiprocessing.connection
import multiprocessing.managers
import os
import poplib
import smtplib
import socket
import socketserver
import sys
import tempfile
import time
import urllib.request
import xmlrpc.client
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.system.lockdown import Guard, lock

HERE, NOWHERE, NAME = "127.0.0.1", "192.0.2.1", "strongroom.invalid"
URL = f"http://{NOWHERE}/x"
REPOSITORY = "sentence-transformers/all-MiniLM-L6-v2"
SWITCHED_OFF = ("OfflineModeIsEnabled", "LocalEntryNotFoundError")
Ways = dict[str, Callable[[], object]]


def of_python() -> Ways:
    handler = http.server.BaseHTTPRequestHandler

    return {
        "urllib": lambda: urllib.request.urlopen(URL, timeout=3),
        "urllib, a name": lambda: urllib.request.urlopen(f"https://{NAME}/", timeout=3),
        "http": lambda: http.client.HTTPConnection(NOWHERE, timeout=3).connect(),
        "https": lambda: http.client.HTTPSConnection(NOWHERE, timeout=3).connect(),
        "ftp": lambda: ftplib.FTP(NOWHERE, timeout=3),
        "ftp by urllib": lambda: urllib.request.urlopen(f"ftp://{NOWHERE}/x", timeout=3),
        "smtp": lambda: smtplib.SMTP(NOWHERE, timeout=3),
        "imap": lambda: imaplib.IMAP4(NOWHERE, timeout=3),
        "pop3": lambda: poplib.POP3(NOWHERE, timeout=3),
        "xml-rpc": lambda: xmlrpc.client.ServerProxy(URL).ping(),
        "look-up": lambda: socket.getaddrinfo(NAME, 80),
        "look-up the old way": lambda: socket.gethostbyname(NAME),
        "own name": lambda: socket.getfqdn(socket.gethostbyname(socket.gethostname())),
        "udp": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", (NOWHERE, 9)),
        "tcp server": lambda: socketserver.TCPServer((HERE, 0), socketserver.BaseRequestHandler),
        "udp server": lambda: socketserver.UDPServer((HERE, 0), socketserver.BaseRequestHandler),
        "http server": lambda: http.server.ThreadingHTTPServer((HERE, 0), handler),
        "listener": lambda: socket.create_server((HERE, 0)),
        "asyncio server": lambda: asyncio.run(_serve()),
        "asyncio connection": lambda: asyncio.run(_connect()),
        "manager": lambda: multiprocessing.managers.BaseManager((HERE, 0)).get_server(),
        "connection listener": lambda: multiprocessing.connection.Listener((HERE, 0)),
        "connection client": lambda: multiprocessing.connection.Client((HERE, 9)),
        "log over http": lambda: _Loud(NOWHERE, "/").emit(logging.makeLogRecord({"msg": "x"})),
        "log over tcp": lambda: logging.handlers.SocketHandler(NOWHERE, 9).makeSocket(),
        "log over udp": lambda: logging.handlers.SysLogHandler((NOWHERE, 514)),
    }


def of_native_code() -> Ways:
    """Past Python: only the system's own lock can refuse these."""
    library = ctypes.CDLL(None, use_errno=True)

    def opened(family: int, kind: int) -> None:
        handle = library.socket(family, kind, 0)
        if handle < 0:
            raise OSError(ctypes.get_errno(), "refused")
        os.close(handle)

    return {
        "socket": lambda: opened(2, 1),
        "socket of version 6": lambda: opened(10, 1),
        "socket without connection": lambda: opened(2, 2),
    }


def of_chroma() -> Ways:
    import chromadb

    client = chromadb.EphemeralClient(chromadb.config.Settings(anonymized_telemetry=True))
    collection = client.create_collection("default_embedding")
    return {
        "add by text": lambda: collection.add(ids=["1"], documents=["text"]),
        "query by text": lambda: collection.query(query_texts=["text"]),
        "client": lambda: chromadb.HttpClient(host=NOWHERE, port=9),
        "client of a cloud": lambda: chromadb.CloudClient(tenant="t", database="d", api_key="k"),
        "asynchronous client": lambda: asyncio.run(chromadb.AsyncHttpClient(NOWHERE, 9)),
    }


def of_hugging_face() -> Ways:
    import huggingface_hub
    from sentence_transformers import SentenceTransformer
    from transformers import AutoConfig, AutoModel, AutoTokenizer

    hub = huggingface_hub.HfApi()
    return {
        "file": lambda: huggingface_hub.hf_hub_download(REPOSITORY, "config.json"),
        "snapshot": lambda: huggingface_hub.snapshot_download(REPOSITORY),
        "model info": lambda: hub.model_info(REPOSITORY),
        "account": lambda: hub.whoami(token="hf_x"),
        "configuration": lambda: AutoConfig.from_pretrained(REPOSITORY),
        "model": lambda: AutoModel.from_pretrained(REPOSITORY),
        "tokenizer": lambda: AutoTokenizer.from_pretrained(REPOSITORY),
        "sentence-transformers": lambda: SentenceTransformer(REPOSITORY, device="cpu"),
    }


def of_hugging_face_without_its_switch() -> Ways:
    """As if a new version no longer heeded `HF_HUB_OFFLINE`; what our embedder does is left."""
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
        os.environ[name] = "0"
    from app.backends.sentence_transformer import leave_hub_alone

    leave_hub_alone()
    ways = of_hugging_face()
    return {name: ways[name] for name in ("file", "model info", "sentence-transformers")}


def of_torch() -> Ways:
    import torch

    hub: Any = torch.hub
    distributed: Any = torch.distributed

    def joined(method: str) -> None:
        distributed.init_process_group("gloo", init_method=method, rank=0, world_size=1)

    return {
        "hub": lambda: hub.load("pytorch/vision", "resnet18", trust_repo=True),
        "weights": lambda: hub.load_state_dict_from_url(f"{URL}.pth"),
        "file": lambda: hub.download_url_to_file(URL, tempfile.mktemp()),
        "group (native)": lambda: joined(f"tcp://{HERE}:29511"),
        "store (native)": lambda: distributed.TCPStore(HERE, 0, None, True),
    }


def of_llama() -> Ways:
    import llama_cpp

    return {"model": lambda: llama_cpp.Llama.from_pretrained(REPOSITORY, "*.gguf")}


def of_qt() -> Ways:
    """QtNetwork does not ship; where it is installed, the system's lock refuses it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer, QUrl
    from PySide6.QtNetwork import QHostInfo, QNetworkAccessManager, QNetworkRequest, QTcpServer

    application = QCoreApplication.instance() or QCoreApplication([])
    assert application

    def wait(signal: Any) -> None:
        loop = QEventLoop()
        signal.connect(loop.quit)
        QTimer.singleShot(3_000, loop.quit)
        loop.exec()

    def got(url: str) -> None:
        network = QNetworkAccessManager()
        reply = network.get(QNetworkRequest(QUrl(url)))
        if not reply.isFinished():
            wait(reply.finished)
        said = reply.errorString()
        raise OSError(
            errno.EACCES if "ermission denied" in said or "not found" in said else 0, said
        )

    def listened() -> None:
        server = QTcpServer()
        if not server.listen():
            raise OSError(errno.EACCES, server.errorString())

    def looked_up() -> None:
        found = QHostInfo.fromName(NAME)
        raise OSError(errno.EACCES if found.error().value else 0, found.errorString())

    return {
        "get (native)": lambda: got(URL),
        "get from here (native)": lambda: got(f"http://{HERE}:9/"),
        "server (native)": listened,
        "look-up (native)": looked_up,
    }


GROUPS: dict[str, Callable[[], Ways]] = {
    "python": of_python,
    "native": of_native_code,
    "chroma": of_chroma,
    "hugging face": of_hugging_face,
    "hugging face without its switch": of_hugging_face_without_its_switch,
    "torch": of_torch,
    "llama": of_llama,
    "qt": of_qt,
}


def main(group: str) -> None:
    lockdown = lock(display=False)
    ways = GROUPS[group]()
    before = len(lockdown.guard.refused)
    told = {name: tried(act, lockdown.guard) for name, act in ways.items()}
    print(json.dumps({
        "told": told, "by_system": lockdown.by_system, "listening": listening(),
        "while_loading": before,
    }))  # fmt: skip


def tried(act: Callable[[], object], guard: Guard) -> tuple[str, float]:
    """How it ended: by our guard, by the system, by a library's own switch, or how else."""
    before, started = len(guard.refused), time.monotonic()
    try:
        act()
        ended = "let through"
    except BaseException as error:
        ended = _why(error, len(guard.refused) > before)
    return ended, round(time.monotonic() - started, 2)


def _why(error: BaseException, counted: bool) -> str:
    if counted:
        return "guard"
    kinds, seen = set(), error
    while seen is not None:
        if "fetches nothing" in str(seen):
            return "backend"
        if isinstance(seen, PermissionError) or getattr(seen, "errno", 0) == errno.EACCES:
            return "system"
        kinds.add(type(seen).__name__)
        if "ermission denied" in str(seen) or "errno: 13" in str(seen):
            return "system"
        if "offline" in str(seen).lower():
            return "switch"
        seen = seen.__cause__ or seen.__context__  # type: ignore[assignment]
    return "switch" if kinds & set(SWITCHED_OFF) else f"{type(error).__name__}: {error}"


def listening() -> int:
    """Ports that this process or its children listen on."""
    import psutil

    processes = [psutil.Process(), *psutil.Process().children(recursive=True)]
    return sum(
        connection.status == psutil.CONN_LISTEN
        for process in processes
        for connection in process.net_connections("inet")
    )


async def _serve() -> None:
    """asyncio passes over sockets that are refused, and gives a server without any."""
    server = await asyncio.start_server(lambda _reader, _writer: None, HERE, 0)
    if not server.sockets:
        raise PermissionError("a server that listens to nothing")


async def _connect() -> None:
    await asyncio.wait_for(asyncio.open_connection(NOWHERE, 9), 3)


class _Loud(logging.handlers.HTTPHandler):
    """Logging hides what went wrong; this does not."""

    def handleError(self, record: logging.LogRecord) -> None:
        raise


if __name__ == "__main__":
    Path(os.environ["HOME"]).mkdir(exist_ok=True)
    main(sys.argv[1])
