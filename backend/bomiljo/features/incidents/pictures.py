from typing import Any, NamedTuple


class Given(NamedTuple):
    file: Any
    caption: Any
    audience: Any


async def add(*a: Any) -> Any:
    raise NotImplementedError


async def add_own(*a: Any) -> Any:
    raise NotImplementedError


async def show_to(*a: Any) -> Any:
    raise NotImplementedError


async def open_one(*a: Any) -> Any:
    raise NotImplementedError


async def open_small(*a: Any) -> Any:
    raise NotImplementedError
