"""Which pages are measured, and what is wanted of them."""

from typing import Final

from tests.bench.ladder import Rung

NUMBER: Final = "CN-AS-0000-000500"
BASELINE: Final = f"/en/bench/baseline/{NUMBER}/"
HOME, LIST = "/en/", "/en/cases/"
CASE: Final = f"/en/cases/{NUMBER}/bench-500/"
API, MODEL = "/api/v1/cases/", "/api/bench/model-serializer/"
SIZES: Final = (1_000, 10_000, 100_000)  # cases

NONE, FRAGMENTS, PAGES = "none", "fragments", "pages"

RUNGS: Final = (
    Rung("home", HOME, NONE, BASELINE),
    Rung("case list", LIST, NONE, BASELINE, 0.27),
    Rung("case page", CASE, NONE, BASELINE, 0.45),
    Rung("API list of 50", API, NONE, MODEL, 2.5),
    Rung("case list", LIST, FRAGMENTS, BASELINE, 1.0),
    Rung("case page", CASE, FRAGMENTS, BASELINE, 1.0),
    Rung("home", HOME, PAGES, BASELINE, 1.5),
    Rung("case list", LIST, PAGES, BASELINE, 1.5),
    Rung("case page", CASE, PAGES, BASELINE, 1.5),
    Rung("case list, 304", LIST, PAGES, BASELINE, 1.5, is_held=True),
)
GROWING: Final = (
    Rung("home", HOME, NONE),
    Rung("case list", LIST, NONE),
    Rung("case list, page 10", f"{LIST}?page=10", NONE),
    Rung("case list, one country", f"{LIST}?country=CN", NONE),
    Rung("case page", CASE, NONE),
    Rung("API list of 50", API, NONE),
    Rung("API list, one country", f"{API}?country=CN", NONE),
)
