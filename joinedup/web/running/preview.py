"""The mails of a round as they will read, before anybody gets one."""

from collections import defaultdict
from typing import Any

from django.http import HttpResponse

from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.queries.rounds import chosen_in, people_to_ask
from joinedup.domain.running.letters import as_it_will_read
from joinedup.web.rounds.views import found

SOMEBODY = "Sam Example"


@page(Audience.SIGNED_IN)
def round_preview(request: Any, public_id: str) -> HttpResponse:
    """Show the mails that a round writes, for whoever sits on the most of its partnerships."""
    round = found(request, public_id)
    names = list(chosen_in(round).order_by("folded_name").values_list("pk", "name"))
    of: dict[int, str] = dict(names)
    theirs: dict[int, list[str]] = defaultdict(list)
    for holder in people_to_ask(chosen_in(round), request.today):
        theirs[holder.person_id].append(of[holder.seat.membership.partnership_id])
    most = max(theirs.values(), key=len, default=list(of.values())[:1])
    mails = [
        as_it_will_read(template, round, Person(name=SOMEBODY), sorted(most), request.user)
        for template in ("invitation", "reminder")
    ]
    return render(request, "running/preview.html", round=round, mails=mails, most=len(most))
