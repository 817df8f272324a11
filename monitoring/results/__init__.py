"""Results of a site, a city, a country or the whole region: computed by one service for all doors.

`service.compute` answers with a `shapes.AreaResult`, the same for pages, reports, files and the API.
`computing/` joins the pure statistics and is the only part that loads numpy, so the service imports
it when it is called. What each figure means: docs/models/monitoring-results.md.
"""
