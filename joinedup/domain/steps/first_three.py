"""What is found of the parts of the first three steps: aims, roles, commitment."""

from datetime import timedelta

from joinedup.domain.basics.days import in_words
from joinedup.domain.confirmations.kinds import CONFIRMED_FOR
from joinedup.domain.figures.wording import counted, listed, some_of
from joinedup.domain.partnerships.kinds import Level, Told
from joinedup.domain.steps.evidence import Evidence
from joinedup.domain.steps.found import (
    Found,
    begun,
    by_members,
    by_text,
    by_word,
    done,
    lacking,
    not_asked,
    not_yet,
)
from joinedup.domain.steps.kinds import Stands

FEWEST_MEMBERS = 2
NAMED = 3
"""How many are named in a sentence before they are only counted."""


def purpose(evidence: Evidence) -> Found:
    """Judge whether it is written down what it is for."""
    return by_text(
        evidence.record.purpose,
        "What it is for is in the record.",
        "Say in a sentence or two what it is for.",
    )


def outcomes(evidence: Evidence) -> Found:
    """Judge whether it is said what changes for residents."""
    return by_text(
        evidence.record.outcomes,
        "What changes for residents is in the record.",
        "Say what will be different for residents because of it.",
    )


def priorities(evidence: Evidence) -> Found:
    """Judge whether it is said which long-term priorities it serves."""
    return by_text(
        evidence.record.priorities,
        "The priorities it serves are in the record.",
        "Say which priorities of which plan or strategy it serves.",
    )


def level(evidence: Evidence) -> Found:
    """Judge whether it is known to be strategic or operational."""
    if evidence.level == Level.UNTOLD:
        return not_yet(
            "Say whether it is strategic or operational: the steps ask different things."
        )
    return done(f"It is {evidence.level.label.lower()}.")


def tier(evidence: Evidence) -> Found:
    """Judge whether it is known how significant it is."""
    if evidence.record.tier is None:
        return not_yet("Work out its tier: a small network is asked for far less.")
    return done(f"Tier {evidence.record.get_tier_display()}.")


def looked(evidence: Evidence) -> Found:
    """Judge whether somebody looked round for those who could help (A58)."""
    if not evidence.mapped:
        return not_yet("Look round for everybody who could help, also those seldom asked.")
    there = counted(evidence.mapped, "organisation or group is", "organisations and groups are")
    return done(f"{there} on the map.")


def sorted_out(evidence: Evidence) -> Found:
    """Judge whether it is decided whom we want, who may want in, and who is uncertain (A59)."""
    if not evidence.mapped:
        return not_yet("Say of each whether you want them, they want in, or nobody is sure.")
    if evidence.unsorted:
        still = counted(evidence.unsorted, "is", "are")
        return begun(f"{still} not sorted yet: wanted, wants to take part, or uncertain.")
    return done("Everybody on the map is sorted: wanted, wants to take part, or uncertain.")


def left_out(evidence: Evidence) -> Found:
    """Judge whether the reasons of those left out are written down (A60): they always are."""
    if not evidence.left_out:
        return not_asked("Nobody has been left out. If you do leave somebody out, write down why.")
    out = counted(evidence.left_out, "was", "were")
    return done(f"{out} not invited. The reason is written down, should they ask.")


def colleagues(evidence: Evidence) -> Found:
    """Judge whether colleagues inside the viewer's own bodies agree on it (A61)."""
    own = evidence.own
    if own.bodies in (own.colleagues, own.authorised):
        return done("Your appraisal says so: colleagues agree on joining, and on how.")
    if own.begun:
        return begun("Your appraisal is begun. Let service, finance and legal colleagues see it.")
    return not_yet(
        "Ask your own service, finance, legal and elected members whom to work with, and how."
    )


def time_planned(evidence: Evidence) -> Found:
    """Judge whether the day to begin leaves the time that steps usually take (A64)."""
    weeks = counted(evidence.weeks_more, "week", "weeks")
    starts_on = evidence.record.starts_on
    if starts_on is None:
        return not_yet(f"Plan a day to begin on. The other steps usually take {weeks} more.")
    if starts_on <= evidence.day:
        return begun(
            f"The day it was to begin on, {in_words(starts_on)}, has passed: plan another."
        )
    if starts_on < evidence.day + timedelta(weeks=evidence.weeks_more):
        return begun(
            f"It is to begin on {in_words(starts_on)}. That is soon: "
            f"the other steps usually take {weeks} more."
        )
    return done(f"It is to begin on {in_words(starts_on)}, which leaves time enough.")


def talked(evidence: Evidence) -> Found:
    """Judge whether somebody was met informally before anything was drafted (A62)."""
    if evidence.met_on:
        return done("Somebody was met informally before anything was drafted.", evidence.met_on)
    return not_yet("Talk informally with each before anything is drafted, and note it on the map.")


def to_come(evidence: Evidence) -> Found:
    """Judge whether those who may be brought in later are named."""
    if not evidence.to_come:
        return not_yet("Put those on the map who may be brought in later.")
    more = counted(evidence.to_come, "more may be", "more may be")
    return done(f"{more} brought in later: the map names them.")


def members(evidence: Evidence) -> Found:
    """Judge whether there are two members at least."""
    count = len(evidence.members)
    if count >= FEWEST_MEMBERS:
        return done(f"It has {count} members.")
    if count:
        return begun("Add the other members. A partnership has at least two.")
    return not_yet("Add its members.")


def aims_of_each(evidence: Evidence) -> Found:
    """Judge whether it is known what each member wants from it (A63)."""
    return by_members(
        evidence,
        [each.gains for each in evidence.core],
        "What each member wants from it is known.",
        "What it wants from it is known of {count} of {all} core members.",
        "Find out what each member wants from it for itself.",
    )


def kind(evidence: Evidence) -> Found:
    """Judge whether the members mean the same kind of partnership, or know that they differ."""
    closes_on, shown_on = evidence.kind_closes_on, evidence.kind_shown_on
    if closes_on is None:
        return not_yet("Ask each member in private what kind of partnership it is.")
    if shown_on is None:
        if closes_on >= evidence.day:
            return begun(f"The members are asked until {in_words(closes_on)}.")
        return begun(f"The members were asked until {in_words(closes_on)}. See what they said.")
    if evidence.kind_is_settled:
        return done("Members saw it differently, and have settled how they deal with it.", shown_on)
    if evidence.kind_differs:
        return lacking("Members see it differently. Write down how you deal with it.")
    if evidence.kind_answers < FEWEST_MEMBERS:
        return begun("Too few members answered to compare what they see. Ask them again.")
    return done("The members were asked, and no difference is left open.", shown_on)


def places(evidence: Evidence) -> Found:
    """Judge whether somebody sits for each member."""
    if not evidence.members:
        return not_yet("Say who sits for each member.")
    unseated = [each.name for each in evidence.members if not each.places]
    vacant = [
        each.name for each in evidence.members if any(not place.holder for place in each.places)
    ]
    if vacant:
        return lacking(f"Find somebody for the empty place of {some_of(vacant, NAMED)}.")
    if unseated:
        said = f"Say who sits for {some_of(unseated, NAMED)}."
        return not_yet(said) if len(unseated) == len(evidence.members) else begun(said)
    return done("Somebody sits for every member.")


def leading(evidence: Evidence) -> Found:
    """Judge whether somebody chairs or coordinates it."""
    if evidence.led_by_people:
        return done(f"Chair or coordinator: {listed(evidence.led_by_people)}.")
    return not_yet("Say who chairs it, or who coordinates it.")


def own_yes(evidence: Evidence) -> Found:
    """Judge whether the viewer's own bodies have said yes by their own route."""
    own = evidence.own
    if own.authorised == own.bodies:
        return done("Your organisation has authorised it.")
    if own.begun:
        return begun("Your organisation has begun its appraisal, and has not authorised it yet.")
    return not_yet("Ask in your own organisation whether it is right for you, and who says yes.")


def confirmed(evidence: Evidence) -> Found:
    """Judge whether each core member says that the record is right."""
    since = evidence.day - CONFIRMED_FOR
    days = [each.confirmed_on for each in evidence.core if each.confirmed_on]
    found = by_members(
        evidence,
        [bool(each.confirmed_on and each.confirmed_on >= since) for each in evidence.core],
        "Each core member has confirmed within the year that the record is right.",
        "{count} of {all} core members have confirmed within the year that the record is right.",
        "Ask each member to confirm that the record is right.",
    )
    return done(found.because, max(days)) if days and found.stands == Stands.DONE else found


def agreement(evidence: Evidence) -> Found:
    """Judge whether a written agreement stands."""
    record, called = evidence.record, paper_of(evidence)
    ends_on = record.agreement_ends_on
    if record.agreement != Told.NO and ends_on and ends_on < evidence.day:
        return lacking(f"The {called} ended on {in_words(ends_on)}.")
    return by_word(
        record.agreement,
        f"There {'are' if evidence.is_network else 'is a'} written {called}.",
        f"It has no {called} in writing.",
        f"Write the {called} down and have each member sign.",
        record.agreement_signed_on,
    )


def paper_of(evidence: Evidence) -> str:
    """Return what members sign, as pages call it."""
    return "terms of reference" if evidence.is_network else "agreement"
