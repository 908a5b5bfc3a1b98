from datetime import date, timedelta

from joinedup.domain.needs.invitations import invitations_need
from joinedup.domain.stakeholders.actions import add_stakeholder, move_approach
from joinedup.domain.stakeholders.kinds import ApproachState


def test_those_who_keep_the_record_are_asked_what_came_of_an_old_invitation(cast, now):
    made = add_stakeholder(cast.safer, cast.farhaven, gains="A say.", by=cast.ruth, at=now)
    invited = {"to": ApproachState.INVITED, "on": now.date(), "version": 1}
    move_approach(made, **invited, by=cast.ruth, at=now)
    later = now + timedelta(days=31)

    (need,) = invitations_need(cast.ruth, later)

    assert (need.text, need.due_on, need.page, need.args) == (
        "Ask Farhaven Borough Council again, which was invited to Safer Places group on "
        "15 June 2026, or say what it answered",
        date(2026, 7, 15),
        "stakeholder_step",
        (cast.safer.public_id, made.public_id),
    )
    assert invitations_need(cast.ruth, now + timedelta(days=29)) == []
    assert invitations_need(cast.ade, later) == []
