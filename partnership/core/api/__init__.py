"""What every resource of the public API shares.

One shape everywhere: a text is an object with both languages, `{"zh-hans": …, "en": …}`, null
where a language is not public. So an answer needs no language in its address and one cached copy
serves all. Lists are made of plain columns, never of model objects.
"""
