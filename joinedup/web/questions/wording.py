"""How a questionnaire is scored, told in sentences."""

from joinedup.domain.instruments.definition import Band, Instrument

STATEMENT = {
    "mean": "A statement’s score is the average of its answers.",
    "percentage": "A statement’s score is the average of its answers, as a share of the most, "
    "from 0 to 100.",
    "share choosing": "A statement’s score is how many in 100 chose one of the answers looked for.",
}
TOGETHER = {
    "mean": "the average of its",
    "sum": "the sum of its",
    "percentage": "what it reached of the most possible, from 0 to 100, over its",
}
AVERAGE = {
    "item first": "Everybody’s answers to a statement are averaged first.",
    "person first": "Each person’s own score is worked out first, then these are averaged.",
    "organisation first": "Each organisation’s own score is worked out first, then these are "
    "averaged.",
}
MISSING = {
    "leave out": "What is left empty is left out.",
    "need a share": "A section needs enough of its statements answered to have a score.",
    "need all": "A section needs every statement answered to have a score.",
    "treat as lowest": "What somebody leaves empty or cannot tell counts as the worst answer.",
    "carry forward": "What somebody leaves empty counts as they answered it last time.",
}


def how_it_is_scored(instrument: Instrument) -> list[str]:
    """Return how answers become a result, in the order in which it is worked out."""
    scoring, bounds = instrument.scoring, instrument.thresholds
    told = [STATEMENT[scoring.statement], AVERAGE[scoring.average], MISSING[scoring.missing.policy]]
    told.append(f"A section’s score is {TOGETHER[scoring.section]} statements.")
    if scoring.overall == "none":
        told.append("There is no overall score: what was asked is ranked, the worst first.")
    else:
        told.append(f"The overall score is {TOGETHER[scoring.overall]} sections.")
    if scoring.direction == "low is good":
        told.append("Low is good.")
    told += [f"The bands are {in_words(instrument.bands)}."] if instrument.bands else []
    if bounds.live_from is not None:
        told.append(f"Something is to be done from an average of {float(bounds.live_from):g}.")
    if bounds.live_for_one is not None:
        one = float(bounds.live_for_one)
        told.append(f"Something is to be done where any organisation’s average reaches {one:g}.")
    told += [f"Told whatever the score: {alert.says}" for alert in instrument.alerts]
    return told


def in_words(bands: tuple[Band, ...]) -> str:
    """Return bands with the score from which, or up to which, each is reached."""
    return "; ".join(
        f"{band.name} from {float(band.at_least):g}"
        if band.at_least is not None
        else f"{band.name} up to {float(band.at_most or 0):g}"
        for band in bands
    )
