from typing import Any


async def show_page(*a: Any) -> Any:
    raise NotImplementedError


async def show_one(*a: Any) -> Any:
    raise NotImplementedError
