"""A beach survey as cities hand it in: the form, its checks, what acceptance makes of it."""
