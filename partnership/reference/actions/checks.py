"""What must hold between rows before anything is written."""

import re
from collections.abc import Iterable

from partnership.reference.actions.records import PlaceRecord, Record
from partnership.reference.choices import CountryGroup, PlaceKind

CODE_FORMS = {
    PlaceKind.COUNTRY: re.compile(r"[A-Z]{2}"),
    PlaceKind.PROVINCE: re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}"),
    PlaceKind.CITY: re.compile(r"[a-z]{2}(-[a-z0-9]+)+"),
}
# A province becomes a province; a city may also dissolve into its province.
SUCCESSOR_KINDS: dict[PlaceKind, set[PlaceKind]] = {
    PlaceKind.COUNTRY: set(),
    PlaceKind.PROVINCE: {PlaceKind.PROVINCE},
    PlaceKind.CITY: {PlaceKind.PROVINCE, PlaceKind.CITY},
}


def check_once(records: Iterable[Record], column: str = "code") -> None:
    """Note every value of `column` that an earlier row has already."""
    seen: dict[str, Record] = {}
    for record in records:
        value = record.cells.text(column)
        first = seen.setdefault(value, record)
        if first is not record:
            row = first.cells.row
            record.cells.refuse(
                column,
                f"{value} stands in {row.file} line {row.line} already.",
                "Give each row a value of its own.",
            )


def check_places(places: list[PlaceRecord]) -> None:
    """Note everything that is wrong between one place and the others, or within its row."""
    by_code = {place.code: place for place in places}
    check_once(places)
    countries = [place for place in places if _kind(place) is PlaceKind.COUNTRY]
    check_once(countries, "alpha3")
    check_once(countries, "numeric")
    for place in places:
        _check_code_form(place)
        _check_parent(place, by_code)
        _check_country(place)
        _check_successor(place, by_code)
        _check_values(place)


def _check_code_form(place: PlaceRecord) -> None:
    if not CODE_FORMS[_kind(place)].fullmatch(place.code):
        place.cells.refuse(
            "code",
            f"“{place.code}” is not the code of a {_kind(place).value}.",
            "Write MY for a country, MY-07 for a province, my-melaka for a city.",
        )


def _check_parent(place: PlaceRecord, by_code: dict[str, PlaceRecord]) -> None:
    if not place.parent:
        return
    column = "province" if "-" in place.parent else "country"
    wanted = PlaceKind.PROVINCE if column == "province" else PlaceKind.COUNTRY
    if place.parent not in by_code or _kind(by_code[place.parent]) != wanted:
        place.cells.refuse(
            column,
            f"There is no {wanted.value} {place.parent}.",
            "Add it to its file or correct the code.",
        )


def _check_country(place: PlaceRecord) -> None:
    """The code, the country and the province of a row must name the same country."""
    country = place.cells.row.cells.get("country")
    if country is None:
        return
    others = [place.code, *filter(None, [place.cells.row.cells.get("province")])]
    for code in others:
        if code[:2].upper() != country:
            place.cells.refuse(
                "country", f"{code} does not lie in {country}.", "Correct one of the two codes."
            )


def _check_successor(place: PlaceRecord, by_code: dict[str, PlaceRecord]) -> None:
    if not place.successor:
        return
    if place.successor not in by_code:
        place.cells.refuse(
            "successor", f"There is no place {place.successor}.", "Add it or correct the code."
        )
        return
    if _kind(by_code[place.successor]) not in SUCCESSOR_KINDS[_kind(place)]:
        place.cells.refuse(
            "successor",
            f"{place.successor} cannot succeed a {_kind(place).value}.",
            "A province becomes a province, a city a city or its province.",
        )
    if not _text(place, "valid_to"):
        place.cells.refuse("valid_to", "A successor needs a last day before it.", "Fill it in.")
    if place.code in _line_of_successors(place, by_code):
        place.cells.refuse("successor", "The place succeeds itself.", "Break the circle.")


def _line_of_successors(place: PlaceRecord, by_code: dict[str, PlaceRecord]) -> list[str]:
    line: list[str] = []
    code = place.successor
    while code and code not in line:
        line.append(code)
        code = by_code[code].successor if code in by_code else ""
    return line


def _check_values(place: PlaceRecord) -> None:
    """Note in the words of the files what the database would refuse in its own."""
    values, refuse = place.values, place.cells.refuse
    if not _together(place, "latitude", "longitude"):
        refuse("latitude", "Latitude and longitude go together.", "Give both or neither.")
    if values.get("latitude") == values.get("longitude") == 0:
        refuse("latitude", "0, 0 lies off West Africa.", "Give the position, or leave both empty.")
    if not _together(place, "zero_waste_since", "zero_waste_source"):
        refuse("zero_waste_since", "Year and source go together.", "Give both or neither.")
    if _wrong_order(values, "valid_from", "valid_to"):
        refuse("valid_to", "The last day does not lie after the first.", "Correct one of them.")
    if _wrong_order(values, "least_developed_from", "least_developed_until"):
        refuse("least_developed_until", "The end lies before the start.", "Correct one of them.")
    if (values.get("group") == CountryGroup.ASEAN) != bool(_text(place, "asean_since")):
        refuse("asean_since", "Members of ASEAN, and only they, have this day.", "Correct it.")
    if _text(place, "least_developed_until") and not _text(place, "least_developed_from"):
        refuse("least_developed_from", "There is an end without a start.", "Fill it in.")


def _text(place: PlaceRecord, column: str) -> str:
    """Return what stands in the cell, whether it could be read or not; no column is empty."""
    return place.cells.row.cells.get(column, "")


def _together(place: PlaceRecord, one: str, other: str) -> bool:
    return bool(_text(place, one)) == bool(_text(place, other))


def _wrong_order(values: dict[str, object], start: str, end: str) -> bool:
    first, last = values.get(start), values.get(end)
    return first is not None and last is not None and last <= first  # type: ignore[operator]


def _kind(place: PlaceRecord) -> PlaceKind:
    return PlaceKind(str(place.values["kind"]))
