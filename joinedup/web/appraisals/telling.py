"""An appraisal as its pages tell it: how far each section has come, and why it stands so."""

from typing import Any

from django.urls import reverse

from joinedup.domain.appraisals.deciding import ANSWERS, Answer, Decided
from joinedup.domain.appraisals.models import Appraisal, AppraisalAnswer
from joinedup.domain.appraisals.questions import Section, asked_of

COLOURS = {"STOP": "red", "NOT_READY": "yellow", "CONDITIONS": "blue", "PROCEED": "green"}


def tasks_of(appraisal: Appraisal, answers: dict[str, AppraisalAnswer]) -> list[dict[str, str]]:
    """Return the sections as a list of tasks."""
    return [task_of(appraisal, section, answers) for section in asked_of(appraisal.tier)]


def task_of(
    appraisal: Appraisal, section: Section, answers: dict[str, AppraisalAnswer]
) -> dict[str, str]:
    """Return a section as a task: how many of its questions are answered."""
    done = sum(bool(answers[q.id].answer) for q in section.questions if q.id in answers)
    of = len(section.questions)
    state = "Answered" if done == of else f"{done} of {of} answered" if done else "Not begun"
    return {
        "text": f"{section.code}. {section.title}",
        "href": reverse("appraisal_section", args=[appraisal.public_id, section.code]),
        "state": state,
        "colour": "" if done == of else "blue",
    }


def reasons_told(
    appraisal: Appraisal, found: Decided, answers: dict[str, AppraisalAnswer]
) -> list[dict[str, Any]]:
    """Return each reason with the question it is about, where that is answered, and its action."""
    questions = {q.id: (s.code, q.text) for s in asked_of(appraisal.tier) for q in s.questions}
    told = []
    for reason in found.reasons:
        code, text = questions.get(reason.question, ("", ""))
        told.append(
            {
                "question": reason.question,
                "text": text,
                "code": code,
                "sentence": reason.sentence,
                "told": answers.get(reason.question),
            }
        )
    return told


def answers_told(
    appraisal: Appraisal, answers: dict[str, AppraisalAnswer]
) -> list[tuple[Section, list[dict[str, Any]]]]:
    """Return the sections with each question and what was answered to it."""
    return [
        (section, [answer_told(q.id, q.text, answers.get(q.id)) for q in section.questions])
        for section in asked_of(appraisal.tier)
    ]


def answer_told(question: str, text: str, told: AppraisalAnswer | None) -> dict[str, Any]:
    """Return one question with its answer in words."""
    said = ANSWERS[Answer(told.answer)] if told and told.answer else "Not answered yet"
    return {"id": question, "text": text, "said": said, "told": told}
