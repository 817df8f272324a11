"""Every file is examined here, however often it has been."""

import pytest

from partnership.documents import inspection
from tests import examined


@pytest.fixture(autouse=True)
def _examine_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "_apart", examined.every_time)
