from typing import Any


async def add_note(*a: Any) -> Any:
    raise NotImplementedError


async def add_message(*a: Any) -> Any:
    raise NotImplementedError
