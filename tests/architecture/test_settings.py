"""Settings: complete in .env.example, and no start without what production needs."""

import ast
import os
import re
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT, tracked

NEEDED = {
    "SECRET_KEY": "x" * 50,
    "ALLOWED_HOSTS": "portal.example.org",
    "DATABASE_URL": "postgres://portal@127.0.0.1:1/portal",
}


def variables_read() -> set[str]:
    """Return the names that settings, Celery and the local services read."""
    files = [*tracked("partnership/settings/*.py"), ROOT / "partnership" / "celery.py"]
    return {
        node.args[0].value
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
        and re.fullmatch(r"(env\.\w+|required|os\.environ\.get)", ast.unparse(node.func))
    }


def variables_described() -> set[str]:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    return set(re.findall(r"^(?:# )?([A-Z][A-Z_]+)=", text, re.MULTILINE))


def variables_of_compose() -> set[str]:
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    return set(re.findall(r"\$\{([A-Z_]+)", text))


def test_env_example_describes_every_variable_and_no_other() -> None:
    assert variables_read() | variables_of_compose() | {"PORT"} == variables_described()


def start(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Load the production settings in a process of their own."""
    return subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "partnership.settings.base",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", sorted(NEEDED))
def test_production_does_not_start_without(missing: str) -> None:
    done = start({name: value for name, value in NEEDED.items() if name != missing})

    assert done.returncode != 0
    assert f"The environment variable {missing} is not set." in done.stderr


def test_production_starts_with_all_it_needs() -> None:
    assert start(NEEDED).returncode == 0
