"""Loading the demo content, part by part."""

from io import StringIO

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command

from cases.demo.shape import FOLDER
from cases.models import Case
from partnership.core.content_files import Fault, Report
from partnership.network.models import Organisation
from partnership.portal.management.commands import load_demo


@pytest.fixture
def report(monkeypatch: pytest.MonkeyPatch) -> Report:
    """What the one part left reports; nothing is written."""
    report = Report(created=["a"], kept=["b"], warnings=[Fault("x.yaml", "en", "look")])
    monkeypatch.setattr(load_demo, "PARTS", (("Cases", lambda *, check_only: report),))
    monkeypatch.setattr(load_demo, "call_command", lambda *_args, **_options: None)
    monkeypatch.setattr(load_demo.accounts, "load", lambda: ["somebody"])
    monkeypatch.setattr(load_demo.network, "join", lambda: 2)
    monkeypatch.setattr(load_demo.network, "commit", lambda: 7)
    monkeypatch.setattr(load_demo.roundtables, "tie_commitments", lambda: 6)
    monkeypatch.setattr(load_demo.submissions, "load", lambda: 3)
    monkeypatch.setattr(load_demo.monitoring.surveys, "load", lambda: 220)
    monkeypatch.setattr(load_demo.monitoring.sea, "load", lambda: 150)
    monkeypatch.setattr(load_demo.monitoring.samples, "load", lambda: 50)
    monkeypatch.setattr(load_demo.monitoring.waste, "load", lambda: 25)
    monkeypatch.setattr(load_demo.monitoring, "renew", lambda: 18)
    monkeypatch.setattr(load_demo.monitoring.reports, "load", lambda: 3)
    monkeypatch.setattr(load_demo.monitoring.annual, "load", lambda: 2)
    monkeypatch.setattr(load_demo.events, "register", lambda: 5)
    monkeypatch.setattr(load_demo.reports, "load", lambda: 6)
    monkeypatch.setattr(load_demo.nominations, "load", lambda: 5)
    monkeypatch.setattr(load_demo.attendance, "load", lambda: 3)
    monkeypatch.setattr(load_demo.network.letters, "write", lambda: 4)
    return report


def loaded(*arguments: str) -> list[str]:
    out = StringIO()
    call_command("load_demo", *arguments, stdout=out)
    return out.getvalue().splitlines()


def test_it_loads_pages_cases_and_news() -> None:
    nouns = [noun for noun, _load in load_demo.PARTS]

    assert nouns == [
        "Pages",
        "Organisations",
        "Pictures",
        "Cases",
        "Roundtable dialogues",
        "Outcome documents",
        "Projects",
        "Trainings",
        "Clean-ups",
        "Notices and news",
    ]


def test_it_says_what_was_done(report: Report) -> None:
    assert loaded() == [
        "People: 1 created.",
        "warning: x.yaml: en: look",
        "Cases: 1 created, 0 changed, 0 unchanged, 1 touched by people and left alone.",
        "Memberships: 2 created.",
        "Commitments: 7 created.",
        "Commitments of dialogues: 6 tied.",
        "Surveys: 220 created.",
        "Surveys at sea: 150 created.",
        "Samples: 50 created.",
        "Waste profiles: 25 created.",
        "Results: 18 computed.",
        "Monitoring reports: 3 created.",
        "Annual city reports: 2 created.",
        "Submissions: 3 created.",
        "Registrations: 5 created.",
        "Nominations: 5 created.",
        "City reports: 6 created.",
        "Attendance: of 3 events noted.",
        "Requests and enquiries: 4 created.",
    ]


def test_it_keeps_warnings_to_itself_when_asked(report: Report) -> None:
    assert not any("warning" in line for line in loaded("--quiet"))


def test_it_creates_no_people_while_it_only_checks(db: None, report: Report) -> None:
    assert not any("People" in line for line in loaded("--check"))


def test_it_creates_no_people_where_demo_is_off(report: Report, settings: LazySettings) -> None:
    settings.DEMO = False

    assert not any("People" in line for line in loaded())


def test_it_fails_on_a_fault_and_names_it(db: None, report: Report) -> None:
    report.faults.append(Fault("y.yaml", "scale", "mend it"))
    err = StringIO()

    with pytest.raises(CommandError, match="1 faults"):
        call_command("load_demo", "--check", stdout=StringIO(), stderr=err)

    assert err.getvalue() == "y.yaml: scale: mend it\n"


def test_a_check_of_everything_finds_no_fault_and_writes_nothing(db: None) -> None:
    call_command("load_reference", verbosity=0, stdout=StringIO())

    lines = loaded("--check", "--quiet")

    number = len(list(FOLDER.glob("*.yaml")))
    assert number >= 32
    assert any(line.startswith(f"Cases: {number} created") for line in lines)
    assert not Case.objects.exists()
    assert not Organisation.objects.exists()
