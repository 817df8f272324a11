"""The questions the case collection is asked."""

from datetime import date
from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length, Substr

from cases.cards import CaseCard, cards_of
from cases.choices import DRAFT_READERS
from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.models.publication import PublicationQuerySet, publication_field
from partnership.network.models import Organisation
from partnership.reference.models import Place, Theme
from partnership.reference.sort_keys import SORT_KEYS

FOUND_BY = ("number", "title_zh_hans", "title_en")


class CaseQuerySet(PublicationQuerySet):
    """Methods that take several values mean: any of them. Rows of other tables are asked for by
    EXISTS, since a join would repeat a case for each of them."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """What `user` may look at: staff everything, everyone else what is public."""
        if user.is_authenticated and user.has_role(*DRAFT_READERS):
            return self
        return self.published()

    def with_theme(self, *codes: str) -> Self:
        themes = Theme.objects.filter(code__in=codes)
        return self.filter(Exists(themes.filter(cases=OuterRef("pk"))))

    def in_place(self, *codes: str) -> Self:
        """In one of the places or in a place within it."""
        places = Place.objects.filter(
            Q(code__in=codes) | Q(province__code__in=codes) | Q(country__code__in=codes)
        )
        return self.filter(Exists(places.filter(case_places__case=OuterRef("pk"))))

    def of_organisation(self, organisation: Organisation) -> Self:
        """Led by the organisation, or done with it."""
        partners = organisation.case_partnerships.filter(case=OuterRef("pk"))
        return self.filter(Q(organisation=organisation) | Exists(partners))

    def in_hierarchy_step(self, *steps: str) -> Self:
        return self.filter(hierarchy_step__in=steps)

    def with_waste_stream(self, *streams: str) -> Self:
        return self.filter(waste_streams__overlap=streams)

    def with_instrument(self, *instruments: str) -> Self:
        return self.filter(instruments__overlap=instruments)

    def with_business_model(self, *business_models: str) -> Self:
        return self.filter(business_model__in=business_models)

    def for_sdg_target(self, *targets: str) -> Self:
        return self.filter(sdg_targets__overlap=targets)

    def at_scale(self, *scales: str) -> Self:
        return self.filter(scale__in=scales)

    def in_phase(self, *phases: str) -> Self:
        return self.filter(phase__in=phases)

    def started_in(self, *years: str) -> Self:
        return self.annotate(_start=Substr("started", 1, 4)).filter(_start__in=years)

    def with_evidence_grade(self, *grades: str) -> Self:
        return self.filter(evidence_grade__in=grades)

    def in_language(self, *codes: str) -> Self:
        """Published with their full text in one of the languages."""
        condition = Q(pk__in=[])
        for code in codes:
            condition |= Q(**{f"{publication_field(code)}__isnull": False})
        return self.filter(condition)

    def in_title_order(self, language: str | None = None) -> Self:
        """By pinyin for Chinese readers, by letter for English ones."""
        return self.order_by(SORT_KEYS[language or languages.current()], "pk")

    def ready_to_publish(self) -> Self:
        """Nothing lacks in a language in which the case is not public yet."""
        condition = Q(pk__in=[])
        for code in languages.LANGUAGES:
            waiting = {
                f"{publication_field(code)}__isnull": True,
                languages.column("lacking", code): 0,
            }
            condition |= Q(**waiting)
        return self.filter(condition)

    def unfinished_drafts(self) -> Self:
        """Public in no language, and something lacks in both."""
        return (
            self.filter(public_since__isnull=True).exclude(lacking_zh_hans=0).exclude(lacking_en=0)
        )

    def in_chinese_only(self) -> Self:
        return self.filter(published_zh_hans_at__isnull=False, published_en_at__isnull=True)

    def due_for_check(self, day: date) -> Self:
        """Public, and the facts are to be compared with their sources again by `day`."""
        return self.published().filter(next_review_due_on__lte=day)

    def never_checked(self) -> Self:
        """Public, although nobody has noted a comparison with the sources."""
        return self.published().filter(last_fact_checked_on__isnull=True)

    def with_warnings(self) -> Self:
        return self.filter(warnings__gt=0)

    def in_number_order(self) -> Self:
        """By year and running number; a fourth digit sorts after three."""
        return self.order_by(Substr("number", 7, 4), Length("number"), "number")

    def cards(self, language: str | None = None) -> list[CaseCard]:
        """Return light rows for lists: two queries, however many rows."""
        return cards_of(self, language)

    def with_rows(self) -> Self:
        """With everything a page about one case shows."""
        return self.prefetch_related(
            "themes",
            "partners",
            "blocks",
            "sources",
            "pictures__picture__file",
            "pictures__picture__consents",
            "sums__source",
            "indicators__source",
            "places__place__country",
            "places__place__province",
        )
