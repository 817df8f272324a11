"""Reading the parameters of an address strictly: a misspelt filter must not look like no filter."""

from collections.abc import Collection, Mapping

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from partnership.core.api.errors import Refused
from partnership.core.paging import shortened

OF_LISTS = ("page", "page_size", "ordering")


class Parameters:
    """The parameters of one request; refuses names that are not `known`."""

    def __init__(self, query: QueryDict, known: Collection[str]) -> None:
        for name in query:
            if name not in known:
                raise Refused(
                    "unknown-parameter",
                    _("There is no parameter “%(name)s”. Known are: %(known)s."),
                    name=shortened(name),
                    known=", ".join(known),
                )
        self.query = query

    def whole_number(self, name: str, default: int, *, most: int) -> int:
        """Return a number from 1 to `most`."""
        text = self.query.get(name, "")
        if not text:
            return default
        if not (text.isascii() and text.isdigit() and 0 < int(text[:9]) <= most):
            raise Refused(
                "invalid-value",
                _("“%(name)s” must be a whole number from 1 to %(most)s."),
                name=name,
                most=most,
            )
        return int(text)

    def flag(self, name: str) -> bool | None:
        """Return true or false, None when the parameter is not given."""
        text = self.one_of(name, ("true", "false"))
        return None if not text else text == "true"

    def one_of(self, name: str, known: Collection[str], default: str = "") -> str:
        """Return one of the `known` values."""
        text = self.query.get(name, "")
        if text and text not in known:
            raise unknown_value(name, text, known)
        return text or default

    def ordering(self, fields: Mapping[str, str], default: str) -> list[str]:
        """Return what to sort by, the key last; `fields` maps allowed names to columns.

        A minus before the name turns the order round.
        """
        text = self.query.get("ordering", "") or default
        if text.removeprefix("-") not in fields:
            raise unknown_value("ordering", text, [*fields, *(f"-{name}" for name in fields)])
        sign = "-" if text.startswith("-") else ""
        return [f"{sign}{fields[text.removeprefix('-')]}", f"{sign}pk"]


def unknown_value(name: str, value: str, known: Collection[str] = ()) -> Refused:
    """Return the refusal of a value nobody knows."""
    if known:
        return Refused(
            "invalid-value",
            _("“%(name)s” has no value “%(value)s”. Known are: %(known)s."),
            name=name,
            value=shortened(value),
            known=", ".join(known),
        )
    return Refused(
        "invalid-value",
        _("“%(name)s” has no value “%(value)s”."),
        name=name,
        value=shortened(value),
    )
