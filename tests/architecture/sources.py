"""The project's own files, as the architecture tests read them."""

import ast
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def tracked(*patterns: str) -> list[Path]:
    """Return the files git knows (or would add) that match, deleted ones left out."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in names.splitlines() if (ROOT / name).is_file()]


def code_files() -> list[Path]:
    """Python files apart from migrations and tests, empty ones left out."""
    return [
        file
        for file in tracked("*.py")
        if "migrations" not in file.parts
        and file.relative_to(ROOT).parts[0] != "tests"
        and file.read_text(encoding="utf-8").strip()
    ]


def functions(file: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
