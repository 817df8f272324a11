"""Gives the tests a PostgreSQL and a Valkey before Django reads its settings.

The addresses in the environment are used when they are set; otherwise the embedded servers are
joined or started on a data folder of their own. Workers inherit the addresses.
"""

import os
from contextlib import ExitStack

import pytest

from embedded import services

_stack = ExitStack()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    if "PYTEST_XDIST_WORKER" not in os.environ:
        os.environ.update(_stack.enter_context(services.ensure(purpose="test")))


def pytest_unconfigure() -> None:
    _stack.close()
