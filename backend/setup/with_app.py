"""Run a command beside a fresh product: own port, own data, the demo district.

with_app.py <command> ...; the command finds the product at BOMILJO_BASE_URL.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

SECONDS_TO_START = 300


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(url: str, product: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and product.poll() is None:
        try:
            with urlopen(url, timeout=5):  # noqa: S310
                return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    sys.exit(f"The product did not answer at {url}")


def main(command: list[str]) -> int:
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    data = Path(tempfile.mkdtemp(prefix="bomiljo-data-"))
    settings = {"PORT": str(port), "BOMILJO_DATA_DIR": str(data), "BOMILJO_MODE": "demo"}
    inherited = {name: value for name, value in os.environ.items() if name[:8] != "BOMILJO_"}
    product = subprocess.Popen(
        [sys.executable, "-m", "bomiljo.cli", "run"], env=inherited | settings
    )
    try:
        wait_for(f"{base}/health", product)
        beside = {**os.environ, "BOMILJO_BASE_URL": base}
        return subprocess.run(command, env=beside, check=False).returncode
    finally:
        product.terminate()
        try:
            product.wait(60)
        except subprocess.TimeoutExpired:
            product.kill()
        shutil.rmtree(data, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
