"""What is checked, by code: a sentence in both languages, how grave it is, an example."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from monitoring.protocols.files import Texts, read, texts, told
from partnership.core import languages


class Severity(models.TextChoices):
    """A fault forbids to hand in, a warning asks for a reason."""

    FAULT = "fault", _("fault: cannot be handed in")
    WARNING = "warning", _("warning: asks for a reason")


@dataclass(frozen=True)
class Rule:
    """One check. `examples` are the values with which the sentence is shown, by language."""

    code: str
    severity: Severity
    sentences: Texts
    examples: dict[str, dict[str, Any]]

    def said(self, **values: object) -> str:
        """Return the sentence in the reader's language."""
        return told(self.sentences).format(**values)

    @property
    def example(self) -> str:
        return self.said(**self.examples[languages.current()])


@cache
def rules() -> dict[str, Rule]:
    """Return all rules by their codes, in their order."""
    return {code: _rule(code, data) for code, data in read()["rules"].items()}


def message(code: str, **values: object) -> str:
    """Return what the rule `code` says about these values, in the reader's language."""
    return rules()[code].said(**values)


def _rule(code: str, data: dict[str, Any]) -> Rule:
    example = data.get("example", {})
    examples = {
        languages.CHINESE: example,
        languages.ENGLISH: example | data.get("example_en", {}),
    }
    return Rule(code, Severity(data["severity"]), texts(data), examples)
