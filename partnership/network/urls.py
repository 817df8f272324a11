"""Pages of the network."""

from django.urls import path

from partnership.network import views

app_name = "network"
OWN = "my-organisations/<slug:slug>"
ONE = "<int:number>/"
COMMITMENTS = (
    ("", views.own_commitments, "own-commitments"),
    ("propose/", views.propose_commitment, "propose-commitment"),
    (ONE, views.own_commitment, "own-commitment"),
    (f"{ONE}edit/", views.edit_commitment, "edit-commitment"),
    (f"{ONE}withdraw/", views.withdraw_commitment, "withdraw-commitment"),
    (f"{ONE}report/", views.give_report, "give-report"),
    (f"{ONE}report/<int:report>/", views.correct_report, "correct-report"),
    (f"{ONE}evidence/", views.add_evidence, "add-evidence"),
    (f"{ONE}picture/", views.add_picture, "add-picture"),
    (f"{ONE}evidence/<int:evidence>/withdraw/", views.withdraw_evidence, "withdraw-evidence"),
)
urlpatterns = [
    path("organisations/", views.directory, name="directory"),
    path("organisations/map/points/", views.directory_points, name="directory-points"),
    path("organisations/<slug:slug>/", views.organisation, name="organisation"),
    path("commitments/", views.commitments, name="commitments"),
    path("commitments/table.<slug:ending>", views.commitments_file, name="commitments-file"),
    path("commitments/<int:number>/", views.commitment, name="commitment"),
    path("commitments/<int:number>/reports.csv", views.commitment_csv, name="commitment-csv"),
    path("commitments/<int:number>/evidence/<int:key>/", views.evidence, name="evidence"),
    path("join/", views.join, name="join"),
    path("join/sent/<slug:reference>/", views.join_sent, name="join-sent"),
    path("write/", views.write, name="write"),
    path("write/sent/<slug:reference>/", views.written, name="written"),
    path("my-organisations/", views.mine, name="mine"),
    path("my-organisations/<slug:slug>/", views.people, name="people"),
    path("my-organisations/<slug:slug>/profile/", views.profile, name="profile"),
    path("my-organisations/<slug:slug>/name/", views.name, name="name"),
    path("my-organisations/<slug:slug>/listing/", views.listing, name="listing"),
    path("my-organisations/<slug:slug>/propose/", views.propose, name="propose"),
    path("my-organisations/<slug:slug>/<int:number>/role/", views.change_role, name="role"),
    path("my-organisations/<slug:slug>/<int:number>/end/", views.withdraw, name="withdraw"),
    *(path(f"{OWN}/commitments/{below}", view, name=name) for below, view, name in COMMITMENTS),
]
