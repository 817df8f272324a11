"""Demo cases: one YAML file per case in `cases/data/demo/`, in both languages side by side.

Messages of this package are for the people who write the files, in English.
"""

from cases.demo.loading import load

__all__ = ["load"]
