"""Every file comes in by the one upload function."""

import ast

from tests.architecture.sources import ROOT, code_files

# A field that takes a file: the portal's own, those of tables that `read_once` reads, and a specimen that
# no page sends.
KNOWN = {
    "partnership/documents/forms.py",
    "partnership/core/admin/sheets.py",
    "partnership/nominations/forms/files.py",
    "monitoring/workbook/forms.py",
    "partnership/portal/style_guide.py",
}
FIELDS = {"FileField", "ImageField"}
# What reads the bytes of tables, each through the door of the room for files.
READERS = {
    "partnership/core/admin/sheets.py": "content_of",
    "partnership/nominations/views/sheets.py": "read_once",
    "monitoring/workbook/views.py": "read_once",
}


def names(source: str) -> set[str]:
    return {node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)}


def test_no_form_takes_a_file_by_a_way_of_its_own() -> None:
    taking = {
        str(file.relative_to(ROOT))
        for file in code_files()
        if FIELDS & names(file.read_text(encoding="utf-8"))
    }

    assert taking == KNOWN, "Use documents.forms.UploadField, or documents.actions.read_once."


def test_tables_are_read_through_the_door() -> None:
    for name, way in READERS.items():
        assert way in names((ROOT / name).read_text(encoding="utf-8")), name
