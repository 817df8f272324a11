"""The local mailbox of `make run`: mails are kept in files and shown on a page.

Development only: production settings name no folder for it, and then it is not there.
"""
