"""A real mail server of this machine, and the worker that sends to it."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes
from email.message import Message
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

from aiosmtpd.controller import Controller
from bomiljo.features.notifications.carriers import carriers
from bomiljo.features.notifications.delivery import Post
from bomiljo.kernel.database import Database
from bomiljo.settings import Settings
from typing_extensions import override

ORIGIN = "https://hjem.example.no"
PATIENCE = 20.0


class Sink:
    """Keeps what it is given; `refuses` and `hangs` are what the next conversations meet."""

    def __init__(self) -> None:
        self.letters: list[tuple[str, Message]] = []
        self.refuses: dict[str, str] = {}
        self.hangs = ""
        self.reached = threading.Event()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)

    async def handle_RCPT(  # noqa: N802
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        await self._hang("RCPT")
        if refusal := self.refuses.get("RCPT"):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        if refusal := self.refuses.get("DATA"):
            return refusal
        self.letters += [(to, message_from_bytes(envelope.content)) for to in envelope.rcpt_tos]
        await self._hang("DATA")
        return "250 OK"

    async def _hang(self, stage: str) -> None:
        if self.hangs == stage:
            self.reached.set()
            await asyncio.sleep(PATIENCE)

    def text(self, address: str) -> str:
        """What the one letter to this address says."""
        (letter,) = self.to(address)
        content = letter.get_payload(decode=True)
        assert isinstance(content, bytes)
        return content.decode()

    def to(self, address: str) -> list[Message]:
        return [letter for to, letter in self.letters if to == address]

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"


@contextmanager
def listening() -> Iterator[Sink]:
    sink = Sink()
    sink.controller.start()
    try:
        yield sink
    finally:
        sink.controller.stop()


def deliver(settings: Settings, **ways: Any) -> int:
    """One round of the worker, in this process."""
    given = settings.model_copy(update={"mail_from": "ikke-svar@hjem.example.no", **ways})

    async def once() -> int:
        database = Database(given.service_url, 2)
        tried = await Post(database, carriers(given), ORIGIN).deliver_due()
        await database.close()
        return tried

    return asyncio.run(once())


@contextmanager
def worker(smtp_url: str) -> Iterator[subprocess.Popen[bytes]]:
    """The worker as it runs in production: a process of its own."""
    environment = os.environ | {
        "BOMILJO_SMTP_URL": smtp_url,
        "BOMILJO_MAIL_FROM": "ikke-svar@hjem.example.no",
    }
    command = [sys.executable, "-m", "bomiljo.cli", "worker"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.05)


class Gateway(BaseHTTPRequestHandler):
    """An SMS gateway; it answers with the server's `status` and keeps what it took."""

    server: "Gateways"

    def do_POST(self) -> None:
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.server.status == 0:
            self.close_connection = True
            return
        self.server.taken.append((self.headers.get("Authorization"), said))
        self.send_response(self.server.status)
        self.end_headers()

    @override
    def log_message(self, *_: Any) -> None:
        pass


class Gateways(HTTPServer):
    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Gateway)
        self.status = 200
        self.taken: list[tuple[str | None, dict[str, str]]] = []
        self.url = f"http://127.0.0.1:{self.server_port}/send"

    @contextmanager
    def running(self) -> Iterator["Gateways"]:
        thread = threading.Thread(target=self.serve_forever, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.shutdown()
            self.server_close()
            thread.join()
