"""Strict on public pages, a little looser for the admin's theme."""

import pytest
from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from partnership.accounts.models import User
from partnership.core.middleware.content_policy import ContentPolicyMiddleware

HEADER = "Content-Security-Policy"


def directives(response: HttpResponse) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in response[HEADER].split(";"))
    return {name: sources for name, _blank, sources in parts}


@pytest.mark.parametrize("path", ["/zh-hans/", "/en/", "/healthz", "/en/no-such-page/"])
def test_it_is_strict_on_public_pages(client: Client, db: None, path: str) -> None:
    policy = directives(client.get(path))

    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["style-src"] == "'self'"


def test_it_allows_the_admin_what_its_theme_needs_and_no_other_host(
    client: Client, lin: User
) -> None:
    client.force_login(lin)

    policy = directives(client.get("/admin/"))

    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self' 'unsafe-eval'"
    assert policy["style-src"] == "'self' 'unsafe-inline'"
    assert policy["frame-ancestors"] == "'none'"
    assert not any("http" in sources for sources in policy.values())


def test_it_leaves_a_view_below_admin_its_own_policy(rf: RequestFactory) -> None:
    @csp_replace({})
    def preview(request: HttpRequest) -> HttpResponse:
        return HttpResponse("preview")

    response = ContentPolicyMiddleware(preview)(rf.get("/admin/cases/case/1/preview/en/"))

    assert "unsafe" not in response[HEADER]
