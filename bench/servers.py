"""The servers under load, one worker process each, on free ports of this machine."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from bench import load
from bench.cases import BARE, OURS, PEER, PEER_TOKEN, ours
from bench.data import ORIGIN, ROOT, Filled

PATHS = os.pathsep.join((str(ROOT), str(ROOT / "backend")))
UVICORN = (sys.executable, "-m", "uvicorn", "--no-access-log", "--log-level", "warning", "--port")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(*command: str, port: int, **environment: str) -> Iterator[str]:
    process = subprocess.Popen(  # noqa: S603
        command, env={**os.environ, "PYTHONPATH": PATHS, **environment}
    )
    try:
        _wait(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            raise RuntimeError(f"{process.args} stopped")
        time.sleep(0.1)
    raise RuntimeError(f"{process.args} does not listen")


def _save_answers(site: Filled, url: str, directory: Path) -> Path:
    answers = directory / "answers"
    answers.mkdir()
    names = ("list", "detail", "create", "week", "meetings")
    for name, case in zip(names, ours(site), strict=True):
        (answers / name).write_bytes(asyncio.run(load.answer(url, case)))
    return answers


def _sign_in_peer(host: str) -> None:
    """Let Django make its own tables and one user with a known token."""
    subprocess.run(  # noqa: S603
        (sys.executable, "-m", "bench.drf_peer.prepare", PEER_TOKEN),
        env={**os.environ, "PYTHONPATH": PATHS, "BENCH_PG_HOST": host},
        check=True,
    )


@contextmanager
def running(site: Filled, directory: Path) -> Iterator[Mapping[str, str]]:
    host = parse_qs(urlsplit(site.owner_url).query)["host"][0]
    with ExitStack() as stack:
        port = free_port()
        own = stack.enter_context(
            started(
                *UVICORN,
                str(port),
                "--factory",
                "bomiljo.main:create_app",
                port=port,
                BOMILJO_MODE="demo",
                BOMILJO_DATABASE_URL=site.service_url,
                BOMILJO_DATA_DIR=str(site.data_dir),
                BOMILJO_PUBLIC_URL=ORIGIN,
            )
        )
        answers = _save_answers(site, own, directory)
        port = free_port()
        bare = stack.enter_context(
            started(*UVICORN, str(port), "bench.bare:app", port=port, BENCH_ANSWERS=str(answers))
        )
        _sign_in_peer(host)
        port = free_port()
        peer = stack.enter_context(
            started(
                sys.executable,
                *("-m", "gunicorn", "--workers", "1", "--worker-class", "gthread"),
                *("--threads", "4", "--keep-alive", "60", "--log-level", "warning"),
                *("--bind", f"127.0.0.1:{port}", "bench.drf_peer.wsgi"),
                port=port,
                BENCH_PG_HOST=host,
            )
        )
        yield {OURS: own, BARE: bare, PEER: peer}
