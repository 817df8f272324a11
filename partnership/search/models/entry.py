"""What can be found."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchEntry(models.Model):
    """One public thing of one app, with all by which it can be narrowed and ranked.

    Rows are narrow, so that ranking and counting thousands of them reads little; the texts are in
    `SearchText`. `head` holds title, summary and labels, `whole` everything, without weights and
    kept apart from the row by the database, `subjects` what all texts speak of: it ranks entries
    that mention something without reading `whole`. `shelf` says kind, themes, countries, year and languages
    in one text: counting rows by it counts them for all filters at once. `digest` is that of what
    was indexed, and `made_with` names the analysis, so that the audit can compare.

    `fastupdate` is off: new rows would wait outside the index, and searching would read them all.
    """

    kind = models.CharField(_("kind"), max_length=20)
    object_id = models.BigIntegerField(_("object"))
    themes = ArrayField(models.CharField(max_length=40), verbose_name=_("themes"), default=list)
    countries = ArrayField(
        models.CharField(max_length=2), verbose_name=_("countries"), default=list
    )
    year = models.SmallIntegerField(_("year"), null=True)
    languages = ArrayField(
        models.CharField(max_length=10), verbose_name=_("languages"), default=list
    )
    shelf = models.TextField(_("shelf"), db_collation="C")
    is_demo = models.BooleanField(_("demo data"), default=False)
    public_since = models.DateTimeField(_("public since"))
    head = SearchVectorField(_("title, summary and labels"))
    whole = SearchVectorField(_("everything"))
    subjects = SearchVectorField(_("subjects of all texts"))
    digest = models.CharField(_("digest"), max_length=32)
    made_with = models.PositiveSmallIntegerField(_("made with"))

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("entry of the search")
        verbose_name_plural = _("entries of the search")
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="search_entry_once"),
        ]
        indexes = [
            GinIndex(fields=["head"], name="search_entry_head", fastupdate=False),
            GinIndex(fields=["whole"], name="search_entry_whole", fastupdate=False),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class SearchText(models.Model):
    """The public texts of an entry, as readers see them.

    A text is empty where it is not public in that language. `labels` are names of places, themes
    and organisations in both languages, by which the entry is found as well. Bodies are kept as they
    are, not packed: phrases are looked for in thousands of them. `mixes_scripts` says that a body may
    have a phrase in the other language's script.
    """

    entry = models.OneToOneField(
        SearchEntry, models.CASCADE, primary_key=True, related_name="text", verbose_name=_("entry")
    )
    title_zh_hans = models.TextField(_("title (Chinese)"), blank=True)
    title_en = models.TextField(_("title (English)"), blank=True)
    summary_zh_hans = models.TextField(_("summary (Chinese)"), blank=True)
    summary_en = models.TextField(_("summary (English)"), blank=True)
    body_zh_hans = models.TextField(_("text (Chinese)"), blank=True)
    body_en = models.TextField(_("text (English)"), blank=True)
    labels = models.TextField(_("labels"), blank=True)
    addresses = models.JSONField(_("addresses"), default=dict)
    mixes_scripts = models.BooleanField(_("both scripts in a text"), default=True, db_default=True)

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("text of an entry")
        verbose_name_plural = _("texts of entries")

    def __str__(self) -> str:
        return self.title_zh_hans or self.title_en
