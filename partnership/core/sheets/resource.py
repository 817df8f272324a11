"""A table on its way into the database and out again, row by row, through the app's own action.

Import makes drafts and changes drafts. It never publishes, and what is public is changed in its
form alone. A row says by its key which object it means and by its version which state of it the
file was made from: when somebody has saved since, the row is refused.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

import tablib
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override
from import_export.instance_loaders import BaseInstanceLoader
from import_export.resources import Resource
from import_export.results import RowResult

from partnership.core import languages
from partnership.core.errors import AlreadyPublic, DomainError
from partnership.core.sheets.columns import Column
from partnership.core.sheets.files import Sheet

Row = dict[str, str]


@dataclass(frozen=True)
class SheetFault:
    """What is wrong, where, and what to do. `line` counts as a spreadsheet program does."""

    line: int
    heading: str
    text: str


@dataclass(frozen=True)
class SheetChange:
    """What an import does to one object: before and after by heading, empty for a new one."""

    line: int
    name: str
    is_new: bool
    differences: list[tuple[str, str, str]]


@dataclass
class SheetReport:
    """What an import did, or would do; with faults, nothing was written."""

    changes: list[SheetChange] = field(default_factory=list)
    unchanged: int = 0
    faults: list[SheetFault] = field(default_factory=list)

    @property
    def created(self) -> int:
        return sum(change.is_new for change in self.changes)

    @property
    def changed(self) -> int:
        return len(self.changes) - self.created


class SheetResource(Resource):
    """Subclasses declare columns, say how an object is found and call their app's action.

    The column `key` finds an object; an empty key begins a new one where `numbers_itself`.
    """

    key: ClassVar[str]
    numbers_itself: ClassVar[bool] = False
    has_versions: ClassVar[bool] = True

    class Meta:
        instance_loader_class = BaseInstanceLoader
        use_transactions = True
        skip_diff = True
        store_instance = True
        report_skipped = True
        chunk_size = 200

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.fields = {column.attribute: column for column in self.make_columns()}

    def make_columns(self) -> list[Column]:
        """Return the columns in their order; made anew for each table."""
        raise NotImplementedError

    def find(self, key: str) -> models.Model | None:
        """Return the object that `key` means."""
        raise NotImplementedError

    def make(self, key: str) -> models.Model:
        """Return a new object, not stored yet."""
        raise NotImplementedError

    def called(self, instance: Any) -> str:
        """Return what the object is called before the import is confirmed."""
        return str(instance)

    def store(self, instance: Any, *, by: Any, note: str, version: int | None) -> None:
        """Call the app's action, which writes and records; what it refuses is a fault of the row.

        `instance.typed_rows` holds what the file says about rows of other tables.
        """
        raise NotImplementedError

    def take(self, sheet: Sheet, *, by: Any, file: str, is_dry_run: bool) -> SheetReport:
        """Bring the database to what the table says, all of it or, with a fault, nothing."""
        names, faults = self._names(sheet.headings)
        if faults:
            return SheetReport(faults=faults)
        cells = [[*row, *[""] * len(names)][: len(names)] for _line, row in sheet.rows]
        self.lines = [line for line, _row in sheet.rows]
        self.seen: set[str] = set()
        result = self.import_data(
            tablib.Dataset(*cells, headers=names),
            dry_run=is_dry_run,
            rollback_on_validation_errors=True,
            user=by,
            file_name=file,
        )
        for error in [*result.base_errors, *(found for row in result.rows for found in row.errors)]:
            raise error.error  # no fault of the file but one of ours
        return self._report(result)

    def headings(self) -> list[str]:
        """Return the headings of all columns in the active language."""
        return [self._heading(column) for column in self.columns]

    @property
    def columns(self) -> list[Column]:
        return list(self.fields.values())

    def explained(self) -> list[list[str]]:
        """Return each heading with the rule for its cells, in the active language."""
        rules = [column.rule for column in self.columns]
        return [list(pair) for pair in zip(self.headings(), rules, strict=True)]

    def lines_of(self, objects: Iterable[models.Model]) -> Iterator[list[str]]:
        """Yield the headings and one row per object, as `take` reads them back."""
        yield self.headings()
        for instance in objects:
            yield list(self._values(instance).values())

    # What follows answers the library's questions about one row.

    def get_import_id_fields(self) -> list[str]:
        return [self.key]

    def get_instance(self, instance_loader: Any, row: Row) -> Any:
        key = row[self.key].strip()
        if key and key in self.seen:
            raise ValidationError({self.key: _("This row stands in the file twice. Delete one.")})
        self.seen.add(key)
        found = self.find(key) if key else None
        if found is None and key and self.numbers_itself:
            raise ValidationError(
                {
                    self.key: _(
                        "There is nothing with this number. Leave the cell empty for a new one."
                    )
                }
            )
        return found

    def init_instance(self, row: Row | None = None) -> Any:
        return self.make((row or {}).get(self.key, "").strip())

    def after_init_instance(self, instance: Any, new: bool, row: Row, **options: Any) -> None:
        self.before = {} if new else self._values(instance)

    def skip_row(
        self, instance: Any, original: Any, row: Row, import_validation_errors: Any = None
    ) -> bool:
        return not import_validation_errors and self.before == self._values(instance)

    def validate_instance(
        self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        """Ask everything the admin's form would ask of these columns."""
        errors = dict(import_validation_errors or {})
        others = {column.name for column in instance._meta.fields} - self.fields.keys()
        unknown_yet = {self.key} if self.numbers_itself and not instance.pk else set()
        skipped = others | unknown_yet | errors.keys()
        try:
            instance.full_clean(exclude=skipped, validate_constraints=False)
        except ValidationError as found:
            errors = found.update_error_dict(errors)
        if not errors:
            instance.validate_constraints(exclude=unknown_yet)
        if errors:
            raise ValidationError(errors)

    def save_instance(self, instance: Any, is_create: bool, row: Row, **options: Any) -> None:
        if not is_create and getattr(instance, "is_public", False):
            raise ValidationError(str(AlreadyPublic()))
        version = None if is_create or not self.has_versions else self._version(row)
        try:
            self.store(instance, by=options["user"], note=options["file_name"], version=version)
        except DomainError as refused:
            raise ValidationError(str(refused)) from refused

    def after_import_row(self, row: Row, row_result: RowResult, **options: Any) -> None:
        after = self._values(row_result.instance)
        headings = dict(zip(self.fields, self.headings(), strict=True))
        row_result.differences = [
            (headings[name], self.before[name], after[name])
            for name in self.before
            if self.before[name] != after[name] and name != "version"
        ]

    def save_m2m(self, instance: Any, row: Row, **options: Any) -> None:
        """Leave it to the action."""

    def _version(self, row: Row) -> int:
        text = row.get("version", "").strip()
        if not text.isdecimal():
            raise ValidationError(
                {
                    "version": _(
                        "Without the version nobody knows what the file was made from. Export again."
                    )
                }
            )
        return int(text)

    def _values(self, instance: Any) -> Row:
        return {name: str(column.export(instance)) for name, column in self.fields.items()}

    def _names(self, headings: list[str]) -> tuple[list[str], list[SheetFault]]:
        """Return the columns the headings mean, in either language or by their technical names."""
        meant = self._meant()
        names = [meant.get(_plain(heading), "") for heading in headings]
        faults = [
            SheetFault(1, heading, _("This heading is not known. Take those of the empty table."))
            for heading, name in zip(headings, names, strict=True)
            if not name
        ]
        faults += [
            SheetFault(1, heading, _("This column stands in the file twice. Delete one."))
            for number, heading in enumerate(headings)
            if names[number] and names[number] in names[:number]
        ]
        if self.key not in names:
            heading = self._heading(self.fields[self.key])
            faults.append(SheetFault(1, heading, _("This column is missing. Add it.")))
        return names, faults

    def _meant(self) -> dict[str, str]:
        meant = {name: name for name in self.fields}
        for language in languages.LANGUAGES:
            with override(language):
                meant |= {
                    _plain(self._heading(column)): name for name, column in self.fields.items()
                }
        return meant

    def _heading(self, column: Column) -> str:
        text = str(column.heading)
        return text[:1].upper() + text[1:]

    def _report(self, result: Any) -> SheetReport:
        report = SheetReport(unchanged=result.totals[RowResult.IMPORT_TYPE_SKIP])
        for line, row in zip(self.lines, result.rows, strict=True):
            if row.validation_error is not None:
                report.faults += self._faults(line, row.validation_error)
            elif row.import_type != RowResult.IMPORT_TYPE_SKIP:
                is_new = row.import_type == RowResult.IMPORT_TYPE_NEW
                report.changes.append(
                    SheetChange(line, self.called(row.instance), is_new, row.differences)
                )
        return report

    def _faults(self, line: int, error: ValidationError) -> list[SheetFault]:
        """Return the faults of one row in the order of its columns."""
        if not hasattr(error, "error_dict"):
            return [SheetFault(line, "", text) for text in error.messages]
        found = [
            (self._position(name), text)
            for name, texts in error.message_dict.items()
            for text in texts
        ]
        headings = [*self.headings(), ""]
        return [SheetFault(line, headings[place], text) for place, text in sorted(found)]

    def _position(self, name: str) -> int:
        """Return the place of a field's column; behind all of them for what is no column."""
        names = list(self.fields)
        return next((names.index(own) for own in (name, f"{name}_id") if own in names), len(names))


def _plain(heading: str) -> str:
    """Return what counts in a heading: neither case nor blanks nor the width of brackets."""
    widths = str.maketrans("（）：", "():")
    return "".join(heading.translate(widths).casefold().split())
