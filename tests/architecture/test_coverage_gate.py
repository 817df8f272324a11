"""The gate for coverage."""

from tests.coverage_gate import gaps


def report(overall: float, **files: float) -> dict[str, object]:
    return {
        "summary": {"percent_covered": overall},
        "files": {
            name.replace("__", "/") + ".py": {
                "summary": {"percent_covered": covered},
                "missing_lines": [7],
                "missing_branches": [],
            }
            for name, covered in files.items()
        },
    }


def test_it_passes_when_all_is_covered() -> None:
    assert gaps(report(95.0, cases__policies=100.0, cases__views=10.0)) == []


def test_it_fails_under_95_per_cent() -> None:
    assert gaps(report(94.99)) == ["overall 94.99 %, wanted 95.0 %"]


def test_it_fails_on_one_branch_of_a_rule() -> None:
    assert gaps(report(99.0, cases__policies=99.9, cases__actions__publish=99.0)) == [
        "cases/actions/publish.py: lines [7], branches []",
        "cases/policies.py: lines [7], branches []",
    ]
