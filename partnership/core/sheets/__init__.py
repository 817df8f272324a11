"""Tables that people fill in with a spreadsheet program, on their way out and in.

`files` reads and writes XLSX and CSV, `columns` says what a cell may hold, `resource` takes a
table into the database row by row and says everything that is wrong with it.
"""
