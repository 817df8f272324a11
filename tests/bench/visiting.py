"""Visitors without a screen, and what is seen of pages and memory while something else goes on."""

import http.client
import os
import re
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from tests.bench import cpu

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
FORM = "application/x-www-form-urlencoded"
MEBIBYTE = 1024 * 1024


@dataclass
class Visitor:
    """A browser without a screen: one connection for each request, cookies kept."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    went_to: str = ""  # where the last answer led

    def ask(self, path: str, body: bytes | None = None, kind: str = "") -> tuple[int, bytes]:
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=60)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {"Content-Type": kind, "Referer": self.address + path}
        connection.request("GET" if body is None else "POST", path, body, headers)
        answer = connection.getresponse()
        content = answer.read()
        self.went_to = answer.getheader("Location", "")
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _equals, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        connection.close()
        return answer.status, content

    def token(self, path: str) -> str:
        found = TOKEN.search(self.ask(path)[1])
        assert found, path
        return found[1].decode()

    def sign_in(self, email: str, password: str) -> None:
        path = "/en/accounts/login/"
        typed = {"csrfmiddlewaretoken": self.token(path), "login": email, "password": password}
        status, _page = self.ask(path, urlencode(typed).encode(), FORM)
        assert status == 302, status

    def send(
        self, path: str, typed: Mapping[str, str], field_name: str, name: str, content: bytes
    ) -> tuple[int, bytes]:
        """Post a form with a file."""
        line = uuid.uuid4().hex
        body = b"".join(
            f'--{line}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in typed.items()
        )
        head = f'--{line}\r\nContent-Disposition: form-data; name="{field_name}"; '
        head += f'filename="{name}"\r\nContent-Type: application/octet-stream\r\n\r\n'
        body += head.encode("utf-8", "replace") + content + f"\r\n--{line}--\r\n".encode()
        return self.ask(path, body, f"multipart/form-data; boundary={line}")


@dataclass
class Watch:
    """What is seen from outside meanwhile."""

    paths: Sequence[str]
    peak: int = 0  # bytes
    times: list[float] = field(default_factory=list)  # seconds a page took
    statuses: Counter[int] = field(default_factory=Counter)
    is_over: threading.Event = field(default_factory=threading.Event)

    def memory(self, pid: int) -> None:
        while not self.is_over.is_set():
            self.peak = max(self.peak, resident(pid))
            self.is_over.wait(0.02)

    def pages(self, address: str) -> None:
        visitor = Visitor(address)
        while not self.is_over.is_set():
            for path in self.paths:
                began = time.perf_counter()
                status, _page = visitor.ask(path)
                self.times.append(time.perf_counter() - began)
                self.statuses[status] += 1


def resident(root: int) -> int:
    """Return the memory of a process and its descendants in bytes. A page that several share counts
    once: a process that has only just been made still shares all of its parent's."""
    total = 0
    for pid in cpu.family(root):
        try:
            text = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
        except OSError:
            continue  # it has ended
        total += sum(int(size) for size in re.findall(r"^Pss:\s+(\d+) kB", text, re.MULTILINE))
    return total * 1024


@contextmanager
def watched(watch: Watch, pid: int, address: str) -> Iterator[None]:
    threads = [
        threading.Thread(target=watch.memory, args=(pid,)),
        threading.Thread(target=watch.pages, args=(address,)),
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        watch.is_over.set()
        for thread in threads:
            thread.join()


def web_server() -> int:
    """Return the web server's main process among our descendants."""
    for pid in cpu.family(os.getpid()):
        line = Path(f"/proc/{pid}/cmdline").read_bytes()
        if b"granian" in line:
            return pid
    raise RuntimeError("The web server was not found.")
