"""The production settings' behaviour on loopback, with the views that are measured beside."""

import os

os.environ.setdefault("EMAIL_URL", "memorymail://")

from partnership.settings.development import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"
INSTALLED_APPS = [*INSTALLED_APPS, "tests.bench"]  # noqa: F405
TEMPLATES[0]["DIRS"].append(BASE_DIR / "tests" / "bench" / "templates")  # noqa: F405
API_RATE_ANONYMOUS = ""  # the load comes from one address
SECURE_SSL_REDIRECT = False

CACHES_ON = os.environ.get("BENCH_CACHES", "pages")  # none, fragments, or pages (everything)
PAGE_CACHE = CACHES_ON == "pages"
FRAGMENT_CACHE = CACHES_ON != "none"
