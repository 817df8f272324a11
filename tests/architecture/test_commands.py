"""The commands of the Makefile that are no tests: each comes as far as its own first line."""

import os
import re
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
MODULES = sorted(set(re.findall(r"-m (tests\.[\w.]+)", MAKEFILE)))


def test_the_makefile_has_some() -> None:
    assert "tests.browser.shots" in MODULES


@pytest.mark.parametrize("module", MODULES)
def test_it_needs_no_settings_to_begin(module: str) -> None:
    ours = {"DJANGO_SETTINGS_MODULE", "SECRET_KEY", "DATABASE_URL", "REDIS_URL"}
    bare = {name: value for name, value in os.environ.items() if name not in ours}
    command = [sys.executable, "-c", f"import {module}"]
    done = subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
