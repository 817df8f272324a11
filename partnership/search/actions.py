"""What staff do to the glossary; a change is effective with the next search."""

from collections.abc import Iterable

from django.db import transaction

from partnership.search import suggesting
from partnership.search.glossary import book
from partnership.search.glossary.book import concept_key
from partnership.search.indexing import renaming
from partnership.search.models import Concept


@transaction.atomic
def settle_concept(concept: Concept, words_before: Iterable[str]) -> int:
    """Close an edit after a subject and its words were saved: from now on it is the staff's own,
    and what speaks of it, by its words of before or now, is indexed anew. Returns how many entries
    at once; the others follow within a minute."""
    Concept.objects.filter(pk=concept.pk).update(from_file=False)
    book.forget()
    words = {*words_before, *concept.terms.values_list("text", flat=True)}
    suggesting.write_subjects(book.current())
    return renaming.bring_subject_in_step(sorted(words), concept_key(concept.pk))
