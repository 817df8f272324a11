"""Which text a signed print shows.

What is printed for signature bears a short code of its text. Whoever adds the scan types it in, so
that a signature stays with what was signed, whatever is written afterwards.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from partnership.review.errors import PrintOutdated, PrintUnknown
from partnership.review.models import Enclosure, Submission
from partnership.review.models.version import digest_of
from partnership.review.sheets import Answers

GROUPS: Final = (slice(0, 4), slice(4, 8), slice(8, 12))  # of the digest that people read
MISREAD: Final = str.maketrans("OIL", "011")
NOT_IN_CODES: Final = re.compile(r"[^0-9A-Z]")


@dataclass(frozen=True, slots=True)
class Print:
    """What the paper says of its text. `version` is the number it was submitted under, or will be."""

    code: str
    version: int
    is_submitted: bool


def print_of(submission: Submission, answers: Answers) -> Print:
    """Return what a print of `answers` bears."""
    code, numbers = code_of(submission, answers), _numbers(submission)
    return Print(code, numbers.get(code, len(numbers) + 1), is_submitted=code in numbers)


def code_of(submission: Submission, answers: Answers) -> str:
    """Return the same code for the same text of a submission, whoever reads it in whatever language.
    What is not printed and what is left empty make no difference."""
    sheet = submission.kind.sheet(submission.language).for_judging()
    printed = _filled({part.key: answers.get(part.key) for part in sheet.parts})
    return _grouped(digest_of({"submission": str(submission.key), "printed": printed}).upper())


def signed_text(draft: Submission, typed: str) -> Print:
    """Return the print of the present text, where `typed` is its code; a signature under anything
    else is refused with what to do."""
    code, present = spelled(typed), print_of(draft, draft.answers)
    if code == present.code:
        return present
    earlier = _numbers(draft).get(code)
    if earlier is not None:
        raise PrintOutdated(version=earlier)
    raise PrintUnknown(code=typed.strip())


def is_signed(rows: Iterable[Enclosure], printed: Print) -> bool | None:
    """Tell whether one of the signed scans shows this text; None where there is no scan."""
    codes = [row.print_code for row in rows if row.is_signed_print]
    return printed.code in codes if codes else None


def spelled(typed: str) -> str:
    """Return a code as it is printed, however it was typed."""
    plain = unicodedata.normalize("NFKC", typed).upper().translate(MISREAD)
    return _grouped(NOT_IN_CODES.sub("", plain))


def _numbers(submission: Submission) -> dict[str, int]:
    """Return the number of each version by its code; of two with the same text, the later."""
    versions = submission.versions.order_by("number")
    return {code_of(submission, version.answers): version.number for version in versions}


def _grouped(digits: str) -> str:
    return "-".join(digits[group] for group in GROUPS)


def _filled(value: Any) -> Any:
    """Return the answers without those left empty."""
    if isinstance(value, dict):
        kept = {name: _filled(inner) for name, inner in value.items()}
        return {
            name: inner for name, inner in kept.items() if inner not in (None, "", [], {}, False)
        }
    return [_filled(inner) for inner in value] if isinstance(value, list) else value
