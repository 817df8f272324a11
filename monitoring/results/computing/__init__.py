"""From gathered rows to a result, by the pure statistics. Loads numpy: import it when computing."""
