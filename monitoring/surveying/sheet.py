"""The sheet of a beach survey: effort, counts group by group as on paper, team."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import F
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from monitoring.choices import FORM_LIST
from monitoring.surveying import checks, forms
from monitoring.surveying.checks import COUNTS
from monitoring.surveying.weights import WEIGHTS, Weights
from partnership.core import languages
from partnership.reference.choices import Material
from partnership.reference.models import LitterItem
from partnership.review.sheets import Part, Sheet, SheetForm
from partnership.review.sheets.sheet import Cleaned

MOST_SORTS: Final = 20  # rows of animals in one survey
EFFORT: Final = Part("effort", gettext_lazy("What was surveyed"), forms.Effort)
ANIMALS: Final = Part(
    "animals",
    gettext_lazy("Animals found"),
    forms.Animal,
    hint=gettext_lazy("Stranded, dead or caught in litter. Leave it out where none was seen."),
    row_name=gettext_lazy("Animal"),
    most=MOST_SORTS,
)
WEIGHED: Final = Part(
    WEIGHTS,
    gettext_lazy("Weights by material"),
    Weights,
    hint=gettext_lazy("Empty: not weighed. 0: weighed, and nothing there."),
)
TEAM: Final = Part(
    "team",
    gettext_lazy("Team"),
    forms.Team,
    hint=gettext_lazy("For the secretariat only, never public and in no export."),
    is_for_desk=True,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """An item that the form asks for, and the group it stands in."""

    pk: int
    code: str
    label: str
    material: str
    group: str


def sheet(language: str) -> Sheet:
    """Return the form of a survey written in `language`."""
    counts = count_parts()
    return Sheet(language, (EFFORT, *counts, WEIGHED, ANIMALS, TEAM), checks.problems)


def counted_items() -> list[Counted]:
    """Return the recordable items of the list of the form, in its order."""
    rows = LitterItem.objects.recordable().filter(item_list__code=FORM_LIST).order_by("position")
    named = rows.annotate(label=F(languages.column("name")))
    columns = named.values_list("pk", "code", "label", "material", "type_code")
    return [
        Counted(pk, code, label, material, _group(material, type_code))
        for pk, code, label, material, type_code in columns
    ]


def counts_of(cleaned: Cleaned) -> dict[str, int]:
    """Return by code what was recorded; 0 stays 0 and blanks are left out."""
    return {
        code: count
        for part, values in cleaned.items()
        if part.startswith(COUNTS)
        for code, count in values.items()
        if count is not None
    }


def counts_by_key(cleaned: Cleaned) -> dict[int, int]:
    """Return the same by the key of the item; one the list no longer has was refused before."""
    keys = {item.code: item.pk for item in counted_items()}
    return {keys[code]: count for code, count in counts_of(cleaned).items()}


def _group(material: str, type_code: str) -> str:
    """Plastic is divided by its use, since it is most of what is found."""
    use = type_code.split("_")[1:2] if material == Material.PLASTIC else []
    return "-".join([material, *use])


def count_parts() -> Iterator[Part]:
    """Yield the groups of the list, in which every survey counts."""
    groups: dict[str, list[Counted]] = defaultdict(list)
    for item in counted_items():
        groups[item.group].append(item)
    titles = _titles(groups)
    order = list(Material.values)
    ordered = sorted(groups.items(), key=lambda each: order.index(each[1][0].material))
    for number, (group, members) in enumerate(ordered):
        hint = _("Empty: not recorded. 0: looked for, none found.") if number == 0 else ""
        yield Part(f"{COUNTS}{group}", titles[group], _count_form(members), hint=hint)


def _count_form(items: list[Counted]) -> type[SheetForm]:
    fields: dict[str, Any] = {
        item.code: forms.CountField(f"{item.code} {item.label}") for item in items
    }
    return type("Counts", (SheetForm,), fields)


def _titles(groups: dict[str, list[Counted]]) -> dict[str, str]:
    """Return the headings: the list's own for uses of plastic, the material's name for the rest."""
    name = languages.column("name")
    tops = LitterItem.objects.filter(
        item_list__code=FORM_LIST, material=Material.PLASTIC, parent__isnull=True
    )
    uses = dict(tops.values_list("use", name))
    return {group: str(_title(group, uses)) for group in groups}


def _title(group: str, uses: dict[str, str]) -> str | Promise:
    if group in Material.values:
        return Material(group).label
    return uses.get(group.removeprefix(f"{Material.PLASTIC}-"), Material.PLASTIC.label)
