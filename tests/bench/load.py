"""Load on one address of a server on loopback, by wrk where it is installed.

Without wrk a small client of our own is used, which takes more of the machine: then only ratios
of slow pages mean much, and the report says so.
"""

import asyncio
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

SCRIPT = """
done = function(summary, latency, requests)
  io.write(string.format("FIGURES %d %d %f %f %d\\n", summary.requests, summary.duration,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
"""


@dataclass(frozen=True)
class Figures:
    """Requests a second, milliseconds at the median and at 95 %, and how many went wrong."""

    rate: float
    p50: float
    p95: float
    errors: int


def engine() -> str:
    return "wrk" if shutil.which("wrk") else "python"


def measure(
    address: str, connections: int, seconds: float, headers: dict[str, str] | None = None
) -> Figures:
    """Ask for `address` again and again for some seconds over kept connections."""
    if urlsplit(address).hostname != "127.0.0.1":
        raise ValueError("Load goes to this machine only.")
    if engine() == "wrk":
        return _by_wrk(address, connections, seconds, headers or {})
    return asyncio.run(_by_hand(address, connections, seconds, headers or {}))


def _by_wrk(address: str, connections: int, seconds: float, headers: dict[str, str]) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "figures.lua"
        script.write_text(SCRIPT, encoding="ascii")
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds:.0f}s", "--timeout", "30s"]
        command += ["-s", str(script)]
        for name, value in headers.items():
            command += ["-H", f"{name}: {value}"]
        output = subprocess.run(
            [*command, address], capture_output=True, text=True, check=True
        ).stdout
    found = re.search(r"FIGURES (\d+) (\d+) ([\d.]+) ([\d.]+) (\d+)", output)
    if found is None:
        raise RuntimeError(output)
    requests, microseconds, p50, p95, errors = map(float, found.groups())
    return Figures(requests / (microseconds / 1e6), p50, p95, int(errors))


async def _by_hand(
    address: str, connections: int, seconds: float, headers: dict[str, str]
) -> Figures:
    end = time.monotonic() + seconds
    runs = await asyncio.gather(
        *(_connection(address, end, headers) for _number in range(connections))
    )
    times = sorted(duration for run in runs for duration, _good in run)
    errors = sum(not good for run in runs for _duration, good in run)
    cuts = statistics.quantiles(times, n=20) if len(times) > 1 else times * 19
    return Figures(len(times) / seconds, cuts[9] * 1000, cuts[18] * 1000, errors)


async def _connection(
    address: str, end: float, headers: dict[str, str]
) -> list[tuple[float, bool]]:
    parts = urlsplit(address)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    lines = [f"GET {path} HTTP/1.1", f"Host: {parts.netloc}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    request = "\r\n".join([*lines, "", ""]).encode()
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    done = []
    while time.monotonic() < end:
        begin = time.monotonic()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", head)
        if length:
            await reader.readexactly(int(length[1]))
        done.append((time.monotonic() - begin, head[9:10] in b"23"))
    writer.close()
    return done
