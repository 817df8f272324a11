"""Reads everything a stranger can reach: pages, lists, filters, feeds, sitemaps, API, files."""

import html
import io
import json
import re
import zipfile
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

import pypdf
from django.http.response import HttpResponseBase
from django.test import Client

from partnership.core import languages

ORIGIN = "http://testserver"
STARTS = (
    *(f"/{code}/" for code in languages.LANGUAGES),
    "/",
    "/sitemap.xml",
    "/robots.txt",
    "/.well-known/security.txt",
    "/readyz",
    "/api/v1/schema/",
)
LINK = re.compile(r"""(?:href|src|action)="([^"]+)"|(http://testserver[^\s"'<>\\]*)""")
LIBRARY = re.compile(r"/library/\d+/")  # short texts from one file: some are enough
NOT_READ = ("/static/", "/admin/", "/media/")
MOST_PAGES = 2_500
MOST_OF_A_KIND = 3  # addresses of one path that differ in the values of their parameters only

Pages = dict[str, str]


class TooMany(Exception):
    """The crawl would not end by itself, so it would be no proof."""


def crawl(client: Client, starts: Iterable[str] = ()) -> Pages:
    """Return the text of every address that can be reached from `STARTS` and `starts`."""
    return dict(walk(client, starts))


def walk(client: Client, starts: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield the same one by one, for who looks for something and may stop."""
    seen: set[str] = set()
    kinds: Counter[object] = Counter()
    waiting = deque(dict.fromkeys([*STARTS, *api_paths(client), *starts]))
    while waiting:
        address = waiting.popleft()
        if address in seen or not _is_wanted(address, kinds):
            continue
        response = client.get(address)
        text = text_of(response)
        yield address, text
        seen.add(address)
        if len(seen) > MOST_PAGES:
            raise TooMany
        waiting.extend(links_of(address, response, text))


def text_of(response: HttpResponseBase) -> str:
    """Return all words of an answer, headers included, however they are packed."""
    streamed = getattr(response, "streaming_content", None)
    content = b"".join(streamed) if streamed is not None else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    return f"{headers}\n{_words(response.headers.get('Content-Type', ''), content)}"


def links_of(address: str, response: HttpResponseBase, text: str) -> list[str]:
    """Return the addresses of ours that an answer leads to."""
    found = [first or second for first, second in LINK.findall(text)]
    found.append(response.headers.get("Location", ""))
    joined = (urlsplit(urljoin(ORIGIN + address, html.unescape(link))) for link in found if link)
    return [
        f"{parts.path}?{parts.query}" if parts.query else parts.path
        for parts in joined
        if f"{parts.scheme}://{parts.netloc}" == ORIGIN
    ]


def api_paths(client: Client) -> list[str]:
    """Return the lists the API describes; its single objects are found from these."""
    answer = client.get("/api/v1/schema/", headers={"Accept": "application/vnd.oai.openapi+json"})
    schema = json.loads(answer.content)
    return [path for path in schema["paths"] if "{" not in path]


def addresses_of_case(number: str, slugs: dict[str, str]) -> list[str]:
    """Return every address the case collection would have for a case, public or not."""
    found = [f"/api/v1/cases/{number}/", f"/api/v1/cases/{number}/citation/"]
    for code in languages.LANGUAGES:
        root = f"/{code}/cases/{number}"
        found += [f"{root}/", f"{root}/{slugs[code]}/", f"{root}.pdf"]
        found += [f"{root}/{name}/" for name in ("side-by-side", "print", "citation")]
    return found


def _is_wanted(address: str, kinds: Counter[object]) -> bool:
    parts = urlsplit(address)
    if parts.path.startswith(NOT_READ) or "/accounts/" in parts.path:
        return False
    path = LIBRARY.sub("/library/some/", parts.path)
    kind = (path, frozenset(name for name, _value in parse_qsl(parts.query)))
    kinds[kind] += 1
    return kinds[kind] <= MOST_OF_A_KIND


def _words(content_type: str, content: bytes) -> str:
    if content.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "\n".join(
                packed.read(name).decode("utf-8", "replace") for name in packed.namelist()
            )
    text = content.decode("utf-8", "replace")
    if "json" in content_type:
        text += json.dumps(json.loads(text or "null"), ensure_ascii=False)
    return "\n".join((text, html.unescape(text), unquote(text)))
