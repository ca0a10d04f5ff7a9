from typing import Any


async def report(*a: Any) -> Any:
    raise NotImplementedError


async def report_own(*a: Any) -> Any:
    raise NotImplementedError


async def on_call(*a: Any) -> Any:
    raise NotImplementedError
