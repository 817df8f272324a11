"""Reports on a city or the region: a result frozen with its names, and all that is made of it.

`document.document_of` puts a frozen report into words and tables of one language; the page, the PDF
and the workbook print that document and compute nothing.
"""
