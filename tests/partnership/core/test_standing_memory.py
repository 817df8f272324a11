"""What is loaded at the start is left out of collections."""

import gc

import pytest

from partnership.core.standing_memory import keep_what_is_loaded


def test_what_is_loaded_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "collect", lambda: 0)  # what other tests have left is not its affair
    gc.unfreeze()

    keep_what_is_loaded()

    assert gc.get_freeze_count() > 100_000
