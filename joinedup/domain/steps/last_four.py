"""What is found of the parts of the last four steps: means, structure, work, review."""

from dataclasses import replace
from datetime import timedelta

from joinedup.domain.basics.days import in_words
from joinedup.domain.figures.wording import counted, in_pounds
from joinedup.domain.lifecycle.queries import goes_by_gate
from joinedup.domain.partnerships.kinds import RUNNING
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

REVIEWED_WITHIN = timedelta(days=400)
"""A yearly review that comes a month late is no fault yet."""


def brings(evidence: Evidence) -> Found:
    """Judge whether each core member has said what it brings, or promised something."""
    return by_members(
        evidence,
        [each.brings for each in evidence.core],
        "Each core member has said what it brings.",
        "{count} of {all} core members have said what they bring.",
        "Ask each member what it brings: money, hours, rooms, information.",
    )


def budget(evidence: Evidence) -> Found:
    """Judge whether the whole budget is known; none at all is an answer."""
    total = evidence.record.total_budget
    if total is None:
        return not_yet("Say what it costs in a year, or that it has no budget.")
    return done(f"Its budget for a year is {in_pounds(total)}." if total else "It needs no budget.")


def answers_for_money(evidence: Evidence) -> Found:
    """Judge whether it is known which body answers for its money."""
    if evidence.record.total_budget == 0:
        return not_asked("It has no money to answer for.")
    return by_word(
        evidence.record.has_accountable_body,
        "A body answers for its money.",
        "No body answers for its money.",
        "Say which body answers for its money.",
    )


def meets(evidence: Evidence) -> Found:
    """Judge whether it is agreed how often it meets."""
    rhythm = evidence.record.meeting_rhythm.strip()
    return done(f"It meets: {rhythm}.") if rhythm else not_yet("Agree how often it meets.")


def reports_to(evidence: Evidence) -> Found:
    """Judge whether it is known to whom it reports."""
    return by_text(
        evidence.record.reporting_line,
        "To whom it reports is in the record.",
        "Say to whom it reports, or that it reports to nobody.",
    )


def sharing(evidence: Evidence) -> Found:
    """Judge whether it is settled how information is shared."""
    if evidence.sharing_on:
        return done("It is recorded what may be shared with whom.", evidence.sharing_on)
    return by_word(
        evidence.record.data_sharing,
        "It is settled in writing how information is shared.",
        "Nothing in writing says how information is shared.",
        "Settle how information is shared, and write it down.",
        evidence.record.data_sharing_on,
    )


def risks(evidence: Evidence) -> Found:
    """Judge whether there is a list of risks."""
    if evidence.risks_listed:
        return done(f"{counted(evidence.risks_listed, 'risk is', 'risks are')} on its list.")
    return by_word(
        evidence.record.risks,
        "It has a list of risks.",
        "It has no list of risks.",
        "List what could go wrong, and who watches it.",
        evidence.record.risks_reviewed_on,
    )


def exit_plan(evidence: Evidence) -> Found:
    """Judge whether it is agreed how it would end, or be left."""
    return by_word(
        evidence.record.exit_plan,
        "How it would end, or be left, is agreed.",
        "It has no exit plan.",
        "Agree at the beginning how it would end, and how a member can leave.",
        evidence.record.exit_plan_on,
    )


def at_work(evidence: Evidence) -> Found:
    """Judge whether it has begun."""
    if evidence.record.state in RUNNING:
        return done("It is at work.", evidence.record.starts_on)
    if goes_by_gate(evidence.record):
        asks = not_yet("Let it begin when the steps before are done: then it is at work.")
        return replace(asks, page="partnership_begin")
    return not_yet("Move the record on when the steps before are done: then it is at work.")


def first_deed(evidence: Evidence) -> Found:
    """Judge whether something planned has been done."""
    if evidence.acted_on:
        return done("Something that was planned has been done.", evidence.acted_on)
    if evidence.acts_planned:
        return begun("Something is planned, and nothing of it is done yet.")
    return not_yet("Do one thing soon that people can see. It need not be large.")


def measures(evidence: Evidence) -> Found:
    """Judge whether it is known how success is measured."""
    return by_word(
        evidence.record.measures,
        "It has measures of success.",
        "It has no measures of success.",
        "Say how you will know that it works.",
        evidence.record.measures_updated_on,
    )


def review_planned(evidence: Evidence) -> Found:
    """Judge whether a day for the next review lies ahead, or one is open."""
    if evidence.review_is_open:
        return done("A review is open now.")
    day = evidence.record.next_review_on
    if day is None:
        return not_yet("Choose a day for the next review.")
    if day < evidence.day:
        return lacking(f"The next review was to be on {in_words(day)}.")
    return done(f"The next review is on {in_words(day)}.")


def reviewed(evidence: Evidence) -> Found:
    """Judge whether its partners looked at it together within the year."""
    last = evidence.reviewed_on
    if last is None and evidence.review_is_open:
        return begun("Its partners are being asked now.")
    if last is None and review_planned(evidence).stands == Stands.DONE:
        return begun("The first review is still to come.")
    if last is None:
        return not_yet("Ask everybody on it, once a year, how it goes.")
    if last + REVIEWED_WITHIN < evidence.day:
        return begun(f"The last review is more than a year old: {in_words(last)}.")
    return done("Its partners reviewed it within the year.", last)


def decided(evidence: Evidence) -> Found:
    """Judge whether it was decided after the last review what becomes of it."""
    last = evidence.decided_on
    if last is None:
        return not_yet("After a review, decide together: go on, change, merge or end.")
    if evidence.reviewed_on and last < evidence.reviewed_on:
        return begun(f"The last decision, of {in_words(last)}, is older than the last review.")
    return done("What becomes of it has been decided.", last)
