"""The collection as data: what can be downloaded, under which terms, and what it means."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cases import citations
from cases.open_data.dictionary import tables
from cases.open_data.metadata import dataset
from cases.open_data.offer import offers
from partnership.core import languages
from partnership.core.page_cache import public_page
from partnership.core.page_meta import PageMeta


@public_page
def downloads(request: HttpRequest) -> HttpResponse:
    """Offer the files, with licence, origin of the data and citation."""
    description = _("All published cases and their figures as open data, free to use with credit.")
    files = offers()
    context = {
        "meta": PageMeta.of_request(
            request, _("Downloads"), description=description, json_ld=(dataset(files),)
        ),
        "offers": files,
        "citations": citations.for_people(citations.of_collection(languages.current())),
        "licence": settings.DATA_LICENCE,
        "licence_url": settings.DATA_LICENCE_URL,
    }
    return render(request, "cases/data/downloads.html", context)


@public_page
def data_dictionary(request: HttpRequest) -> HttpResponse:
    """Say what each column of the files means."""
    description = _("What each column of the downloads means, of what kind its values are.")
    meta = PageMeta.of_request(request, _("Data dictionary"), description=description)
    return render(request, "cases/data/data_dictionary.html", {"meta": meta, "tables": tables()})
