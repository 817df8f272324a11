"""Many surveys at once by a workbook: handed out empty, read, checked, taken in.

`layouts` says in what the workbooks of beaches and of the sea differ, `template` makes them, `opening`
refuses what is no such file, `reading` finds the cells, `checking` names every fault with its cell,
`taking` makes drafts of the surveys, all or none.
"""
