"""Everything a page about one case shows, in one language, as plain values.

Pages, print view, PDF and side-by-side view are made from the same dossier, so that none of them
says more or other than the others.
"""

from cases.dossier.case import Dossier
from cases.dossier.reading import read

__all__ = ["Dossier", "read"]
