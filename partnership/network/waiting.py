"""What the network asks of the secretariat."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.waiting import Question, register
from partnership.network.choices import EDITORS, Standing
from partnership.network.commitment_choices import CommitmentState
from partnership.network.models import (
    Commitment,
    CommitmentEvidence,
    CommitmentReport,
    Enquiry,
    MembershipRequest,
    NameChange,
    Organisation,
)

register(
    Question(
        title=_("Messages to answer"),
        advice=_("Answer from here, or close them with a reason."),
        roles=EDITORS,
        find=Enquiry.objects.open,
        link=lambda: reverse("admin:partnership_enquiry_changelist") + "?state=open",
        rank=6,
        deeds=("answer", "close"),
    ),
    Question(
        title=_("Requests for membership"),
        advice=_("Verify the applicant, then approve or refuse."),
        roles=EDITORS,
        find=MembershipRequest.objects.open,
        link=lambda: reverse("admin:partnership_membershiprequest_changelist") + "?state=open",
        rank=5,
        deeds=("approve", "make-organisation", "refuse"),
    ),
    Question(
        title=_("Changes of names to decide"),
        advice=_("Look the new name up in a public source, then approve or refuse."),
        roles=EDITORS,
        find=NameChange.objects.open,
        link=lambda: reverse("admin:partnership_namechange_changelist") + "?state=open",
        rank=15,
        deeds=("approve", "refuse"),
    ),
    Question(
        title=_("Organisations to check"),
        advice=_("Compare name and type with a public source, then say what they are to us."),
        roles=EDITORS,
        find=lambda: Organisation.objects.filter(standing=Standing.PROPOSED),
        link=lambda: reverse("admin:partnership_organisation_changelist") + "?standing=proposed",
        rank=35,
        deeds=("partner", "public-information"),
    ),
    Question(
        title=_("Commitments to agree on"),
        advice=_("Is the figure clear and the due date realistic? Complete the other language."),
        roles=EDITORS,
        find=lambda: Commitment.objects.filter(state=CommitmentState.PROPOSED),
        link=lambda: reverse("admin:partnership_commitment_changelist") + "?state=proposed",
        rank=20,
        deeds=("agree", "drop"),
    ),
    Question(
        title=_("Reports on commitments to review"),
        advice=_("Compare the figure with the documents, then accept or return it."),
        roles=EDITORS,
        find=CommitmentReport.objects.waiting,
        link=lambda: reverse("admin:partnership_commitmentreport_changelist") + "?state=given",
        rank=12,
        deeds=("accept", "return"),
    ),
    Question(
        title=_("Documents on commitments to review"),
        advice=_("Does the document show what it says? Accept it, or withdraw it with a reason."),
        roles=EDITORS,
        find=CommitmentEvidence.objects.waiting,
        link=lambda: reverse("admin:partnership_commitmentevidence_changelist") + "?state=waiting",
        rank=13,
        deeds=("accept", "withdraw"),
    ),
    Question(
        title=_("Commitments without an owner"),
        advice=_("The owner no longer takes part: hand the commitment over, or drop it."),
        roles=EDITORS,
        find=Commitment.objects.orphaned,
        link=lambda: reverse("admin:partnership_commitment_changelist"),
        rank=22,
        deeds=("hand-over", "drop"),
    ),
)
