"""The flow stays visible: no receivers of our own on model signals."""

import weakref

from django.db.models import signals

MODEL_SIGNALS = ("pre_save", "post_save", "pre_delete", "post_delete", "m2m_changed")
ALLOWED = ("partnership.search", "partnership.translations")
OURS = ("partnership", "cases", "roundtables", "monitoring", "outreach")


def receivers() -> list[str]:
    """Return the modules of all receivers connected to model signals."""
    found = []
    for name in MODEL_SIGNALS:
        for entry in getattr(signals, name).receivers:
            receiver = entry[1]() if isinstance(entry[1], weakref.ReferenceType) else entry[1]
            found.append(getattr(receiver, "__module__", ""))
    return found


def own(modules: list[str]) -> list[str]:
    return [m for m in modules if m.split(".")[0] in OURS and not m.startswith(ALLOWED)]


def test_no_app_of_ours_listens_to_model_signals() -> None:
    assert own(receivers()) == []


def test_it_notices_a_receiver_of_ours() -> None:
    def on_save(**_kwargs: object) -> None: ...

    on_save.__module__ = "cases.models"
    signals.post_save.connect(on_save)

    try:
        assert own(receivers()) == ["cases.models"]
    finally:
        signals.post_save.disconnect(on_save)
