"""Signing in and the own account. Of allauth's pages only those that are used have an address."""

from allauth.account import views as account_views
from django.urls import include, path, re_path

from partnership.accounts import views

urlpatterns = [
    path("", views.profile, name="account_profile"),
    path("login/", views.SignIn.as_view(), name="account_login"),
    path("logout/", account_views.logout, name="account_logout"),
    path("inactive/", account_views.account_inactive, name="account_inactive"),
    path("reauthenticate/", account_views.reauthenticate, name="account_reauthenticate"),
    path("draft/", views.draft, name="account_draft"),
    path("sessions/", views.sessions, name="account_sessions"),
    path("sessions/end-others/", views.end_other_sessions, name="account_end_other_sessions"),
    path("sessions/<slug:handle>/end/", views.end_session, name="account_end_session"),
    path("password/change/", views.PasswordChange.as_view(), name="account_change_password"),
    path("password/reset/", account_views.password_reset, name="account_reset_password"),
    path(
        "password/reset/done/",
        account_views.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]{1,13})-(?P<key>[-\w]{1,100})/$",
        views.NewPassword.as_view(),
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        account_views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path(
        "confirm-email/",
        account_views.email_verification_sent,
        name="account_email_verification_sent",
    ),
    re_path(
        r"^confirm-email/(?P<key>[-:\w]{1,200})/$",
        views.ConfirmAddress.as_view(),
        name="account_confirm_email",
    ),
    path("second-factor/", include("allauth.mfa.urls")),
]
