"""The yearly waste profile of cities: its form, its series, and cities beside each other."""
