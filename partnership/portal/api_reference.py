"""The public API in words: its addresses, parameters and answers, read from its own schema."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override, pgettext_lazy
from drf_spectacular.generators import SchemaGenerator

from cases.open_data.fields import CASES, INDICATORS
from partnership.core import languages

ORDER: Final = (
    "cases",
    "case",
    "case_citation",
    "places",
    "organisations",
    "organisation",
    "commitments",
    "commitment",
    "events",
    "event",
    "registrations",
    "register",
    "registration",
    "accept_offer",
    "cancel",
    "city_reports",
    "outcomes",
    "projects",
    "project",
    "results",
    "survey_sites",
    "surveys",
    "surveys_at_sea",
    "microplastic_samples",
    "monitoring_results",
    "monitoring_comparisons",
    "waste_of_cities",
    "monitoring_reports",
    "cases_csv",
    "indicators_csv",
    "cases_json",
    "data_dictionary",
)
EXAMPLES: Final = {
    "cases": "?country=VN&ordering=-updated_at",
    "organisations": "?type=ngo",
    "commitments": "?light=red&ordering=-due_on",
    "events": "?when=coming&kind=cleanup",
    "projects": "?theme=mangroves&stage=running",
    "city_reports": "?country=VN",
    "monitoring_results": "?kind=city",
    "waste_of_cities": "?indicator=generated&year=2024",
    "places": "?kind=city&country=CN&coastal=true",
    "case_citation": "?style=bibtex&language=en",
}
KINDS: Final[dict[str, str | Promise]] = {
    "string": pgettext_lazy("kind of value", "text"),
    "integer": pgettext_lazy("kind of value", "whole number"),
    "number": pgettext_lazy("kind of value", "number"),
    "boolean": pgettext_lazy("kind of value", "true or false"),
    "date": pgettext_lazy("kind of value", "date: YYYY-MM-DD"),
    "date-time": pgettext_lazy("kind of value", "time: ISO 8601"),
    "uri": pgettext_lazy("kind of value", "web address"),
    "texts": gettext_lazy("text in both languages"),
    "object": gettext_lazy("object"),
}
Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Value:
    """A parameter or a field. `shape` names the object it holds, `values` what it may be."""

    name: str
    kind: str
    description: str = ""
    shape: str = ""
    values: list[str] = field(default_factory=list)
    is_needed: bool = False
    may_be_null: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """An object an answer is made of."""

    name: str
    fields: list[Value]


@dataclass(frozen=True, slots=True)
class Operation:
    """One address: what it answers, to which parameters; `example` is a path that works, for
    everyone where the address `is_open`."""

    name: str
    method: str
    path: str
    description: str
    parameters: list[Value]
    media_type: str
    shape: str
    example: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """The whole API."""

    description: str
    operations: list[Operation]
    shapes: list[Shape]


@cache
def reference(language: str) -> Reference:
    """Return the API in words of `language`; it changes with the code only."""
    with override(language):
        schema = SchemaGenerator(urlconf=None).get_schema(request=None, public=True)
        return _Reader(schema).reference()


class _Reader:
    """Reads an OpenAPI schema; shapes are met in the order in which answers need them."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.components: Schema = schema["components"]["schemas"]
        self.meanings = {
            column.name.removesuffix("_zh"): str(column.meaning) for column in (*INDICATORS, *CASES)
        }

    def reference(self) -> Reference:
        found = {
            described["operationId"]: (method.upper(), path, described)
            for path, methods in self.schema["paths"].items()
            for method, described in methods.items()
        }
        operations = [self._operation(*found[name]) for name in ORDER]
        return Reference(self.schema["info"]["description"], operations, self._shapes(operations))

    def _operation(self, method: str, path: str, described: Schema) -> Operation:
        done: Schema = next(
            answer for status, answer in described["responses"].items() if status.startswith("2")
        )
        ((media_type, answer),) = done["content"].items()
        return Operation(
            name=described["operationId"],
            method=method,
            path=path,
            description=described["description"],
            parameters=[self._parameter(each) for each in described.get("parameters", [])],
            media_type=media_type,
            shape=_name(answer["schema"]),
            example=path + EXAMPLES.get(described["operationId"], ""),
            is_open={} in described.get("security", [{}]),
        )

    def _parameter(self, described: Schema) -> Value:
        value = self._value(described["name"], described["schema"])
        return Value(
            value.name,
            value.kind,
            described.get("description", ""),
            values=value.values,
            is_needed=described.get("required", False),
        )

    def _shapes(self, operations: list[Operation]) -> list[Shape]:
        waiting = [operation.shape for operation in operations if operation.shape]
        shapes: dict[str, Shape] = {}
        while waiting:
            name = waiting.pop(0)
            if name not in shapes:
                shapes[name] = Shape(name, list(self._fields(name)))
                waiting += [value.shape for value in shapes[name].fields if value.shape]
        return list(shapes.values())

    def _fields(self, shape: str) -> Iterator[Value]:
        for name, described in self.components[shape]["properties"].items():
            yield self._value(name, described)

    def _value(self, name: str, described: Schema) -> Value:
        inner: Schema = described.get("items", described)
        # Beside the first stands what an empty value is; all of one is that with words of its own.
        inner = (inner.get("oneOf") or inner.get("allOf") or [inner])[0]
        target: Schema = self.components.get(_name(inner), inner)
        is_object = "properties" in target and target is not inner
        kind = _kind(target)
        return Value(
            name,
            _("list of: %(kind)s") % {"kind": kind} if "items" in described else kind,
            described.get("description") or self.meanings.get(name, ""),
            shape=_name(inner) if is_object else "",
            values=[str(value) for value in target.get("enum", [])],
            may_be_null=described.get("nullable", False),
        )


def _name(described: Schema) -> str:
    """Return the name of the component a schema refers to."""
    reference: str = described.get("$ref", "")
    return reference.rpartition("/")[2]


def _kind(described: Schema) -> str:
    if languages.CHINESE in described.get("properties", {}):
        return str(KINDS["texts"])
    return str(
        KINDS[described["format"] if described.get("format") in KINDS else described["type"]]
    )
