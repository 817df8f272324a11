"""The sheet of a sample of microplastics, and what its parts lack together."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from django.forms import Field
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from monitoring.choices import (
    FEWEST_BLANKS,
    MOST_BLANKS,
    SEDIMENT,
    USUAL_KN,
    WATER,
    WITH_MESH,
    Matrix,
    Trait,
)
from monitoring.protocols import message
from monitoring.sampling import forms, laboratory, taking
from monitoring.sampling.particles import LENGTH, counted
from partnership.core import coordinates
from partnership.review.sheets import Part, Problem, Sheet, SheetForm
from partnership.review.sheets.sheet import Cleaned

TITLES: Final = {
    Trait.SHAPE: gettext_lazy("Particles by shape"),
    Trait.SIZE: gettext_lazy("Particles by size"),
    Trait.COLOUR: gettext_lazy("Particles by colour"),
    Trait.TRANSPARENCY: gettext_lazy("Particles by transparency"),
    Trait.POLYMER: gettext_lazy("Particles by polymer"),
}


def with_fields(form: type[SheetForm], fields: dict[str, Field]) -> type[SheetForm]:
    """Return a part of the form with more fields below its own."""
    return type(form.__name__, (form,), dict(fields))  # the class takes them out of what it gets


PARTS: Final = (
    Part("taken", gettext_lazy("The sample"), with_fields(forms.Taken, taking.OF_PLACE)),
    Part(
        "water",
        gettext_lazy("Water"),
        with_fields(forms.Water, taking.OF_NET),
        hint=gettext_lazy("For surface water and the water column."),
    ),
    Part("sediment", gettext_lazy("Sediment"), with_fields(forms.Sediment, taking.OF_SEDIMENT)),
    Part("biota", gettext_lazy("Biota"), with_fields(forms.Biota, taking.OF_BIOTA)),
    Part("preparation", gettext_lazy("Preparation in the laboratory"), laboratory.Preparation),
    Part("result", gettext_lazy("Analysis"), forms.Result),
    Part("counted", gettext_lazy("Counting and identification"), laboratory.Counted),
    Part(
        "blanks",
        gettext_lazy("Blanks"),
        laboratory.Blank,
        hint=gettext_lazy(
            "Each blank by itself; three or more are advised. They are shown beside the sample and never "
            "taken off its count."
        ),
        row_name=gettext_lazy("Blank"),
        most=MOST_BLANKS,
    ),
    Part(
        "quality",
        gettext_lazy("Quality of the analysis"),
        laboratory.Quality,
        hint=gettext_lazy(
            "Blanks, recovery, limits of detection, and what keeps contamination out."
        ),
    ),
    Part(
        "particles",
        gettext_lazy("Particles one by one"),
        forms.Listed,
        hint=gettext_lazy(
            "Where each particle was measured: a row for every one that was counted. What follows from it "
            "need not be counted below. An empty table is offered on the page of microplastics."
        ),
    ),
    *(
        Part(
            trait.value,
            title,
            forms.trait_form(trait),
            hint=gettext_lazy("Empty: not told. 0: looked for, none of them."),
        )
        for trait, title in TITLES.items()
    ),
)
# What a number of particles is divided by, in each matrix: part, field.
DENOMINATORS: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(WATER, ("water.volume_m3",)),
    **dict.fromkeys(SEDIMENT, ("sediment.dry_mass_kg",)),
    Matrix.BIOTA: ("biota.species", "biota.individuals", "biota.individuals_with"),
}
FAR_APART: Final = Decimal("0.1")  # share by which two ways to the volume may differ


def sheet(language: str) -> Sheet:
    """Return the form of a sample written in `language`."""
    return Sheet(language, PARTS, problems)


def problems(cleaned: Cleaned) -> Iterator[Problem]:
    """Yield what forbids to hand in; a warning does as long as no reason is given."""
    yield from _taken(cleaned)
    result = cleaned["result"]
    if result["size_min_um"] >= result["size_max_um"]:
        yield _problem("result.size_min_um", message("M063"))
    for path, said in (*taking.faults(cleaned), *laboratory.faults(cleaned)):
        yield _problem(path, said)
    yield from _counts(cleaned)
    yield from _listed(cleaned)
    if not result["reason"]:
        for said in warnings(cleaned):
            yield _problem("result.reason", said)


def _taken(cleaned: Cleaned) -> Iterator[Problem]:
    """A sample has a position on Earth, a denominator, and with a net the size of its mesh."""
    taken = cleaned["taken"]
    for name, sentence in coordinates.faults(taken["latitude"], taken["longitude"]):
        yield _problem(f"taken.{name}", str(sentence))
    for path in DENOMINATORS[taken["matrix"]]:
        if _value(cleaned, path) in (None, ""):
            yield _problem(path, message("M052", denominator=_label(path)))
    if taken["gear"] in WITH_MESH and cleaned["water"]["mesh_um"] is None:
        yield _problem("water.mesh_um", message("M060"))


def warnings(cleaned: Cleaned) -> Iterator[str]:
    """Yield what differs from the protocol."""
    water, blanks = cleaned["water"], len(cleaned["blanks"])
    if blanks < FEWEST_BLANKS:
        yield message("M061", value=blanks)
    if cleaned["quality"]["lod_particles"] is None:
        yield message("M068")
    if water["speed_kn"] is not None and water["speed_kn"] > USUAL_KN:
        yield message("M069", value=f"{water['speed_kn']:g}")
    mouth, distance = taking.mouth_m2(water), taking.distance_m(water)
    if water["volume_m3"] and mouth and distance:
        swept: Decimal = mouth * distance
        share = abs(water["volume_m3"] - swept) / swept
        if share > FAR_APART:
            yield message(
                "M062",
                value=f"{water['volume_m3']:g}",
                other=f"{swept:g}",
                share=round(share * 100),
            )


def _counts(cleaned: Cleaned) -> Iterator[Problem]:
    biota, result = cleaned["biota"], cleaned["result"]
    have, every = biota["individuals_with"], biota["individuals"]
    if have is not None and every is not None and have > every:
        yield _problem("biota.individuals_with", _("There are more of them than individuals."))
    for trait in Trait:
        told = [count for count in cleaned[trait].values() if count is not None]
        if sum(told) > result["particles"]:
            first = next(name for name, count in cleaned[trait].items() if count)
            said = _(
                "These are %(told)s particles, more than the %(every)s of the sample. Correct one of the two."
            )
            words = said % {"told": sum(told), "every": result["particles"]}
            yield _problem(f"{trait.value}.{first}", words)


def _listed(cleaned: Cleaned) -> Iterator[Problem]:
    """A table of particles agrees with their number, with the sizes analysed, and with the counts."""
    particles, result = cleaned["particles"]["listed"], cleaned["result"]
    if not particles:
        return
    path, every = "particles.listed", result["particles"]
    if len(particles) != every:
        yield _problem(path, message("M065", told=len(particles), every=every))
    least, most = result["size_min_um"], result["size_max_um"]
    beyond = [each[LENGTH] for each in particles if not least <= each[LENGTH] <= most]
    if beyond:
        values = {"value": len(beyond), "least": f"{least:g}", "most": f"{most:g}"}
        yield _problem(path, message("M066", **values))
    for trait in Trait:
        listed = counted(particles, trait)
        for value, count in cleaned[trait].items():
            if count is not None and count != listed[value]:
                said = message("M067", value=count, other=listed[value])
                yield _problem(f"{trait.value}.{value}", said)


def traits_of(cleaned: Cleaned) -> dict[tuple[str, str], int]:
    """Return what was told of particles, one by one or by counts; 0 stays 0 and blanks are left out."""
    particles = cleaned["particles"]["listed"] or []
    listed = {
        (trait.value, value): count
        for trait in Trait
        for value, count in counted(particles, trait).items()
    }
    return listed | {
        (trait.value, value): count
        for trait in Trait
        for value, count in cleaned[trait].items()
        if count is not None
    }


def _value(cleaned: Cleaned, path: str) -> Any:
    part, _dot, field = path.partition(".")
    return cleaned[part][field]


def _label(path: str) -> str:
    part, _dot, field = path.partition(".")
    form = next(each.form for each in PARTS if each.key == part)
    return str(form.base_fields[field].label)


def _problem(path: str, said: str) -> Problem:
    return Problem(path, _label(path), said)
