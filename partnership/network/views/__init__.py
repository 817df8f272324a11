"""Pages of the network."""

from partnership.network.views.directory import directory, directory_points
from partnership.network.views.join import join, join_sent
from partnership.network.views.organisation import organisation
from partnership.network.views.own import mine
from partnership.network.views.people import change_role, people, propose, withdraw
from partnership.network.views.profile import listing, name, profile
from partnership.network.views.write import write, written

__all__ = [
    "change_role",
    "directory",
    "directory_points",
    "join",
    "join_sent",
    "listing",
    "mine",
    "name",
    "organisation",
    "people",
    "profile",
    "propose",
    "withdraw",
    "write",
    "written",
]
