"""Circles of objects are looked for again after the work, whatever came of it."""

import gc

import pytest

from partnership.core.collecting import no_collecting


@no_collecting()
def fail() -> None:
    raise LookupError("on" if gc.isenabled() else "off")


def test_it_is_on_again_afterwards() -> None:
    assert gc.isenabled()
    with pytest.raises(LookupError, match="off"):
        fail()
    assert gc.isenabled()


def test_who_had_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        with no_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
