"""A load generator over kept-alive connections; it reports its own share of the processor too."""

import asyncio
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from bench.cases import Case


@dataclass(frozen=True)
class Figures:
    """Requests per second; latencies in milliseconds; what did not answer 2xx."""

    rate: float
    p50: float
    p95: float
    p99: float
    failed: int
    own_cpu: float


async def _one(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes
) -> tuple[int, bytes]:
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head[9:12])
    at = head.lower().index(b"content-length:")
    length = int(head[at + 15 : head.index(b"\r\n", at)])
    return status, await reader.readexactly(length)


async def _client(
    host: str, port: int, case: Case, until: float, times: list[float], failures: list[int]
) -> None:
    reader, writer = await asyncio.open_connection(host, port)
    while (begun := time.perf_counter()) < until:
        status, _ = await _one(reader, writer, case.request())
        times.append(time.perf_counter() - begun)
        if not 200 <= status < 300:
            failures.append(status)
    writer.close()


async def answer(url: str, case: Case) -> bytes:
    """The body that `case` gets once; RuntimeError when it is refused."""
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    status, body = await _one(reader, writer, case.request())
    writer.close()
    if not 200 <= status < 300:
        raise RuntimeError(f"{case.server} {case.name}: {status} {body[:300]!r}")
    return body


async def run(url: str, case: Case, *, seconds: float, connections: int) -> Figures:
    parts = urlsplit(url)
    host, port = str(parts.hostname), int(parts.port or 80)
    await _spell(host, port, case, 1.0, connections)
    cpu, begun = time.process_time(), time.perf_counter()
    times, failures = await _spell(host, port, case, seconds, connections)
    lasted = time.perf_counter() - begun
    times.sort()

    def percentile(share: float) -> float:
        return times[min(len(times) - 1, int(len(times) * share))] * 1000

    return Figures(
        rate=len(times) / lasted,
        p50=percentile(0.50),
        p95=percentile(0.95),
        p99=percentile(0.99),
        failed=len(failures),
        own_cpu=(time.process_time() - cpu) / lasted,
    )


async def _spell(
    host: str, port: int, case: Case, seconds: float, connections: int
) -> tuple[list[float], list[int]]:
    times: list[float] = []
    failures: list[int] = []
    until = time.perf_counter() + seconds
    clients = (_client(host, port, case, until, times, failures) for _ in range(connections))
    await asyncio.gather(*clients)
    return times, failures
