"""Roundtable dialogues."""

from roundtables.models.roundtable import Roundtable

__all__ = ["Roundtable"]
