from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cases import demo
from cases.demo.files import Fault


@pytest.fixture
def report(monkeypatch: pytest.MonkeyPatch) -> demo.Report:
    report = demo.Report(created=["a"], kept=["b"], warnings=[Fault("x.yaml", "en", "look")])
    monkeypatch.setattr(demo, "load", lambda *, check_only: report)
    return report


def test_it_says_what_was_done(report: demo.Report) -> None:
    out = StringIO()

    call_command("load_demo", stdout=out)

    assert out.getvalue().splitlines() == [
        "warning: x.yaml: en: look",
        "Demo cases: 1 created, 0 changed, 0 unchanged, 1 touched by people and left alone.",
    ]


def test_it_keeps_warnings_to_itself_when_asked(report: demo.Report) -> None:
    out = StringIO()

    call_command("load_demo", "--quiet", stdout=out)

    assert "warning" not in out.getvalue()


def test_it_fails_on_a_fault_and_names_it(report: demo.Report) -> None:
    report.faults.append(Fault("y.yaml", "scale", "mend it"))
    err = StringIO()

    with pytest.raises(CommandError, match="1 faults"):
        call_command("load_demo", "--check", stdout=StringIO(), stderr=err)

    assert err.getvalue() == "y.yaml: scale: mend it\n"
