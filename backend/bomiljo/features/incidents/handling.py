from typing import Any


async def edit(*a: Any) -> Any:
    raise NotImplementedError


async def assign(*a: Any) -> Any:
    raise NotImplementedError


async def change_status(*a: Any) -> Any:
    raise NotImplementedError


async def change_severity(*a: Any) -> Any:
    raise NotImplementedError
