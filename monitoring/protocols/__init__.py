"""Protocols as data: what a survey must say, in which bounds, and what is checked.

The files stand in `monitoring/data/protocols`. They are read once; a test holds them complete in
both languages.
"""

from monitoring.protocols.protocol import Field, Protocol, find, protocols
from monitoring.protocols.rules import Rule, Severity, message, rules

__all__ = ["Field", "Protocol", "Rule", "Severity", "find", "message", "protocols", "rules"]
