"""`python -m tests.bench.searching`: the searches that pages make, at 5,000 cases.

The case list with four facets and a Chinese keyword, the page of results, suggestions, and 2,000
generated texts of every kind, asked for in process. `--here` measures the database of DATABASE_URL
as it is; without it one is made, filled and indexed (some minutes), and dropped.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import chain
from urllib.parse import quote

from tests.bench import report
from tests.bench.collections import collections, manage
from tests.databases import settle

SIZE = 5_000
TIMES = 40
TEXTS = 2_000
NOT_KEPT = "**no**"
ANSWERED = (200, 400)  # a text with a NUL is refused with a sentence
SLOWEST = 500  # milliseconds, of any generated text
FACETS = "step=cleanup&step=recycling&country=CN&language=zh-hans&grade=A&grade=B&grade=C"
PAGES = {  # address, wanted milliseconds at the 95th percentile, wanted queries
    "case list, four facets and a Chinese keyword": (
        f"/zh-hans/cases/?q={quote('塑料')}&{FACETS}",
        150,
        12,
    ),
    "case list, the same in English": (f"/en/cases/?q=plastic+waste&{FACETS}", 150, 12),
    "case list, a misspelt word": (f"/zh-hans/cases/?q={quote('微朔料')}", 150, 12),
    "results, a Chinese keyword": (f"/zh-hans/search/?q={quote('净滩')}", 150, 14),
    "results, two facets": ("/en/search/?q=plastic&kind=case&country=CN", 150, 14),
    "results, words in quotation marks": ('/en/search/?q="plastic+waste"', 150, 14),
    "suggestions, initials": ("/zh-hans/search/suggestions/?q=hsl", 10, 2),
    "suggestions, one character": (f"/zh-hans/search/suggestions/?q={quote('海')}", 10, 2),
}
HEAD = """| Page | p50 ms | p95 ms | wanted | queries | wanted | kept |
|---|---:|---:|---:|---:|---:|---|
"""
ODD = "'\"\\:*&|!()<>-+~%_$ 　“”‘’，。１２³½ßﬁ🐢\0"
HAN = "海洋垃圾净滩塑料微渔网红树林回收监测城市港口酒店学校如何的了"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def pages() -> Iterator[str]:
    """Yield a line for each page: times and queries beside what is wanted; needs Django set up."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    for name, (address, longest, most) in PAGES.items():
        spent = [_milliseconds(lambda: client.get(address)) for _ in range(TIMES + 2)][2:]  # noqa: B023
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answers {answer.status_code}.")
        p95 = statistics.quantiles(spent, n=20, method="inclusive")[-1]
        kept = "yes" if p95 <= longest and len(queries) <= most else NOT_KEPT
        figures = (
            f"{statistics.median(spent):.1f} | {p95:.1f} | {longest} | {len(queries)} | {most}"
        )
        yield f"| {name} | {figures} | {kept} |"


def generated(number: int, seed: int = 1) -> Iterator[str]:
    """Yield texts of every kind: words that are there, made up, misspelt, odd signs, very long."""
    from partnership.search.glossary import book

    chance = random.Random(seed)  # noqa: S311
    known = [spelling.text for spelling in book.current().spellings.values()]
    for place in range(number):
        words = chance.sample(known, chance.randint(1, 4))
        kinds = (
            " ".join(words),
            "".join(chance.choices(HAN, k=chance.randint(1, 30))),
            "".join(chance.choices(LETTERS, k=chance.randint(1, 12))),
            "".join(chance.choices(ODD + HAN + LETTERS, k=chance.randint(1, 200))),
            words[0][: chance.randint(1, 5)] + chance.choice(LETTERS),
            f"{words[0]} -{words[-1]}",
            f"“{words[0]}”{words[-1]}",
            "".join(chance.choices(HAN, k=3_000)) if place % 50 == 7 else words[0],
        )
        yield kinds[place % len(kinds)]


def texts() -> Iterator[str]:
    """Ask for generated texts; yield what came of it."""
    from django.test import Client

    client, spent, errors = Client(raise_request_exception=False), [], 0
    for text in generated(TEXTS):
        began = time.perf_counter()
        answer = client.get("/zh-hans/search/", {"q": text})
        spent.append((time.perf_counter() - began) * 1000)
        errors += answer.status_code not in ANSWERED
    over = sum(each > SLOWEST for each in spent)
    yield f"{TEXTS:,} generated texts: {errors} errors, {over} over {SLOWEST} ms, "
    yield f"p50 {statistics.median(spent):.0f} ms, slowest {max(spent):.0f} ms"
    yield f"Wanted: no error, none over {SLOWEST} ms: {NOT_KEPT if errors or over else 'kept'}"


def _milliseconds(deed: object) -> float:
    began = time.perf_counter()
    deed()  # type: ignore[operator]
    return (time.perf_counter() - began) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--here", action="store_true", help="measure DATABASE_URL as it is")
    asked = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")
    os.environ["BENCH_CACHES"] = "none"  # the same address is asked for again and again
    here = nullcontext({SIZE: os.environ.get("DATABASE_URL", "")})
    with here if asked.here else collections([SIZE]) as databases:
        os.environ["DATABASE_URL"] = databases[SIZE]
        manage(databases[SIZE], "load_glossary")
        manage(databases[SIZE], "search_audit")
        settle(databases[SIZE])
        manage(databases[SIZE], "collectstatic", "--no-input", "--verbosity", "0")
        import django

        django.setup()
        from django.conf import settings

        from partnership.core.chinese import read_dictionaries
        from partnership.search.glossary import book

        settings.ALLOWED_HOSTS = ["testserver"]
        read_dictionaries()  # as the web server does, before its first visitor
        book.make_ready()
        sys.stdout.write(f"{report.machine()}. {report.load()}\n\n")
        sys.stdout.write(HEAD)
        said = []
        for line in chain(pages(), [""], texts()):
            said.append(line)
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
    if any(NOT_KEPT in line for line in said):
        sys.exit(1)


if __name__ == "__main__":
    main()
