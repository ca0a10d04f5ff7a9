from typing import Any


def incident(*a: Any) -> Any:
    raise NotImplementedError


def parties(*a: Any) -> Any:
    raise NotImplementedError


async def show_page(*a: Any) -> Any:
    raise NotImplementedError


async def count_open(*a: Any) -> Any:
    raise NotImplementedError
