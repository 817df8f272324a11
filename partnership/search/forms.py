"""Words of the glossary as staff type them."""

from django import forms
from django.db import connection
from django.utils.translation import gettext_lazy as _

from partnership.search.glossary.keys import key_of
from partnership.search.indexing.lexemes import lexemes_of, quoted
from partnership.search.models import Term

FEWEST, MOST_SHARE = 50, 0.9  # of so many entries a word may stand in nine of ten at most
SHARE = """
SELECT count(*), count(*) FILTER (WHERE whole @@ %s::tsquery) FROM search_searchentry
"""


class TermForm(forms.ModelForm):
    """Refuses a word that would match everything, and one that another subject has."""

    class Meta:
        model = Term
        fields = ("language", "text", "order")

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].strip()
        key = key_of(text)
        if not key or _is_everywhere(text):
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
