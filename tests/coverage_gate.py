"""Fails when too little of the code is covered: `python -m tests.coverage_gate coverage.json`.

95 % of everything; every branch of choices, policies, actions and querysets, where the rules are.
"""

import json
import sys
from pathlib import Path
from typing import Any

OVERALL = 95.0  # per cent of lines and branches
RULE_ROOMS = {"choices", "policies", "actions", "querysets"}


def holds_rules(name: str) -> bool:
    """Tell whether a file belongs to a room where every branch must be covered."""
    path = Path(name)
    return path.stem in RULE_ROOMS or bool(RULE_ROOMS & set(path.parts))


def gaps(report: dict[str, Any]) -> list[str]:
    """Return what is not covered enough, in words."""
    found = []
    total = report["summary"]["percent_covered"]
    if total < OVERALL:
        found.append(f"overall {total:.2f} %, wanted {OVERALL} %")
    for name, file in sorted(report["files"].items()):
        if holds_rules(name) and file["summary"]["percent_covered"] < 100:
            found.append(
                f"{name}: lines {file['missing_lines']}, branches {file['missing_branches']}"
            )
    return found


def main(path: str) -> int:
    report = json.loads(Path(path).read_text(encoding="utf-8"))
    found = gaps(report)
    sys.stdout.write(f"Covered: {report['summary']['percent_covered']:.2f} %\n")
    for gap in found:
        sys.stderr.write(f"Not covered: {gap}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
