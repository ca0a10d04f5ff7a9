"""The embedded PostgreSQL keeps what it has answered for, whatever is killed."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import psycopg
import pytest
from bomiljo.embedded import DatabaseUnusable, ensure_database, own_server, postgres
from typing_extensions import override

PRODUCT = """
import sys, time
from pathlib import Path
from bomiljo.embedded import postgres, privilege
if "without namespaces" in sys.argv:
    tried = privilege.works
    privilege.works = lambda who, data: who.prefix[0] != "unshare" and tried(who, data)
with postgres(Path(sys.argv[1])) as url:
    print(url, flush=True)
    time.sleep(60)
"""
NOBODY = 65534
# nobody in number, yet able to enter the directories in which root keeps Python and this repository
ORDINARY = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
ENTERING = ("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search")
WAYS = (
    ["as it comes", "without namespaces", "ordinary user"] if os.geteuid() == 0 else ["as it comes"]
)


class Running:
    def __init__(self, data: Path, way: str) -> None:
        ordinary = (*ORDINARY, *ENTERING) if way == "ordinary user" else ()
        if ordinary:
            os.chown(data, NOBODY, NOBODY)
        self.data = data
        self.process = subprocess.Popen(
            [*ordinary, sys.executable, "-c", PRODUCT, str(data), way],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        self.url = self.process.stdout.readline().strip()

    def database_pid(self) -> int:
        return int((self.data / "postgres" / "postmaster.pid").read_text().splitlines()[0])

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()

    def ends(self) -> str:
        _, errors = self.process.communicate(timeout=20)
        return errors


@pytest.fixture
def data() -> Iterator[Path]:
    """A data directory on a short path, as make run has it."""
    directory = Path(mkdtemp(prefix="bomiljo-test-"))
    yield directory
    if (directory / "postgres" / "postmaster.pid").exists():
        with postgres(directory):
            pass
    shutil.rmtree(directory, ignore_errors=True)


@contextmanager
def running(data: Path, way: str = "as it comes") -> Iterator[Running]:
    product = Running(data, way)
    try:
        assert product.url, product.ends()
        yield product
    finally:
        product.process.terminate()
        product.process.communicate()


class Writer(threading.Thread):
    """Commits row after row, and counts those the database has answered for."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.answered = 0
        self.connection = psycopg.connect(url, autocommit=True)
        self.connection.execute("CREATE TABLE kept (row int PRIMARY KEY)")
        self.start()

    @override
    def run(self) -> None:
        try:
            while self.answered < 100_000:
                self.connection.execute("INSERT INTO kept VALUES (%s)", [self.answered + 1])
                self.answered += 1
        except psycopg.OperationalError:
            self.connection.close()

    def writes(self, rows: int) -> None:
        goal = self.answered + rows
        while self.answered < goal:
            time.sleep(0.01)


def kept(url: str) -> int:
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT count(*), max(row) FROM kept").fetchone()
    assert row
    assert row[0] == row[1]
    return int(row[0])


@pytest.mark.parametrize("way", WAYS)
def test_killing_the_database_and_the_product_loses_no_committed_row(data: Path, way: str) -> None:
    with running(data, way) as first:
        writer = Writer(first.url)
        writer.writes(200)
        first.process.send_signal(signal.SIGSTOP)
        os.kill(first.database_pid(), signal.SIGKILL)
        first.kill()
        writer.join()
        with running(data, way) as second:
            assert kept(second.url) >= writer.answered >= 200


@pytest.mark.parametrize("way", WAYS)
def test_a_killed_products_database_is_taken_over_with_all_its_rows(data: Path, way: str) -> None:
    with running(data, way) as first:
        writer = Writer(first.url)
        writer.writes(200)
        left = first.database_pid()
        first.kill()
        with running(data, way) as second:
            writer.join()
            assert kept(second.url) >= writer.answered >= 200
            assert second.database_pid() != left


def test_a_killed_database_comes_back_under_the_running_product(data: Path) -> None:
    with running(data) as product:
        writer = Writer(product.url)
        writer.writes(200)
        before = product.database_pid()
        os.kill(before, signal.SIGKILL)
        writer.join()
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                assert kept(product.url) >= writer.answered >= 200
                break
            except psycopg.OperationalError:
                time.sleep(0.1)
        assert product.database_pid() != before


def test_a_second_start_on_the_same_data_is_refused_in_plain_words(data: Path) -> None:
    with running(data) as first:
        Writer(first.url).writes(10)
        second = Running(data, "as it comes")
        assert f"already runs on {data} (process {first.process.pid})" in second.ends()
        assert second.process.returncode != 0
        assert kept(first.url) >= 10


def test_a_strangers_process_with_the_dead_databases_number_is_left_alone(data: Path) -> None:
    with postgres(data):
        pass
    with subprocess.Popen(["sleep", "60"]) as stranger:
        left = f"{stranger.pid}\n{data / 'postgres'}\n0\n5432\n{data / 'postgres'}\n\n0 0\nready\n"
        (data / "postgres" / "postmaster.pid").write_text(left)
        with postgres(data) as url, psycopg.connect(url):
            assert stranger.poll() is None
        stranger.kill()


@pytest.mark.parametrize("name", ["d" * 120, "blå bod, nr. 2"])
def test_any_path_will_do(data: Path, name: str) -> None:
    with postgres(data / name, durable=False) as url:
        urls = ensure_database(url)
        assert ensure_database(url) == urls
        with psycopg.connect(urls.owner.replace("+psycopg", "")) as connection:
            assert connection.info.dbname == "bomiljo"


def test_the_service_runs_as_a_role_without_power_or_not_at_all(data: Path) -> None:
    with postgres(data, durable=False) as url:
        urls = ensure_database(url)
        inside = url.replace("@/postgres?", "@/bomiljo?")
        assert own_server(urls.app, urls.owner, data) == urls
        assert "bomiljo_app:" in own_server(inside, None, data).app
        for powerful in (inside, urls.owner):
            with pytest.raises(DatabaseUnusable, match="does not serve as the database role"):
                own_server(powerful, urls.owner, data)
        with pytest.raises(DatabaseUnusable, match="BOMILJO_MIGRATION_URL"):
            own_server(urls.app, None, data)
        with pytest.raises(DatabaseUnusable, match="may not make the role"):
            own_server(urls.owner, None, data)
