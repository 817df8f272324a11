"""How numbers are written, where the house differs from Django's own formats."""
