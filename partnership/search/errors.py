"""Expected refusals of the search."""

from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError


class TookTooLong(DomainError):
    code = "search-took-too-long"
    retry_after = 60
    message = _(
        "This search takes too long at the moment. Search for fewer or rarer words, or try again in a "
        "minute."
    )
