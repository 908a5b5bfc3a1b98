"""The lines of signatures on the last page of an agreement's paper."""

from datetime import date

from joinedup.domain.agreements.models import Agreement, Edition
from joinedup.domain.agreements.papers import SignatureLine
from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.partnerships.kinds import Tier
from joinedup.domain.signoffs.kinds import SIGNERS
from joinedup.domain.signoffs.models import SignOff
from joinedup.domain.signoffs.queries import must_sign, signers_needed, signoffs_under


def signature_lines(edition: Edition, day: date) -> tuple[SignatureLine, ...]:
    """Return what was signed, and a line to sign on for each signature that is missing."""
    given = list(signoffs_under([edition]))
    members = list(must_sign(edition.agreement.partnership, day))
    lines = [line_of(each) for each in given]
    for member in members:
        signed = [each for each in given if each.membership_id == member.pk]
        missing = signers_needed(edition) - len(signed)
        lines += [SignatureLine(member.member_name)] * missing
    return tuple(sorted(lines, key=lambda line: line.member.casefold()))


def draft_lines(agreement: Agreement, day: date) -> tuple[SignatureLine, ...]:
    """Return the lines to sign on of a draft: one for each person who will have to sign."""
    each = SIGNERS[Tier(agreement.tier)]
    members = must_sign(agreement.partnership, day)
    lines = [SignatureLine(member.member_name) for member in members for _ in range(each)]
    return tuple(sorted(lines, key=lambda line: line.member.casefold()))


def line_of(signed: SignOff) -> SignatureLine:
    """Return one signature as a line."""
    who = f"{signed.name}, {signed.capacity}"
    on = signed.paper_on or day_of(signed.at)
    note = f"Accepted on behalf of the signer by {signed.person.name}: {signed.paper}"
    note = note if signed.is_on_paper else ""
    return SignatureLine(signed.membership.member_name, who, in_words(on), note)
