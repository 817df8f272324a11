"""A case as cities submit it: the form, the four parts of a pasted text, what acceptance makes."""
