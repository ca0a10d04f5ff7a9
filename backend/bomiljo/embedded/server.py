"""The running server: started, watched, stopped."""

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

import psycopg

from bomiljo.embedded.cluster import SECONDS_TO_STOP, environment
from bomiljo.embedded.privilege import Identity
from bomiljo.embedded.problems import DatabaseUnusable

SECONDS_TO_START = 120
LAUNCHES = 20

# terse and panic keep the values of rows, which are personal data, out of the log
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "100",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "8MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "log_timezone": "UTC",
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
}
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
NOT_DURABLE = dict.fromkeys(DURABLE, "off")


class Server:
    def __init__(
        self, cluster: Path, who: Identity, sockets: Path, log: IO[bytes], *, durable: bool
    ) -> None:
        self.log = log
        settings = SETTINGS | (DURABLE if durable else NOT_DURABLE)
        settings["unix_socket_directories"] = str(sockets)
        chosen = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        self.command = [*who.program("postgres"), "-D", str(cluster), *chosen]
        self.url = f"postgresql://postgres@/postgres?host={sockets}"
        self.stopping = threading.Event()
        self.watcher = threading.Thread(target=self.watch, daemon=True)

    def launch(self) -> None:
        self.process = subprocess.Popen(
            self.command,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )

    def answers(self) -> bool:
        with suppress(psycopg.OperationalError), psycopg.connect(self.url, connect_timeout=5):
            return True
        return False

    def wait_until_ready(self) -> None:
        """Launch until it answers: PostgreSQL refuses to start beside the workers of a killed
        server, and those end within seconds."""
        deadline = time.monotonic() + SECONDS_TO_START
        launches = 1
        self.launch()
        while not self.answers():
            dead = self.process.poll() is not None
            if (
                self.stopping.is_set()
                or time.monotonic() > deadline
                or (dead and launches == LAUNCHES)
            ):
                last = Path(self.log.name).read_text(errors="replace").splitlines()[-1:]
                raise DatabaseUnusable(
                    f"PostgreSQL did not start; {self.log.name} ends with: {''.join(last)}"
                )
            if dead:
                time.sleep(0.5)
                launches += 1
                self.launch()
            time.sleep(0.05)

    def start(self) -> None:
        try:
            self.wait_until_ready()
        except BaseException:
            self.end()
            raise
        self.watcher.start()

    def watch(self) -> None:
        """Start the server again when it was ended from outside."""
        while self.process.wait() is not None and not self.stopping.is_set():
            print("The database server was ended from outside; starting it again.", file=sys.stderr)
            try:
                self.wait_until_ready()
            except DatabaseUnusable as problem:
                if not self.stopping.is_set():
                    print(problem, file=sys.stderr)
                    os.kill(os.getpid(), signal.SIGTERM)
                return

    def end(self) -> None:
        for how in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if self.process.poll() is None:
                self.process.send_signal(how)
                with suppress(subprocess.TimeoutExpired):
                    self.process.wait(SECONDS_TO_STOP)

    def stop(self) -> None:
        self.stopping.set()
        self.end()
        self.watcher.join()
        self.end()
