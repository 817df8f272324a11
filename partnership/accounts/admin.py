"""People in the secretariat's admin."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.models import Group

from partnership.accounts import admin_audit, admin_door, admin_people

__all__ = ["admin_audit", "admin_people"]  # importing them enters their lists

for model in (Group, EmailAddress, Authenticator):  # roles, and the actions on people, do this
    admin.site.unregister(model)

DOORS = {
    "login": admin_door.sign_in,
    "logout": admin_door.sign_out,
    "password_change": admin_door.change_password,
    "password_change_done": admin_door.change_password,
}
for name, view in DOORS.items():
    setattr(admin.site, name, view)
