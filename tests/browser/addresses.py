"""The public addresses a browser test visits, read from the portal's own sitemaps."""

import re
import urllib.request
from urllib.error import HTTPError
from urllib.parse import urlsplit

LANGUAGES = ("zh-hans", "en")
# Pages that no sitemap names, by their path behind the language.
UNLISTED = (
    "style-guide/",
    "accounts/login/",
    "join/",
    "write/?kind=error&page=/en/cases/",
    "accounts/password/reset/",
    "no-such-page/",
    "cases/?q=nothing-will-be-found",
    "cases/?country=VN&page=1",
    "cases/?country=VN&page=999999",
    "cases/map/",
    "cases/CN-AS-2026-001/side-by-side/",
    "cases/CN-AS-2026-001/print/",
    "monitoring/cities/cn-xiamen/",
    "monitoring/sea/?method=seabed",
    "monitoring/waste/cn-xiamen/",
    "monitoring/annual-reports/AR-2025-CN-XIAMEN-1/",
    "cities/?q=nothing-will-be-found",
    "certificates/",
    "certificates/?code=AAAA",
    "check-in/00000000-0000-4000-8000-000000000000/",
    "write/",
    "results/cases-published/?part=CN&page=2#records",
    "results/cases-published/?period=1999",
    "search/",
    "search/?q=hsl",
    "search/?q=mangrove&kind=case",
    "search/?q=nothing-will-be-found",
)
SAMPLED = re.compile(r"/cases/(CN-AS-2026-0\d\d)/")
SAMPLES = {"CN-AS-2026-001", "CN-AS-2026-004", "CN-AS-2026-025"}
LIBRARY = re.compile(r"/monitoring/library/\d+/")
LIBRARY_STEP = 70
# Pages of one template each, of which every so many is looked at; `make looks` sees all.
SPARSE = {
    re.compile(r"/organisations/[^/]+/"): 20,
    re.compile(r"/(news|notices)/[^/]+/"): 4,
    re.compile(r"/provinces/[^/]+/"): 5,
    re.compile(r"^/[^/]+/cities/(?!cn-xiamen/)[^/]+/$"): 60,  # that one has most to show
    re.compile(r"/roundtables/projects/[^/]+/"): 7,
    re.compile(r"/commitments/\d+/"): 8,
    re.compile(r"/results/[^/]+/$"): 6,
    LIBRARY: LIBRARY_STEP,
    re.compile(r"/monitoring/sites/[^/]+/"): 9,
    re.compile(r"/monitoring/cities/[^/]+/"): 6,
    re.compile(r"/monitoring/reports/[^/]+/"): 4,
}


def read(address: str) -> str:
    """Return the text at an address, of an answer that refuses as well."""
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            text: str = answer.read().decode()
    except HTTPError as refusal:
        text = refusal.read().decode()
    return text


def locations(xml: str) -> list[str]:
    return re.findall(r"<loc>([^<]+)</loc>", xml)


def listed(portal: str) -> list[str]:
    """Return the paths of all pages in the sitemaps."""
    index = locations(read(f"{portal}/sitemap.xml"))
    sitemaps = [portal + urlsplit(sitemap).path for sitemap in index]
    pages = [page for sitemap in sitemaps for page in locations(read(sitemap))]
    return sorted({urlsplit(page).path for page in pages})


def everything(portal: str) -> list[str]:
    """Return every public path, in both languages."""
    unlisted = [f"/{language}/{path}" for language in LANGUAGES for path in UNLISTED]
    return [*listed(portal), *unlisted]


def varied(portal: str) -> list[str]:
    """Return every path whose words or shape are its own: of the library's entries, which are short
    texts from one file, some."""
    paths = everything(portal)
    alike = [path for path in paths if LIBRARY.search(path)]
    return [path for path in paths if path not in {*alike} - {*alike[::LIBRARY_STEP]}]


def kinds(portal: str) -> list[str]:
    """Return every kind of page: all paths, but only some of those that share a template."""
    paths = everything(portal)
    left_out = {
        path for path in paths if (found := SAMPLED.search(path)) and found[1] not in SAMPLES
    }
    for shape, step in SPARSE.items():
        alike = [path for path in paths if shape.search(path)]
        left_out |= {*alike} - {*alike[::step]}
    return [path for path in paths if path not in left_out]


def drawn_by_none(portal: str) -> list[str]:
    """Return the varied paths that are not among those a browser draws as one of their kind."""
    drawn = set(kinds(portal))
    return [path for path in varied(portal) if path not in drawn]
