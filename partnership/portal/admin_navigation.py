"""The admin's side bar: the partnership's lines of work, then what they stand on."""

from typing import Any, Final

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

# Each group and the apps whose lists stand in it; an app without lists leaves no trace.
GROUPS: Final = (
    (_("Submission and review"), ("review",)),
    (
        _("Roundtables and research"),
        ("events", "nominations", "attendance", "reports", "roundtables"),
    ),
    (_("Monitoring and case collection"), ("monitoring", "cases")),
    (_("Cooperation network"), ("partnership",)),
    (_("Awareness and participation"), ("outreach",)),
    (_("Public pages"), ("portal",)),
    (_("Both languages"), ("translations",)),
    (_("Search and glossary"), ("search",)),
    (_("Files and pictures"), ("documents",)),
    (_("Maps"), ("maps",)),
    (_("Messages"), ("notifications",)),
    (_("Reference data"), ("reference",)),
    (_("People and audit trail"), ("accounts", "core")),
)


def sidebar(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the groups of links as the theme wants them, only what the person may open."""
    lists = {app["app_label"]: app["models"] for app in admin.site.get_app_list(request)}
    start = {"title": _("Start page"), "icon": "home", "link": reverse("admin:index")}
    groups: list[dict[str, Any]] = [{"items": [start]}]
    for title, labels in GROUPS:
        items = [_link(model) for label in labels for model in lists.get(label, ())]
        if items:
            groups.append({"title": title, "items": items})
    return groups


def _link(model: dict[str, Any]) -> dict[str, Any]:
    model_admin = admin.site.get_model_admin(model["model"])
    icon = getattr(model_admin, "icon", "")
    return {"title": model["name"], "icon": icon, "link": model["admin_url"]}
