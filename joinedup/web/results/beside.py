"""What stands beside a result: replies, challenges, priorities, what was decided, a second look."""

from typing import Any

from django.urls import reverse

from joinedup.domain.challenges.queries import challenges_visible_to, open_to_challenge
from joinedup.domain.challenges.rules import why_not_challenge
from joinedup.domain.counting.record import what_the_record_shows
from joinedup.domain.futures.queries import decisions_visible_to
from joinedup.domain.futures.rules import why_not_decide
from joinedup.domain.headings.queries import headings_visible_to, said_in
from joinedup.domain.headings.rules import why_not_sort
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.rules import why_not_change
from joinedup.domain.priorities.queries import points_named, priorities_visible_to
from joinedup.domain.priorities.rules import why_not_choose
from joinedup.domain.representing.queries import members_represented_by
from joinedup.domain.results.queries import replies_to, standing_before
from joinedup.domain.results.rules import why_not_reply
from joinedup.domain.reviews.models import Review
from joinedup.domain.reviews.rules import why_not_run_rounds
from joinedup.domain.second_looks.queries import looks_at
from joinedup.domain.second_looks.rules import why_not_look_again

# Where each fact of the record is mended, and the box there; and where everybody reads it.
MENDED_AT = {
    "agreement": ("partnership_papers_change", "#id_agreement"),
    "exit plan": ("partnership_papers_change", "#id_exit_plan"),
    "risks": ("partnership_papers_change", "#id_risks"),
    "measures": ("partnership_papers_change", "#id_measures"),
    "members": ("partnership_members", ""),
}


def beside(request: Any, review: Review) -> dict[str, Any]:
    """Return all that members and hosts said and did about a result, and what they still may."""
    return {
        **said_by_members(request, review),
        **what_follows(request, review),
        "said": said_in(
            review, list(headings_visible_to(request.user, request.now).filter(review=review))
        ),
        "why_not_sort": why_not_sort(review, request.user, request.today),
    }


def said_by_members(request: Any, review: Review) -> dict[str, Any]:
    """Return replies and challenges, and whether this person may make or answer any."""
    who = request.user, request.now
    replies = list(replies_to(review))
    spoken_for = members_represented_by(request.user, review.partnership, request.today)
    challenges = list(challenges_visible_to(*who).filter(review=review))
    named = open_to_challenge(review, request.now) if challenges else {}
    return {
        "replies": replies,
        "own_replies": {reply.pk for reply in replies if reply.organisation in spoken_for},
        "why_not_reply": why_not_reply(review, *who),
        "may_reply_anew": len(spoken_for) > sum(r.organisation in spoken_for for r in replies),
        "challenges": [
            (each, named.get(each.about, "What the record said")) for each in challenges
        ],
        "why_not_challenge": why_not_challenge(review, *who),
        "why_not_answer": why_not_run_rounds(review.round.host, request.user, request.today),
    }


def what_follows(request: Any, review: Review) -> dict[str, Any]:
    """Return priorities, those of the year before, what was decided, and the second look."""
    who = request.user, request.now
    theirs = priorities_visible_to(*who)
    before = standing_before(review, request.now)
    priorities = list(theirs.filter(review=review))
    earlier = list(theirs.filter(review=before)) if before else []
    is_over = review.partnership.state in OVER
    looks = looks_at([review], request.today)
    return {
        "before": before,
        "priorities": priorities,
        "earlier": earlier,
        "points": points_named(review) if priorities else {},
        "earlier_points": points_named(before) if before and earlier else {},
        "why_not_choose": why_not_choose(review, *who),
        "decisions": list(decisions_visible_to(request.user, request.today).filter(review=review)),
        "why_not_decide": why_not_decide(review.partnership, request.user, request.today),
        "look": next((each for each in looks if each.taken or not is_over), None),
        "why_not_look": why_not_look_again(review, *who),
    }


def conflicts_told(request: Any, review: Review, told: list[tuple[str, str]]) -> list[Any]:
    """Return each conflict with the way to the record that it is about.

    Whoever keeps the record is led to the box to mend; everybody else to what the record says.
    What has been put right since is told so.
    """
    partnership = review.partnership
    shown = what_the_record_shows(partnership, request.today)
    keeps = why_not_change(partnership, request.user, request.today) is None
    conflicts = []
    for fact, sentence in told:
        page, box = MENDED_AT[fact]
        if not keeps and page == "partnership_papers_change":
            page, box = "partnership_papers", ""
        now = shown.get(fact)  # type: ignore[call-overload]
        conflicts.append(
            {
                "sentence": sentence,
                "href": reverse(page, args=[partnership.public_id]) + box,
                "mended": now.sentence if now and now.in_place else "",
                "keeps": keeps,
                "fact": fact,
            }
        )
    return conflicts
