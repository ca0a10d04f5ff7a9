"""The whole product under kills and faults: what it has answered for is there, exactly once."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

import httpx
import psycopg
import pytest
from bomiljo.embedded import postgres
from typing_extensions import override

PRODUCT = """
from bomiljo import runner
runner.build_website = lambda: None
runner.run()
"""
WRITERS = 6
LONGEST_ABSENCE = 10.0
LONGEST_START = 30.0


class Product:
    """`make run` without its website, which can be killed and started again."""

    def __init__(self, data: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.data = data
        self.environment = os.environ | {
            "BOMILJO_MODE": "demo",
            "BOMILJO_DATA_DIR": str(data),
            "BOMILJO_FRONTEND_DIR": str(data / "no website"),
            "PORT": str(self.port),
        }
        self.environment.pop("BOMILJO_DATABASE_URL", None)
        self.start()

    def start(self) -> None:
        with (self.data / "product.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", PRODUCT], env=self.environment, stdout=log, stderr=log
            )

    def client(self) -> httpx.Client:
        return httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=15)

    def postmaster(self) -> tuple[int, str]:
        """The database server's process and the directory of its socket."""
        lines = (self.data / "postgres" / "postmaster.pid").read_text().splitlines()
        return int(lines[0]), lines[4]

    def kill_database(self) -> None:
        os.kill(self.postmaster()[0], signal.SIGKILL)

    def kill_and_start(self) -> None:
        self.process.kill()
        self.process.wait()
        self.start()

    def inside(self) -> psycopg.Connection:
        user = "postgres"
        return psycopg.connect(
            host=self.postmaster()[1], user=user, dbname="bomiljo", autocommit=True
        )

    def end_connections(self) -> None:
        with self.inside() as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE usename = 'bomiljo_app'"
            )

    def lock(self) -> None:
        with self.inside() as connection, connection.transaction():
            connection.execute("LOCK TABLE incidents")
            time.sleep(6)


class Writer(threading.Thread):
    """Reports incidents one after another, each until it has been answered for."""

    def __init__(self, product: Product, token: str, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.product, self.stop = product, stop
        self.headers = {"Authorization": f"Bearer {token}"}
        self.acknowledged: dict[str, str] = {}
        self.statuses: Counter[int] = Counter()
        self.last = time.monotonic()
        self.start()

    @override
    def run(self) -> None:
        with self.product.client() as client:
            while not self.stop.is_set():
                self._report(client, str(uuid4()))

    def _report(self, client: httpx.Client, key: str) -> None:
        body = {"category": "leak", "severity": "low", "title": key, "place": "Kjeller"}
        headers = self.headers | {"Idempotency-Key": key}
        while time.monotonic() < self.last + 2 * LONGEST_START:
            try:
                answer = client.post("/v1/incidents", json=body, headers=headers)
            except httpx.TransportError:
                time.sleep(0.1)
                continue
            self.statuses[answer.status_code] += 1
            if answer.status_code == 201:
                self.acknowledged[key] = answer.json()["id"]
                self.last = time.monotonic()
                return
            time.sleep(0.05)


@pytest.fixture
def product() -> Iterator[Product]:
    data = Path(mkdtemp(prefix="bomiljo-test-"))
    running = Product(data)
    yield running
    running.process.terminate()
    running.process.wait()
    if (data / "postgres" / "postmaster.pid").exists():
        with postgres(data):
            pass
    shutil.rmtree(data, ignore_errors=True)


def token(product: Product) -> str:
    form = {"grant_type": "password", "username": "ingrid", "password": "modulbygg"}
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with product.client() as client:
                answer = client.post("/v1/auth/token", data=form).raise_for_status()
                return str(answer.json()["access_token"])
        except httpx.HTTPError:
            time.sleep(0.2)
    raise AssertionError("the product did not start")


def test_whatever_is_killed_every_acknowledged_report_is_there_once(product: Product) -> None:
    stop = threading.Event()
    key = token(product)
    writers = [Writer(product, key, stop) for _ in range(WRITERS)]
    faults = (
        product.kill_database,
        product.kill_and_start,
        product.end_connections,
        product.kill_database,
        product.lock,
        product.kill_and_start,
    )
    absences: dict[str, float] = {}
    for number, fault in enumerate(faults):
        fault()
        struck = time.monotonic()
        longest = LONGEST_START if fault == product.kill_and_start else LONGEST_ABSENCE
        while min(one.last for one in writers) < struck:
            assert time.monotonic() - struck < longest, (fault, absences)
            time.sleep(0.02)
        absences[f"{number} {fault.__name__}"] = round(time.monotonic() - struck, 1)
        time.sleep(0.5)
    stop.set()
    for writer in writers:
        writer.join()
    statuses = sum((one.statuses for one in writers), Counter[int]())
    acknowledged = {key: row for one in writers for key, row in one.acknowledged.items()}
    with product.inside() as connection:
        kept = connection.execute(
            "SELECT title, id::text FROM incidents WHERE title = ANY (%s)", [[*acknowledged]]
        ).fetchall()
        strangers = connection.execute(
            "SELECT count(*) FROM incidents WHERE place = 'Kjeller' AND title <> ALL (%s)",
            [[*acknowledged]],
        ).fetchone()
    assert sorted(kept) == sorted(acknowledged.items())
    assert strangers == (0,)
    assert len(acknowledged) > 100
    assert statuses.keys() <= {201, 409, 503}, (statuses, absences)
    assert statuses[503], "the database was never away"
