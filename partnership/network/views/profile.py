"""An organisation's profile, edited by its people."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from partnership.accounts.requests import SignedInRequest
from partnership.core.admin.versions import clashes
from partnership.core.errors import DomainError
from partnership.network import actions, policies
from partnership.network.errors import ChangedMeanwhile
from partnership.network.forms import ListingForm, NameForm, ProfileForm
from partnership.network.models import NameChange, Organisation
from partnership.network.views.own import for_members, require


@require_http_methods(["GET", "HEAD", "POST"])
@for_members(ProfileForm)
def profile(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Edit the profile; the later of two editors is shown what the first one saved."""
    require(policies.may_edit_profile(request.user, organisation))
    stored = Organisation.objects.get(pk=organisation.pk)  # the form writes into its own copy
    form = ProfileForm(request.POST if request.method == "POST" else None, instance=organisation)
    context = {"organisation": stored, "form": form, "clashes": []}
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_profile(stored, by=request.user, **form.typed())
        except ChangedMeanwhile:
            context["clashes"] = list(clashes(form, []))
            form.take_present_version(stored.version)
        except DomainError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The profile is saved."))
            return redirect("network:people", slug=stored.slug)
    return render(request, "network/profile.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members(NameForm)
def name(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Ask for another name or type."""
    require(policies.may_edit_profile(request.user, organisation))
    initial = {
        "chinese_name": organisation.name_zh_hans,
        "english_name": organisation.name_en,
        "type": organisation.type,
    }
    form = NameForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.propose_name(organisation, by=request.user, **form.cleaned_data)
        except DomainError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(
                request, _("The secretariat has your wish; the old name stays till then.")
            )
            return redirect("network:people", slug=organisation.slug)
    waiting = NameChange.objects.open().filter(organisation=organisation).first()
    context = {"organisation": organisation, "form": form, "waiting": waiting}
    return render(request, "network/name.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members(ListingForm)
def listing(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Choose whether the public directory shows the organisation."""
    require(policies.may_list(request.user, organisation))
    form = ListingForm(
        request.POST if request.method == "POST" else None,
        initial={"is_listed": organisation.is_listed},
    )
    if request.method == "POST" and form.is_valid():
        wanted = form.cleaned_data["is_listed"]
        try:
            if wanted != organisation.is_listed:
                change = actions.add_to_directory if wanted else actions.take_from_directory
                change(organisation, by=request.user)
        except DomainError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Your choice is noted."))
            return redirect("network:people", slug=organisation.slug)
    return render(request, "network/listing.html", {"organisation": organisation, "form": form})
