"""The long texts of a case: measures and lessons."""

from collections.abc import Iterable
from typing import Final

from django.utils.safestring import SafeString

from cases.dossier.parts import Passage
from cases.dossier.rows import Block
from partnership.core.markup import joined, prose

BLOCK: Final = """<li class="stack">
  <h3>{}</h3>
  <div class="prose">{}</div>
  <dl class="facts">{}</dl>
</li>
"""
NOTE: Final = "<div><dt>{}</dt><dd>{}</dd></div>"
LESSON: Final = """<div class="lesson{}">
  <h3>{}</h3>
  <div class="prose">{}</div>
</div>
"""


def block_rows(blocks: Iterable[Block]) -> SafeString:
    """Return the measures, each with its title, its text and what else is known of it."""
    return joined(BLOCK, [(block.title, prose(block.done), _notes(block)) for block in blocks])


def _notes(block: Block) -> SafeString:
    return joined(NOTE, [(note.label, note.text) for note in block.notes])


def lesson_rows(lessons: Iterable[Passage]) -> SafeString:
    """Return the lessons; what did not work is marked as such."""
    return joined(
        LESSON,
        [(" failed" if each.is_failure else "", each.label, prose(each.text)) for each in lessons],
    )
