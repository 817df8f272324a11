"""Organisations that come with the portal: one YAML file each in `partnership/network/data/demo/`.

They exist and are described from public pages; none of them has joined because it stands here.
"""

from partnership.network.demo import letters
from partnership.network.demo.commitments import commit
from partnership.network.demo.loading import load
from partnership.network.demo.people import join

__all__ = ["commit", "join", "letters", "load"]
