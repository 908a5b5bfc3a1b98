from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from joinedup.domain.appraisals.kinds import ACTION, TYPED, State
from joinedup.domain.appraisals.models import Appraisal, AppraisalAnswer, AppraisalSection
from joinedup.domain.appraisals.queries import answers_of, appraisals_of, decision_on, tier_for
from joinedup.domain.appraisals.questions import Section, all_in, asked_of, set_asked
from joinedup.domain.appraisals.rules import (
    why_not_answer,
    why_not_begin,
    why_not_complete,
    why_not_finish,
    why_not_given,
    why_not_shown,
)
from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person


@transaction.atomic
def begin_appraisal(
    partnership: Partnership, organisation: Organisation, *, by: Person, at: datetime
) -> Appraisal:
    """Begin to ask the questions for this body, with the answers of its last appraisal if any."""
    insist(why_not_begin(partnership, organisation, by, day_of(at)))
    last = appraisals_of(partnership, organisation).first()
    tier = tier_for(partnership, organisation)
    appraisal = Appraisal.objects.create(
        partnership=partnership,
        organisation=organisation,
        follows=last,
        tier=tier,
        questions=set_asked(),
        began_at=at,
        began_by=by,
    )
    sections = asked_of(tier)
    AppraisalSection.objects.bulk_create(
        AppraisalSection(appraisal=appraisal, code=section.code) for section in sections
    )
    if last is not None:
        carry_over(last, appraisal, sections)
    record("appraisal.begun", appraisal, by=by, at=at, tier=tier)
    return appraisal


def carry_over(last: Appraisal, appraisal: Appraisal, sections: tuple[Section, ...]) -> None:
    """Begin with what was answered last time to the questions that are asked again."""
    asked = {question.id for question in all_in(sections)}
    kept = (*TYPED, "done_at", "done_by")
    AppraisalAnswer.objects.bulk_create(
        AppraisalAnswer(
            appraisal=appraisal, question=code, **{name: getattr(told, name) for name in kept}
        )
        for code, told in answers_of(last).items()
        if code in asked
    )


@transaction.atomic
def save_section(
    appraisal: Appraisal,
    section: Section,
    given: Mapping[str, Mapping[str, Any]],
    *,
    version: int,
    by: Person,
    at: datetime,
) -> None:
    """Keep what was answered in a section; the rest may follow another day.

    ``given`` holds for each question of the section what is named in TYPED.
    """
    standing = locked(appraisal)
    insist(why_not_answer(standing, by, day_of(at)))
    row = AppraisalSection.objects.get(appraisal=appraisal, code=section.code)
    change(row, expecting=(None, version), saved_at=at, saved_by=by)
    keep_answers(appraisal, {q.id: stripped(given[q.id]) for q in section.questions}, day_of(at))
    # Which section, and never what was said: private words stand in one place only.
    record("appraisal.answered", appraisal, by=by, at=at, section=section.code)


def locked(appraisal: Appraisal) -> Appraisal:
    """Return the appraisal as it stands, with nobody finishing it meanwhile."""
    rows = Appraisal.objects.select_for_update(of=("self",))
    return rows.select_related("partnership", "organisation").get(pk=appraisal.pk)


def stripped(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was typed to one question, without blanks around it."""
    return {
        name: value.strip() if isinstance(value := told.get(name), str) else value for name in TYPED
    }


def keep_answers(appraisal: Appraisal, given: dict[str, dict[str, Any]], day: date) -> None:
    """Write the answers to some questions, all or none."""
    kept = answers_of(appraisal)
    for question, told in given.items():
        if wrong := why_not_given(told, kept.get(question), day):
            insist(wrong[1], f"{question}-{wrong[0]}")
    AppraisalAnswer.objects.bulk_create(
        [answer_of(appraisal, each, told, kept.get(each)) for each, told in given.items()],
        update_conflicts=True,
        unique_fields=["appraisal", "question"],
        update_fields=[*TYPED, "done_at", "done_by", "version"],
    )


def answer_of(
    appraisal: Appraisal, question: str, told: dict[str, Any], kept: AppraisalAnswer | None
) -> AppraisalAnswer:
    """Return the row of an answer; an action that is put in other words is to be done anew."""
    answer = AppraisalAnswer(appraisal=appraisal, question=question, **told)
    if kept is None:
        return answer
    answer.version = kept.version + 1
    if all(getattr(kept, name) == told[name] for name in ACTION):
        answer.done_at, answer.done_by = kept.done_at, kept.done_by
    return answer


@transaction.atomic
def complete_appraisal(
    appraisal: Appraisal, *, shown: str, version: int, by: Person, at: datetime
) -> None:
    """Finish the appraisal with the decision that follows; its answers never change again.

    ``shown`` is the decision the person was shown, which may not be what follows any more.
    """
    standing = locked(appraisal)
    found = decision_on(standing, day_of(at))
    insist(why_not_complete(standing, found, by, day_of(at)))
    if reason := why_not_shown(shown, found):
        raise Overtaken(reason)
    change(
        appraisal,
        expecting=(State.OPEN, version),
        state=State.COMPLETE,
        completed_at=at,
        completed_by=by,
        decision=found.decision,
    )
    record("appraisal.completed", appraisal, by=by, at=at, decision=found.decision.value)


@transaction.atomic
def finish_action(
    appraisal: Appraisal, question: str, *, version: int, by: Person, at: datetime
) -> None:
    """Note that what was to be done about an answer is done."""
    answer = answers_of(appraisal).get(question)
    insist(why_not_finish(appraisal, answer, by, day_of(at)))
    if answer is not None:
        change(answer, expecting=(None, version), done_at=at, done_by=by)
    record("appraisal.action_done", appraisal, by=by, at=at, question=question)
