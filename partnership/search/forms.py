"""Words of the glossary as staff type them."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.db import connection
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.core.admin.theme import ChoiceWidget, TextWidget
from partnership.search.glossary.book import pinyin_of
from partnership.search.glossary.keys import key_of
from partnership.search.indexing.lexemes import lexemes_of, quoted
from partnership.search.models import Concept, Term

FEWEST, MOST_SHARE = 50, 0.9  # of so many entries a word may stand in nine of ten at most
SHARE = """
SELECT count(*), count(*) FILTER (WHERE whole @@ %s::tsquery) FROM search_searchentry
"""


class TermForm(forms.ModelForm):
    """Refuses a word that would match everything, and one that another subject has."""

    class Meta:
        model = Term
        fields: tuple[str, ...] = ("language", "text", "order", "is_binding")

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].strip()
        key = key_of(text)
        if not key or ("text" in self.changed_data and _is_everywhere(text)):
            raise forms.ValidationError(
                _("“%(word)s” would match everything. Give a longer or more special word.")
                % {"word": text}
            )
        other = Term.objects.filter(key=key).exclude(pk=self.instance.pk)
        owner = other.select_related("concept").first()
        if owner and owner.concept_id != self.instance.concept_id:
            raise forms.ValidationError(
                _("“%(word)s” is a word of the subject %(subject)s already.")
                % {"word": text, "subject": owner.concept}
            )
        return text


class WordForm(TermForm):
    """One more word for a subject that is there."""

    class Meta(TermForm.Meta):
        fields = ("text", "language", "concept")
        widgets: ClassVar = {
            "text": TextWidget(),
            "language": ChoiceWidget(),
            "concept": ChoiceWidget(),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["concept"]
        field.queryset = Concept.objects.filter(is_active=True).with_terms()
        field.choices = [("", "–"), *subjects_by_name(field.queryset)]
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            (code, languages.READ_NAMES[code]) for code in languages.LANGUAGES
        ]


def subjects_by_name(concepts: Iterable[Concept]) -> list[tuple[int, str]]:
    """Return subjects with their names in both languages, as the page's language orders names."""
    named = [(concept.pk, concept.name, concept.names) for concept in concepts]
    named.sort(key=lambda row: (pinyin_of(row[1]) or row[1]).casefold())
    return [(key, names) for key, _name, names in named]


class TermRowsFormSet(forms.BaseInlineFormSet):
    """Refuses two rows of one subject that come down to the same word."""

    def clean(self) -> None:
        super().clean()
        seen: dict[str, str] = {}
        for form in self.forms:
            text = form.cleaned_data.get("text", "") if hasattr(form, "cleaned_data") else ""
            if not text or form.cleaned_data.get("DELETE"):
                continue
            key = key_of(text)
            if key in seen:
                form.add_error(
                    "text",
                    _("“%(word)s” comes down to the same as “%(other)s”. One of them is enough.")
                    % {"word": text, "other": seen[key]},
                )
            seen[key] = text


def _is_everywhere(text: str) -> bool:
    query = " & ".join(map(quoted, lexemes_of(text)))
    with connection.cursor() as cursor:
        cursor.execute(SHARE, [query])
        entries, found = cursor.fetchone()
    return entries >= FEWEST and found > MOST_SHARE * entries
