import pytest

from partnership.core.errors import NotAllowed
from partnership.core.verdicts import ALLOWED, Verdict


def test_it_is_true_when_allowed() -> None:
    ALLOWED.require()

    assert ALLOWED


def test_it_refuses_with_its_reason() -> None:
    verdict = Verdict("Ask a publisher.")

    assert not verdict
    with pytest.raises(NotAllowed) as refusal:
        verdict.require()
    assert str(refusal.value) == "Ask a publisher."
