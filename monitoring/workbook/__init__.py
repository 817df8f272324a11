"""Many beach surveys at once by a workbook: handed out empty, read, checked, taken in.

`template` makes the workbook, `opening` refuses what is no such file, `reading` finds the cells,
`checking` names every fault with its cell, `taking` makes drafts of the surveys, all or none.
"""
