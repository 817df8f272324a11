"""What the portal's pages are held against: the least a page with one query can be."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from rest_framework import generics, pagination, serializers

from cases.models import Case, CasePlace


def baseline(request: HttpRequest, number: str) -> HttpResponse:
    """One indexed query and a small template, behind the same middleware as every page."""
    columns = ("number", "title_en", "summary_en")
    case = Case.objects.published().filter(number=number).values(*columns).get()
    return render(request, "bench/baseline.html", {"case": case})


class Pair(serializers.Serializer):
    """A text in both languages, read from the two columns."""

    def to_representation(self, instance: Case) -> dict[str, str]:
        name = self.field_name
        return {
            "zh-hans": getattr(instance, f"{name}_zh_hans"),
            "en": getattr(instance, f"{name}_en"),
        }


def pair() -> Pair:
    return Pair(source="*", read_only=True)


class NamedRow(serializers.Serializer):
    code = serializers.CharField()
    name = pair()


class PlaceRow(serializers.ModelSerializer):
    code = serializers.CharField(source="place.code")
    kind = serializers.CharField(source="place.kind")
    name = Pair(source="place", read_only=True)
    country = serializers.CharField(source="place.country.code", default=None)
    province = serializers.CharField(source="place.province.code", default=None)
    site = pair()

    class Meta:
        model = CasePlace
        fields = ("code", "kind", "name", "country", "province", "site", "latitude", "longitude")


class CaseRow(serializers.ModelSerializer):
    """The fields of the portal's own list, the way the framework's manual shows it."""

    title, short_title, summary = pair(), pair(), pair()
    places = PlaceRow(many=True)
    themes = NamedRow(many=True)
    languages = serializers.ListField(source="published_languages")

    class Meta:
        model = Case
        fields = (
            *("number", "version", "is_demo", "hierarchy_step", "waste_streams", "instruments"),
            *("business_model", "scale", "phase", "sdg_targets", "evidence_grade"),
            *("public_since", "updated_at", "started", "ended", "results_from", "results_to"),
            *("title", "short_title", "summary", "languages", "places", "themes"),
        )


class FiftyRows(pagination.PageNumberPagination):
    page_size = 50


class ModelSerializerList(generics.ListAPIView):
    """The same 50 rows by ModelSerializer, with everything prefetched."""

    authentication_classes = ()
    serializer_class = CaseRow
    pagination_class = FiftyRows
    queryset = (
        Case.objects.published()
        .latest_first()
        .prefetch_related("themes", "places__place__country", "places__place__province")
    )
