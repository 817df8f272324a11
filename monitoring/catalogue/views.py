"""Pages of the lists of litter items."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from monitoring.catalogue import downloads
from monitoring.catalogue.asked import narrowed
from monitoring.catalogue.lines import facts, item_lines, map_lines
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of
from partnership.reference.models import ItemList, LitterItem

PER_PAGE = 60


@require_safe
def lists(request: HttpRequest) -> HttpResponse:
    """Show the lists with version, source and licence."""
    meta = PageMeta.of_request(
        request,
        _("Lists of litter items"),
        description=_(
            "What surveys count: the lists in use between China, ASEAN and Europe, in both "
            "languages, and how an item of one list stands to those of the others."
        ),
    )
    context = {"meta": meta, "lists": ItemList.objects.in_order()}
    return render(request, "monitoring/lists/lists.html", context)


@require_safe
def item_list(request: HttpRequest, code: str) -> HttpResponse:
    """Show the items of one list, narrowed and in pages."""
    shown: Any = get_object_or_404(ItemList.objects.in_order(), code=code)
    asked = narrowed(shown, request.GET)
    found = page_of(asked.items, request.GET.get("page", ""), PER_PAGE)
    context = {
        "meta": PageMeta.of_request(request, shown.name, description=_description(shown)),
        "list": shown,
        "page": found.page,
        "lines": item_lines(found.page.object_list),  # type: ignore[arg-type]
        "form": asked.form,
        "active": asked.active,
        "left_out": [*asked.notices, *found.notices],
        "reset_url": reverse("monitoring:item-list", args=[code]),
    }
    return render(request, "monitoring/lists/item_list.html", context)


@require_safe
def item(request: HttpRequest, code: str, item: str) -> HttpResponse:
    """Show one item and its places in the other lists."""
    rows = LitterItem.objects.select_related("item_list", "parent")
    shown: LitterItem = get_object_or_404(rows, item_list__code=code, code=item)
    context = {
        "meta": PageMeta.of_request(request, shown.name, description=shown.item_list.name),
        "item": shown,
        "facts": facts(shown),
        "parts": item_lines(LitterItem.objects.filter(parent=shown).in_order()),
        "maps": map_lines(shown),
    }
    return render(request, "monitoring/lists/item.html", context)


@require_safe
def items_csv(request: HttpRequest, code: str) -> StreamingHttpResponse:
    shown = get_object_or_404(ItemList, code=code)
    return _file(downloads.items_csv(shown), f"litter-items-{code}.csv")


@require_safe
def maps_csv(request: HttpRequest, code: str) -> StreamingHttpResponse:
    shown = get_object_or_404(ItemList, code=code)
    return _file(downloads.maps_csv(shown), f"litter-maps-{code}.csv")


def _file(lines: Iterator[str], name: str) -> StreamingHttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


def _description(shown: Any) -> str:
    return _("%(items)d items and groups, of which %(recorded)d are recorded.") % {
        "items": shown.item_count,
        "recorded": shown.recordable_count,
    }
