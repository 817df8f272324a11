"""The production settings' behaviour on loopback, with the views that are measured beside."""

import os

os.environ.setdefault("EMAIL_URL", "memorymail://")

from partnership.settings.development import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"
INSTALLED_APPS = [*INSTALLED_APPS, "tests.bench"]  # noqa: F405
TEMPLATES[0]["DIRS"].append(BASE_DIR / "tests" / "bench" / "templates")  # noqa: F405
API_RATE_ANONYMOUS = None
REST_FRAMEWORK = {**REST_FRAMEWORK, "DEFAULT_THROTTLE_CLASSES": []}  # noqa: F405
