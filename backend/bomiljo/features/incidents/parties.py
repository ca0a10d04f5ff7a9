from typing import Any


async def add(*a: Any) -> Any:
    raise NotImplementedError


async def edit(*a: Any) -> Any:
    raise NotImplementedError
