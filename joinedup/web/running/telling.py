"""The history of a round in sentences: what was done, by whom, and how many it reached."""

from collections.abc import Iterable

from joinedup.domain.journal.models import Entry
from joinedup.domain.running.kinds import Pace
from joinedup.web.history import NOBODY, Told, Words

SENTENCES = {
    "round.prepared": "{by} began to prepare the round.",
    "round.changed": "{by} changed its dates or whose voices count.",
    "round.chosen": "{by} chose the partnerships: {partnerships} in all.",
    "round.opened": "{by} opened the round: {tickets} answers asked for, {people} mails at once.",
    "round.paced": "{by} had {people} people invited {many} at a time, {each}.",
    "round.asked-more": "{by} asked for {tickets} more answers; {people} mails went out.",
    "round.reminded": "{by} reminded those still to answer: {people} mails.",
    "round.extended": "{by} moved the last day from {before} to {until}; {people} were told.",
    "round.closing": "{by} closed the round; the counting began.",
    "round.sealed": "{by} closed the round, and {reviews} partnerships were counted.",
    "round.reopened": "{by} took the draft results back and opened the round again until {until}; "
    "{people} were told.",
    "round.withdrawn": "{by} withdrew the round.",
    "reminders.planned": "{by} planned reminders so many days before the last day: {days}.",
    "sending.stopped": "{by} stopped the invitations.",
    "sending.resumed": "{by} went on with the invitations.",
    "invitations.taken": "{by} took a file of personal links along: {which}, {people} people.",
}
OTHERWISE = "{by} changed the round."


def told_of_round(entries: Iterable[Entry]) -> list[Told]:
    """Return the entries of a round as sentences."""
    return [Told(entry.at, sentence_of(entry), because_of(entry)) for entry in entries]


def sentence_of(entry: Entry) -> str:
    """Return one entry as a sentence."""
    words = {key: str(value) for key, value in entry.detail.items()}
    if "each" in words:
        words["each"] = dict(Pace.choices).get(words["each"], words["each"])
    if "days" in words:
        words["days"] = words["days"] or "none"
    told = Words(words | {"by": entry.by_name or NOBODY})
    return SENTENCES.get(entry.verb, OTHERWISE).format_map(told)


def because_of(entry: Entry) -> str:
    """Return the reason that was given."""
    return entry.because
