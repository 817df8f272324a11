"""Annual city reports: what a city writes around the frozen figures of a year."""
