"""Pages of the network."""

from partnership.network.views.commitments import (
    commitment,
    commitment_csv,
    commitments,
    commitments_file,
    evidence,
)
from partnership.network.views.directory import directory, directory_points
from partnership.network.views.join import join, join_sent
from partnership.network.views.organisation import organisation
from partnership.network.views.own import mine
from partnership.network.views.own_commitments import (
    edit_commitment,
    own_commitment,
    own_commitments,
    propose_commitment,
    withdraw_commitment,
)
from partnership.network.views.own_reports import (
    add_evidence,
    add_picture,
    correct_report,
    give_report,
    withdraw_evidence,
)
from partnership.network.views.people import change_role, people, propose, withdraw
from partnership.network.views.profile import listing, name, profile
from partnership.network.views.write import write, written

__all__ = [
    "add_evidence",
    "add_picture",
    "change_role",
    "commitment",
    "commitment_csv",
    "commitments",
    "commitments_file",
    "correct_report",
    "directory",
    "directory_points",
    "edit_commitment",
    "evidence",
    "give_report",
    "join",
    "join_sent",
    "listing",
    "mine",
    "name",
    "organisation",
    "own_commitment",
    "own_commitments",
    "people",
    "profile",
    "propose",
    "propose_commitment",
    "withdraw",
    "withdraw_commitment",
    "withdraw_evidence",
    "write",
    "written",
]
