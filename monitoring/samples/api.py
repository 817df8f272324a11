"""/api/v1/microplastic-samples/: what approved samples of microplastics found, and in what."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from monitoring.api import CITY, LATEST, city_of
from monitoring.choices import BlankKind, Gear, Identification, Matrix, Trait
from monitoring.models import MicroBlank, MicroCount
from monitoring.open_data.questions import Chosen
from monitoring.open_data.records import SampleRecord
from monitoring.open_data.samples import METHOD, SAMPLE, TAKING, built_samples
from partnership.core.api.paging import described, list_parameters, page
from partnership.core.api.parameters import OF_LISTS, Parameters
from partnership.core.api.views import ReadOnlyView
from partnership.core.figures import number

ORDERINGS: Final = {"sampled_on": "sampled_on", "updated_at": "updated_at"}
AS_THEY_ARE: Final = ("matrix", "sampled_on", "gear", "species", "identification", "is_demo")
COUNTED: Final = ("individuals", "individuals_with", "particles", "blanks", "blank_particles")
Counts = list[dict[str, Any]]


class ParticleCountRow(serializers.Serializer):
    trait = serializers.ChoiceField(Trait.choices)
    value = serializers.CharField(help_text=_("Sizes in micrometres, without their upper end."))
    count = serializers.IntegerField(help_text=_("0: looked for, none of them."))


class BlankRow(serializers.Serializer):
    kind = serializers.ChoiceField(BlankKind.choices)
    particles = serializers.IntegerField()


class MicroSampleRow(serializers.Serializer):
    """Describes a sample for the schema."""

    number = serializers.IntegerField()
    city = serializers.CharField(help_text=_("Code of the city."))
    country = serializers.CharField()
    matrix = serializers.ChoiceField(Matrix.choices)
    sampled_on = serializers.DateField()
    latitude = serializers.FloatField(help_text=_("Degrees, WGS 84."))
    longitude = serializers.FloatField()
    depth_m = serializers.FloatField(allow_null=True)
    gear = serializers.ChoiceField(Gear.choices)
    mesh_um = serializers.FloatField(allow_null=True)
    volume_m3 = serializers.FloatField(allow_null=True)
    dry_mass_kg = serializers.FloatField(allow_null=True)
    species = serializers.CharField(allow_blank=True)
    individuals = serializers.IntegerField(allow_null=True)
    individuals_with = serializers.IntegerField(allow_null=True)
    size_min_um = serializers.FloatField()
    size_max_um = serializers.FloatField()
    identification = serializers.ChoiceField(Identification.choices)
    particles = serializers.IntegerField()
    blanks = serializers.IntegerField()
    blank_particles = serializers.IntegerField()
    recovery_pct = serializers.FloatField(allow_null=True, help_text=_("Null: not measured."))
    concentration = serializers.FloatField(
        help_text=_("Particles in a cubic metre, a kilogram of dry mass or an individual.")
    )
    corrected = serializers.FloatField(
        allow_null=True, help_text=_("The same less the mean of the blanks; null: no blanks.")
    )
    blank_rows = BlankRow(
        many=True, help_text=_("Each blank by itself; none where only their sums are known.")
    )
    taking = serializers.DictField(
        help_text=_("How the sample was taken, named as in the files; null: not told.")
    )
    method = serializers.DictField(
        help_text=_("What the laboratory did, named as in the files; null: not told.")
    )
    counts = ParticleCountRow(many=True, help_text=_("What was not told has no row."))
    is_demo = serializers.BooleanField()


class MicroSampleList(ReadOnlyView):
    """Approved samples of microplastics."""

    @extend_schema(
        operation_id="microplastic_samples",
        description=_(
            "Approved samples of microplastics, in pages. Only numbers of one matrix, mesh and size range "
            "can be compared. Particles one by one are in the downloads."
        ),
        parameters=[
            CITY,
            OpenApiParameter("year", int, description=_("Year of the sample.")),
            OpenApiParameter("matrix", enum=Matrix.values, description=_("Only this matrix.")),
            *list_parameters(ORDERINGS),
        ],
        responses=described("MicroSample", MicroSampleRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, ["city", "year", "matrix", *OF_LISTS])
        order = parameters.ordering(ORDERINGS, "-sampled_on")
        year = parameters.whole_number("year", 0, most=LATEST) or None
        samples = Chosen(city_of(parameters), year).samples().order_by(*order, "-pk")
        matrix = parameters.one_of("matrix", Matrix.values)
        if matrix:
            samples = samples.filter(matrix=matrix)
        return Response(page(request, samples, parameters, build))


def build(samples: Any) -> list[dict[str, Any]]:
    """Return the samples of one page as plain data, in three queries."""
    records = built_samples(samples)
    keys = [each.number for each in records]
    counts, blanks = _counts(keys), _blanks(keys)
    return [
        {**_sample(each), "blank_rows": blanks[each.number], "counts": counts[each.number]}
        for each in records
    ]


def _blanks(keys: Iterable[int]) -> dict[int, Counts]:
    """Return each blank of samples, by the keys of these."""
    found: dict[int, Counts] = defaultdict(list)
    rows = MicroBlank.objects.filter(sample__in=list(keys)).order_by("number")
    for sample, kind, particles in rows.values_list("sample_id", "kind", "particles"):
        found[sample].append({"kind": kind, "particles": particles})
    return found


def _counts(keys: Iterable[int]) -> dict[int, Counts]:
    """Return what was told of the particles of samples, by the keys of these."""
    found: dict[int, Counts] = defaultdict(list)
    rows = MicroCount.objects.filter(sample__in=list(keys)).order_by("pk")
    for sample, trait, value, count in rows.values_list("sample_id", "trait", "value", "count"):
        found[sample].append({"trait": trait, "value": value, "count": count})
    return found


def _sample(sample: SampleRecord) -> dict[str, Any]:
    plain = ("number", "city", "country", *AS_THEY_ARE, *COUNTED, "concentration", "corrected")
    measures = [name for name in SAMPLE if name not in plain]
    return {
        **{name: getattr(sample, name) for name in plain},
        **{name: number(getattr(sample, name)) for name in measures},
        "taking": {name: _plain(sample.taking.get(name)) for name in TAKING},
        "method": {name: _plain(sample.method.get(name)) for name in METHOD},
    }


def _plain(value: Any) -> Any:
    """Return a measure as a number, and what was not told as null."""
    if isinstance(value, Decimal):
        return number(value)
    return None if value == "" else value
