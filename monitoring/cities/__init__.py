"""Results of cities: one by one, and beside each other with honest warnings."""
