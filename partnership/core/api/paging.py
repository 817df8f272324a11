"""Pages of API lists: 50 rows unless asked otherwise, at most 200."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.request import Request

from partnership.core.api.parameters import Parameters
from partnership.core.paging import COUNT_CAP, CappedPaginator, Rows

ROWS, MOST_ROWS = 50, 200

ORDERING = _("What to sort by; a minus before the name turns the order round.")
PAGE = _("Number of the page, beginning with 1.")
PAGE_SIZE = _("Rows a page: 50 unless given, at most 200.")


def list_parameters(orderings: Iterable[str] = ()) -> list[OpenApiParameter]:
    """Describe what every list takes: what to sort by, where there is a choice, page and size."""
    ways = [*orderings]
    ordering = OpenApiParameter(
        "ordering", enum=[*ways, *(f"-{way}" for way in ways)], description=ORDERING
    )
    return [
        *([ordering] if ways else []),
        OpenApiParameter("page", int, description=PAGE),
        OpenApiParameter("page_size", int, description=PAGE_SIZE),
    ]


Build = Callable[[Any], list[dict[str, Any]]]


def page(request: Request, rows: Rows, parameters: Parameters, build: Build) -> dict[str, Any]:
    """Return the wanted page; `build` turns its slice of `rows` into plain data.

    The count stops at 10,000 (`count_is_capped`); whoever needs everything takes the downloads.
    """
    size = parameters.whole_number("page_size", ROWS, most=MOST_ROWS)
    number = parameters.whole_number("page", 1, most=COUNT_CAP)
    paginator = CappedPaginator(rows, size)  # type: ignore[arg-type]
    if number > paginator.num_pages:
        raise Http404
    found = paginator.page(number)
    return {
        "count": min(paginator.count, COUNT_CAP),
        "count_is_capped": paginator.is_capped,
        "next": _address(request, number + 1) if found.has_next() else None,
        "previous": _address(request, number - 1) if found.has_previous() else None,
        "results": build(found.object_list),
    }


def _address(request: Request, number: int) -> str:
    query = request.query_params.copy()
    query["page"] = str(number)
    return request.build_absolute_uri(f"?{query.urlencode()}")


def described(name: str, row: type[serializers.Serializer[Any]]) -> serializers.Serializer[Any]:
    """Return the description of a page of such rows, for the schema."""
    fields = {
        "count": serializers.IntegerField(help_text=_("At most 10,000.")),
        "count_is_capped": serializers.BooleanField(),
        "next": serializers.URLField(allow_null=True),
        "previous": serializers.URLField(allow_null=True),
        "results": row(many=True),
    }
    return type(f"{name}Page", (serializers.Serializer,), fields)()
