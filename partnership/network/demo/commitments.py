"""Commitments of demo organisations in every state, with reports, all marked as demo data."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import yaml
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from partnership.accounts.loader import LOADER
from partnership.core import audit, languages
from partnership.core.choices import Verb
from partnership.documents import actions as documents
from partnership.documents.checks.kinds import Kind
from partnership.network.choices import OrganisationType, Standing
from partnership.network.commitment_choices import CommitmentState, Direction, ReportState
from partnership.network.models import (
    Commitment,
    CommitmentEvidence,
    CommitmentReport,
    Handover,
    Organisation,
)
from partnership.reference.models import Place
from partnership.translations import actions as translations

FILE: Final = Path(__file__).parents[1] / "data" / "commitments" / "demo.yaml"
CODES: Final = {"zh": languages.CHINESE, "en": languages.ENGLISH}
# Slug: type, place, name in Chinese and in English. None of them is in the directory.
OWNERS: Final = {
    "demo-xiamen": (
        OrganisationType.CITY_GOVERNMENT,
        "cn-xiamen",
        "厦门（演示组织）",
        "Xiamen (demo)",
    ),
    "demo-da-nang": (
        OrganisationType.CITY_GOVERNMENT,
        "vn-da-nang",
        "岘港（演示组织）",
        "Da Nang (demo)",
    ),
    "demo-semarang": (
        OrganisationType.CITY_GOVERNMENT,
        "id-semarang",
        "三宝垄（演示组织）",
        "Semarang (demo)",
    ),
    "demo-bank": (
        OrganisationType.FINANCE,
        "SG",
        "开发银行（演示组织）",
        "Development bank (demo)",
    ),
    "demo-institute": (
        OrganisationType.RESEARCH,
        "cn-dalian",
        "海洋研究所（演示组织）",
        "Institute for the sea (demo)",
    ),
    "demo-recycler": (
        OrganisationType.PRIVATE,
        "cn-ningbo",
        "再生企业（演示组织）",
        "Recycler (demo)",
    ),
    "demo-volunteers": (OrganisationType.NGO, "TH", "净滩志愿者（演示组织）", "Volunteers (demo)"),
}


@transaction.atomic
def commit() -> int:
    """Add the commitments that are not there yet; return how many were added."""
    rows: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    known = set(Commitment.objects.filter(is_demo=True).values_list("title_en", flat=True))
    missing = [row for row in rows if row["title"]["en"] not in known]
    for row in missing:
        _add(row, _owner(row["owner"]))
    return len(missing)


def _owner(slug: str) -> Organisation:
    kind, place, chinese, english = OWNERS[slug]
    organisation, _is_new = Organisation.objects.get_or_create(
        slug=slug,
        defaults={
            "type": kind,
            "place": Place.objects.get(code=place),
            "name_zh_hans": chinese,
            "name_en": english,
            "standing": Standing.PARTNER,
            "confirmed_at": timezone.now(),
        },
    )
    return organisation


def _add(row: dict[str, Any], owner: Organisation) -> None:
    baseline, target, due = row["figures"]
    is_proposal = row["state"] == CommitmentState.PROPOSED
    commitment = Commitment.objects.create(
        organisation=owner,
        kind=row["kind"],
        baseline=baseline,
        target=target,
        direction=Direction.UP if target > baseline else Direction.DOWN,
        due_on=_ago(-due),
        state=row["state"],
        agreed_on=None if is_proposal else _ago(row["agreed"]),
        settled_on=None if is_proposal else _settled(row),
        is_demo=True,
        **_pairs(row, "title", "indicator", "unit", "description"),
    )
    reports = [_report(commitment, *report) for report in row.get("reports", ())]
    if "document" in row:
        _document(commitment, reports[-1], row)
    if "handed_over" in row:
        _hand_over(commitment, row["handed_over"])
    if not is_proposal:
        translations.sign_published("commitment", commitment.pk)
    audit.record(Verb.IMPORTED, commitment, by=LOADER, note=FILE.name)


def _hand_over(commitment: Commitment, row: dict[str, Any]) -> None:
    """Tell of an earlier owner; nobody is written to about demo data."""
    Handover.objects.create(
        commitment=commitment,
        giver=_owner(row["giver"]),
        taker=commitment.organisation,
        day=_ago(row["days"]),
        **_pairs(row, "reason"),
    )


def _report(
    commitment: Commitment, given: int, value: int, chinese: str, english: str
) -> CommitmentReport:
    day = _ago(given)
    report: CommitmentReport = CommitmentReport.objects.create(
        commitment=commitment,
        period_from=day - timedelta(days=120),
        period_to=day - timedelta(days=10),
        value=value,
        text_zh_hans=f"演示数据：{chinese}。",
        text_en=f"Demo data: {english}.",
        state=ReportState.ACCEPTED,
        given_on=day,
        decided_at=timezone.now(),
    )
    return report


def _document(commitment: Commitment, report: CommitmentReport, row: dict[str, Any]) -> None:
    table = f"演示数据 / Demo data\n{report.period_to},{report.value}\n"
    content = ContentFile(table.encode(), "demo.csv")
    file = documents.upload(content, by=LOADER, kinds={Kind.CSV}, made_by_portal=True)
    reason = row.get("withdrawn")
    CommitmentEvidence.objects.create(
        commitment=commitment,
        report=report,
        file=file,
        title_zh_hans=row["document"]["zh"],
        title_en=row["document"]["en"],
        withdrawn_on=_ago(0) if reason else None,
        **(_pairs({"reason": reason}, "reason") if reason else {}),
    )


def _pairs(row: dict[str, Any], *names: str) -> dict[str, str]:
    return {
        languages.column(name, language): row[name][code].strip()
        for name in names
        for code, language in CODES.items()
    }


def _settled(row: dict[str, Any]) -> date:
    """The present state came with the last report, or with the agreement."""
    reports = row.get("reports")
    return _ago(reports[-1][0] if reports else row["agreed"])


def _ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)
