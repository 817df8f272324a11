"""The catalogue of open data: what there is, on which terms, and the files themselves."""
