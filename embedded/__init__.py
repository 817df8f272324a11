"""The two commands on a fresh machine: installing, PostgreSQL and Valkey from wheels, one supervisor.

Plain Python without Django, so that it can say in one line why something does not start.
`bootstrap` alone must still parse on old Pythons, because it is what tells people so.
"""
