"""Where the admin shows cases, and what its form is called."""

from django.urls import reverse

from cases.models import Case

LIST = reverse("admin:cases_case_changelist")
FORM = "case_form"


def change_page(case: Case) -> str:
    return reverse("admin:cases_case_change", args=[case.pk])


def deed_page(case: Case, slug: str) -> str:
    return reverse("admin:cases_case_deed", args=[case.pk, slug])


def preview_page(case: Case, language: str) -> str:
    return reverse("admin:cases_case_preview", args=[case.pk, language])
