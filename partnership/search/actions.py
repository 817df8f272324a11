"""What staff do to the glossary; a change is effective with the next search."""

from collections.abc import Iterable

from django.db import transaction

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.search import suggesting
from partnership.search.glossary import book
from partnership.search.glossary.book import concept_key
from partnership.search.indexing import renaming
from partnership.search.models import Concept, Term


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


@transaction.atomic
def add_word(term: Term, *, by: User) -> int:
    """Give a subject one more word, behind those it has; return how many entries speak of it."""
    concept = Concept.objects.select_for_update(of=("self",)).get(pk=term.concept_id)
    before = list(concept.terms.values_list("text", flat=True))
    term.order = max(concept.terms.values_list("order", flat=True), default=-1) + 1
    term.save()
    changes: audit.Changes = {f"term {term.pk}": [None, term.text]}
    audit.record(Verb.CHANGED, concept, by=by, changes=changes)
    settle_concept(concept, before)
    return renaming.number_about(concept_key(concept.pk))
