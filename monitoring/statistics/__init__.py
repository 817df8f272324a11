"""Statistics of litter surveys as pure functions over numbers: no models, no database, no texts.

Formulas, units and sources stand at each function and, together, in
`docs/models/monitoring-statistics.md`; why no library's default is used, in ADR 19. A blank is NaN
or None everywhere and never becomes zero. Nothing is imported here, so that numpy and scipy are
loaded only where something is computed.
"""
