"""The page of what was said of an organisation's own spreadsheets, and forgetting it."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from monitoring.actions.mappings import forget_columns
from monitoring.models import ColumnMapping
from monitoring.surveying.sheet import counted_items
from monitoring.workbook.known import organisations_of
from monitoring.workbook.layouts import LAYOUTS, Layout
from monitoring.workbook.views import require_any
from partnership.accounts.models import User
from partnership.accounts.requests import SignedInRequest
from partnership.core import languages
from partnership.core.paging import page_of

FEW = 10  # on one page: each has a table of its own


@dataclass(frozen=True, slots=True)
class MappingLine:
    """One kind of spreadsheet: each heading with what it holds, empty where it is left out."""

    mapping: ColumnMapping
    columns: list[tuple[str, str]]


@login_required
@require_safe
@never_cache
def own_columns(request: SignedInRequest) -> HttpResponse:
    """Show which column is which in the spreadsheets of the person's organisations."""
    require_any(request.user)
    found = page_of(_of(request.user), request.GET.get("page", ""), per_page=FEW)
    items = {item.code: f"{item.code} {item.label}" for item in counted_items()}
    labels = {kind: items | _labels(layout) for kind, layout in LAYOUTS.items()}
    lines = [
        MappingLine(
            each, [(head, labels[each.kind].get(name, name)) for head, name in each.columns.items()]
        )
        for each in found.page.object_list
    ]
    context = {"lines": lines, "page": found.page, "left_out": found.notices}
    return render(request, "monitoring/workbook/columns.html", context)


@login_required
@require_POST
def forget(request: SignedInRequest, number: int) -> HttpResponse:
    """Forget one of them: the next file with these headings is asked about."""
    forget_columns(get_object_or_404(_of(request.user), pk=number), by=request.user)
    messages.success(request, _("Forgotten. The next file with these headings is asked about."))
    return redirect("monitoring:columns")


def _labels(layout: Layout) -> dict[str, str]:
    return {column.name: str(column.label) for column in layout.of_one_table}


def _of(user: User) -> Any:
    name = languages.column("name")
    rows = ColumnMapping.objects.filter(organisation__in=organisations_of(user))
    return rows.select_related("organisation").order_by(
        f"organisation__{name}", "-changed_at", "pk"
    )
