"""Reading content files in YAML: plain data, figures without rounding, dates as written.

Messages are for the people who write the files, in English.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Fault:
    """Something to mend in a file: where, what, and how."""

    file: str
    key: str
    cure: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.cure}"


@dataclass(frozen=True)
class ContentFile:
    """The content of one file; `name` is the file's name without its ending."""

    name: str
    data: dict[str, Any]


@dataclass
class Report:
    """What happened to the objects, by number or key; with faults, nothing was written."""

    created: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


class _Loader(yaml.CSafeLoader):
    """Refuses a key given twice, which YAML otherwise answers with the last one."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _value in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key} is given twice", node.start_mark
                )
        return super().construct_mapping(node, deep)


def _decimal(loader: yaml.CSafeLoader, node: yaml.ScalarNode) -> Decimal:
    return Decimal(str(loader.construct_scalar(node)).replace("_", ""))


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^-?[0-9]+\.[0-9]+$"), list("-0123456789")
)
_Loader.add_constructor("tag:yaml.org,2002:float", _decimal)


def read(folder: Path) -> Iterator[ContentFile | Fault]:
    """Yield each file's content, or what keeps it from being read, in the order of names."""
    for path in sorted(folder.glob("*.yaml")):
        try:
            data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506
        except (yaml.YAMLError, UnicodeDecodeError) as problem:
            yield Fault(path.name, "file", " ".join(str(problem).split()))
            continue
        if isinstance(data, dict):
            yield ContentFile(path.stem, data)
        else:
            yield Fault(path.name, "file", "begin with keys such as slug:")
