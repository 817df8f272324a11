"""The glossary: what is the same subject, whatever it is called."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.core.models import TimeStamped
from partnership.search.glossary.keys import key_of
from partnership.search.querysets import ConceptQuerySet


class Concept(TimeStamped):
    """A subject with its words in both languages; the first word of each is its name.

    Whatever speaks of it is also found under the `broader` subject, and counts less there. Subjects
    `from_file` follow the file that comes with the portal until a person changes them.
    """

    code = models.SlugField(_("code"), max_length=60, unique=True)
    broader = models.ForeignKey(
        "self",
        models.SET_NULL,
        verbose_name=_("broader subject"),
        related_name="narrower",
        null=True,
        blank=True,
    )
    is_active = models.BooleanField(
        _("in use"), default=True, help_text=_("What is not in use finds nothing, but stays here.")
    )
    from_file = models.BooleanField(_("from the file"), default=False, editable=False)
    short_forms = models.CharField(
        _("short forms"),
        max_length=200,
        blank=True,
        db_default="",
        help_text=_(
            "Words that will do in a translation where a binding word is meant, such as “clean-up” "
            "for “beach clean-up”; in either language, with | between them. Nothing is found by them."
        ),
    )
    note = models.TextField(_("note"), blank=True)

    objects: ClassVar = ConceptQuerySet.as_manager()

    class Meta:
        verbose_name = _("subject of the glossary")
        verbose_name_plural = _("subjects of the glossary")
        constraints = [
            models.CheckConstraint(
                name="search_concept_not_its_own_broader",
                condition=Q(broader__isnull=True) | ~Q(broader=models.F("id")),
                violation_error_message=_("A subject is not broader than itself."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.code

    @property
    def name(self) -> str:
        """The first word in the language of the page, else in the other one."""
        words = self._first_words()
        return words.get(languages.current()) or next(iter(words.values()), "")

    @property
    def names(self) -> str:
        """The names in both languages, that of the page first."""
        return " · ".join(dict.fromkeys([self.name or self.code, *self._first_words().values()]))

    def _first_words(self) -> dict[str, str]:
        words: dict[str, str] = {}
        for term in self.terms.all():
            words.setdefault(term.language, term.text)
        return words


class Term(models.Model):
    """A word or phrase for a subject; translations keep to those that are binding. `key` is what it comes down to when texts are searched for
    it: two terms with one key could not be told apart, so that the database allows one."""

    concept = models.ForeignKey(
        Concept, models.CASCADE, related_name="terms", verbose_name=_("subject")
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    text = models.CharField(_("word or phrase"), max_length=80)
    key = models.CharField(_("key"), max_length=100, editable=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_binding = models.BooleanField(
        _("binding"),
        default=False,
        db_default=False,
        help_text=_("Translations of this word use a binding word of the other language."),
    )

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("word of the glossary")
        verbose_name_plural = _("words of the glossary")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["key"],
                name="search_term_once",
                violation_error_message=_("This word stands in the glossary already."),
            ),
            models.CheckConstraint(
                name="search_term_finds_something",
                condition=~Q(key=""),
                violation_error_message=_("This word would match everything."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the key in step with the word."""
        self.key = key_of(self.text)
        super().save(*args, **kwargs)
