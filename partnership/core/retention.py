"""Deleting personal data whose time is over.

Each app declares its rules in its `privacy.py`. They run every night; `manage.py apply_retention
--dry-run` says what would go.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import Promise

from partnership.core import audit
from partnership.core.choices import Verb

_rules: dict[str, "Rule"] = {}


@dataclass(frozen=True, slots=True)
class Rule:
    """`due` finds what has to go at a moment, `apply` deletes or anonymises it."""

    name: str
    sentence: str | Promise
    due: Callable[[datetime], models.QuerySet]
    apply: Callable[[models.QuerySet], object]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many rows a rule found."""

    rule: Rule
    count: int


def register(*rules: Rule) -> None:
    """Enter rules; entering the same name twice replaces the entry."""
    for rule in rules:
        _rules[rule.name] = rule


def rules() -> tuple[Rule, ...]:
    return tuple(_rules.values())


def run(*, dry_run: bool = False, now: datetime | None = None) -> list[Outcome]:
    """Apply every rule, each in a transaction of its own, and note in the trail what went."""
    moment = now or timezone.now()
    return [_run(rule, moment, dry_run=dry_run) for rule in rules()]


@transaction.atomic
def _run(rule: Rule, moment: datetime, *, dry_run: bool) -> Outcome:
    due = rule.due(moment)
    count = due.count()
    if count and not dry_run:
        rule.apply(due)
        audit.record(Verb.RETENTION_APPLIED, by=None, note=f"{rule.name}: {count}")
    return Outcome(rule, count)
