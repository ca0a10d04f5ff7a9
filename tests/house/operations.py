"""The operations of the published contract, and how to call one with nothing but its shape."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
from typing_extensions import override

ROOT = Path(__file__).parents[2]
CONTRACT: dict[str, Any] = json.loads((ROOT / "openapi" / "openapi.json").read_text())
NOBODY = UUID(int=0)


@dataclass(frozen=True)
class Operation:
    method: str
    path: str
    details: dict[str, Any]

    @override
    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def permission(self) -> str | None:
        return self.details.get("x-permission")

    @property
    def roles(self) -> list[str]:
        return list(self.details.get("x-roles", ()))

    def path_about(self, record: object) -> str:
        """The address with `record` in every id's place."""
        return re.sub(r"\{\w+\}", str(record), self.path)

    def call(self, client: httpx.Client) -> httpx.Response:
        """Call it about things that do not exist, with a body that says nothing."""
        url = self.path_about(NOBODY)
        body: dict[str, Any] | None = {} if "requestBody" in self.details else None
        if "/events" in url:
            with client.stream(self.method, url) as response:
                return response
        return client.request(self.method, url, json=body)


OPERATIONS = [
    Operation(method.upper(), path, details)
    for path, item in sorted(CONTRACT["paths"].items())
    for method, details in sorted(item.items())
]
GUARDED = [operation for operation in OPERATIONS if operation.permission]
