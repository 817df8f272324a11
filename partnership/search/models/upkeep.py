"""What the search keeps about its own index."""

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.search.choices import SuggestionKind


class ChangedRow(models.Model):
    """An object whose entry may no longer fit: written by triggers, whoever changed the row.

    Saving through a model brings the entry in step and takes the mark away in the same
    transaction; what was written past the models is swept up by the minute.
    """

    kind = models.CharField(_("kind"), max_length=20)
    object_id = models.BigIntegerField(_("object"))

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("changed row")
        verbose_name_plural = _("changed rows")
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="search_changed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class LexemeCount(models.Model):
    """In how many entries' heads a lexeme stands; the empty lexeme counts all entries.

    Rare words weigh more. Renewed every night, because counting all takes seconds.
    """

    lexeme = models.TextField(_("lexeme"), primary_key=True, db_collation="C")
    entries = models.IntegerField(_("entries"))

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("count of a lexeme")
        verbose_name_plural = _("counts of lexemes")

    def __str__(self) -> str:
        return self.lexeme


class Suggestion(models.Model):
    """What may be meant by the first letters of a word: they begin the text itself, its pinyin or
    the initials of that. `text` is shown, `weight` orders."""

    kind = models.CharField(_("kind"), max_length=10, choices=SuggestionKind.choices)
    language = models.CharField(_("language"), max_length=10)
    text = models.CharField(pgettext_lazy("search", "text"), max_length=200)
    normalised = models.CharField(_("normalised"), max_length=200, db_collation="C")
    pinyin = models.CharField(_("pinyin"), max_length=400, db_collation="C", blank=True)
    initials = models.CharField(_("initials"), max_length=60, db_collation="C", blank=True)
    weight = models.FloatField(_("weight"), default=0)
    entry = models.ForeignKey(
        "search.SearchEntry",
        models.CASCADE,
        related_name="suggestions",
        null=True,
        verbose_name=_("entry"),
    )

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        indexes = [
            models.Index(fields=["normalised"], name="search_suggestion_text"),
            models.Index(fields=["pinyin"], name="search_suggestion_pinyin"),
            models.Index(fields=["initials"], name="search_suggestion_initials"),
        ]

    def __str__(self) -> str:
        return self.text


class KnownWord(models.Model):
    """An English word of titles and summaries, to find what a misspelt one may mean."""

    word = models.TextField(_("word"), primary_key=True, db_collation="C")
    entries = models.IntegerField(_("entries"))

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("known word")
        verbose_name_plural = _("known words")
        indexes = [
            GinIndex(OpClass("word", name="gin_trgm_ops"), name="search_knownword_alike"),
        ]

    def __str__(self) -> str:
        return self.word
