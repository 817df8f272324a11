"""The workbooks of litter at sea, one for each method: a survey lies off a site."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from monitoring.choices import SIZES_OF, BottomGear, SeaMethod, WorkbookKind
from monitoring.models import SeaSurvey, SurveySite
from monitoring.protocols import protocols
from monitoring.sea.checks import earlier_densities, warnings
from monitoring.sea.forms import DENOMINATORS, effort_form
from monitoring.sea.sheet import problems, sheet
from monitoring.surveying.history import History
from monitoring.surveying.transects import site_named
from monitoring.workbook.layouts.layout import Layout
from partnership.accounts.models import User
from partnership.review.sheets import Problem, Sheet, SheetForm
from partnership.review.sheets.sheet import Cleaned

POSITIONS: Final = tuple((f"{end}_latitude", f"{end}_longitude") for end in ("start", "end"))
WIDTHS: Final = {SeaMethod.VISUAL: "40", SeaMethod.TRAWL: "0.61", SeaMethod.SEABED: "12.5"}


class SeaLayout(Layout):
    """Surveys by one method; their columns are what its protocol asks for."""

    place = "site"
    detail = "site"
    entry = "of_sea"
    unknown_place = "M027"
    foreign_place = "M028"
    missing: ClassVar = {**dict.fromkeys(DENOMINATORS, "M052"), "mesh_um": "M060"}
    place_headings = ("点位编号 Site code", "点位 Site", "Site", "城市", "City")

    def __init__(self, method: SeaMethod) -> None:
        self.method = method
        self.kind = WorkbookKind(method.value)
        self.subject_key = method.value

    @property
    def title(self) -> str:
        """Protocols speak the language of the moment."""
        return protocols()[self.method].name

    @property
    def examples(self) -> dict[str, Any]:
        sizes = SIZES_OF[self.method]
        return {
            "site": "CN_XIA_001",
            "length_m": "2000",
            "width_m": WIDTHS[self.method],
            "mesh_um": "330",
            "size_class": sizes[-1].value if sizes else "",
            "gear": BottomGear.OTTER.value,
            "depth_m": "18",
        }

    @property
    def effort(self) -> type[SheetForm]:
        return effort_form(self.method)

    def sheet(self, language: str) -> Sheet:
        return sheet(self.method, language)

    def places(self, user: User) -> list[SurveySite]:
        rows = SurveySite.objects.surveyed_by(user).select_related("place")
        return list(rows.order_by("code"))

    def code_of(self, place: SurveySite) -> str:
        return place.code

    def named(self, place: SurveySite, language: str) -> str:
        return site_named(place, language)

    def place_facts(self, place: SurveySite) -> tuple[object, ...]:
        city = place.place
        return place.code, place.name_zh_hans, place.name_en, city.name_zh_hans, city.name_en

    def all_codes(self) -> set[str]:
        return set(SurveySite.objects.values_list("code", flat=True))

    def lock(self, keys: Iterable[int]) -> None:
        list(SurveySite.objects.select_for_update().filter(pk__in=keys).order_by("pk"))

    def approved(self) -> QuerySet:
        rows: QuerySet = SeaSurvey.objects.approved().filter(method=self.method)
        return rows

    def history(self, places: Iterable[SurveySite]) -> History:
        return earlier_densities(places, self.method)

    def problems(self, cleaned: Cleaned) -> Iterable[Problem]:
        return problems(cleaned)

    def harmless(
        self, effort: dict[str, Any], unknown: set[str], *, is_nothing: bool
    ) -> dict[str, Any]:
        """A position of which half is faulty is none at all."""
        faulty = (name for pair in POSITIONS if unknown & set(pair) for name in pair)
        stand_ins = {"weight_kg": None, "nothing_found": is_nothing}
        known = {name: value for name, value in stand_ins.items() if name in unknown}
        return effort | known | dict.fromkeys(faulty)

    def warnings(
        self, place: SurveySite, effort: dict[str, Any], total: int, history: History
    ) -> Iterator[tuple[str, int]]:
        """A position far from city or coast, and a density that is an outlier for the method."""
        return warnings(place, effort, total, history.get(place.pk, []))

    def instructions(self) -> list[str]:
        return [
            *super().instructions(),
            _("Left blank, the number of the track or haul is 1, and the type monitoring."),
            _(
                "What is seen from a ship, what a surface trawl takes and what a bottom trawl takes have "
                "a workbook each: they are never added."
            ),
            _(
                "A position far from the city or on land, or a density out of the ordinary, needs a "
                "reason in its column."
            ),
        ]
