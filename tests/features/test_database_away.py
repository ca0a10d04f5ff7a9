"""A database that is nowhere to be found is a matter of waiting, not a fault of ours."""

from pathlib import Path

import httpx
import pytest
from bomiljo.access.guard import COOKIE
from bomiljo.demo.app import create_demo_api
from bomiljo.kernel.security import SecurityHeaders
from bomiljo.settings import Settings

from tests.server import Server


@pytest.mark.parametrize("host", ["/nowhere", "no-such-host.invalid"])
def test_the_caller_is_asked_to_come_back(settings: Settings, tmp_path: Path, host: str) -> None:
    address = f"postgresql://bomiljo_app@/bomiljo?host={host}"
    elsewhere = settings.model_copy(update={"database_url": address, "data_dir": tmp_path})
    with Server.running(SecurityHeaders(create_demo_api(elsewhere))) as server:
        answer = httpx.get(f"{server.url}/v1/incidents", cookies={COOKIE: "x" * 40})
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
