"""From the idea to members who know what each other means by it."""

from joinedup.domain.partnerships.kinds import Kind
from tests.journeys.harness.filling import (
    choose,
    choose_everywhere,
    follow,
    press,
    write,
    write_day,
)
from tests.journeys.youth.people import (
    FOOD_SHARE,
    POLICE,
    PROJECT,
    TRUST,
    Story,
    in_days,
    said,
    shown,
)


def state_the_idea(story: Story) -> None:
    """Write the idea down, and say how it stands to what is there."""
    nell = story.nell
    nell.goto("/ideas/new/")
    write(
        nell,
        name=PROJECT,
        purpose="Young people of the villages have somewhere to go, and the streets are safer.",
        for_whom="People of 11 to 17 in the eastern villages",
        place_name="Thornford",
        need="Forty of them said so.",
        asked_of_partner="A hall, and two evenings a week",
        likely_partners=f"{POLICE}\n{FOOD_SHARE}",
    )
    press(nell, "See what is there")
    assert "Safer Places group" in said(nell)
    assert "0 of 1 answered" in said(nell)
    follow(nell, "Say how your idea stands to it")
    choose(nell, "How does your idea stand to it?", "The idea fits beside it")
    write(nell, words="They work in the town, and we in the villages.")
    press(nell, "Save")
    assert "1 of 1 answered" in said(nell)


def propose_it(story: Story) -> None:
    """Answer whether it is a partnership and what decides its tier, and propose it."""
    nell = story.nell
    follow(nell, "See whether it is a partnership")
    choose_everywhere(nell, "yes")
    press(nell, "Save")
    follow(nell, "Work out its tier")
    # What nobody has told is left as it stands.
    for question in ("Does it have a public name", "Is it expected to last"):
        choose(nell, question, "Yes")
    press(nell, "Work the tier out")
    follow(nell, "Propose it")
    write(nell, because="Nobody does this in the villages.")
    press(nell, "Propose it")
    follow(nell, "Go to its page")
    story.home = nell.url
    follow(nell, "See what is missing before it can begin")
    assert "3 things are missing before it can begin." in said(nell)
    join(story, TRUST, "Nell Ashby")


def join(story: Story, body: str, person: str) -> None:
    """Add a member from where it is found, and say who sits for it."""
    nell = story.nell
    nell.goto(f"{story.home}members/new/?find={body}")
    choose(nell, "Which organisation?", body)
    press(nell, "Add as a member")
    follow(nell, f"Add a place for {body}")
    write(nell, name=person, email=f"{person.lower().replace(' ', '.')}@mail.example")
    press(nell, "Add the place")


def invite(story: Story, body: str, person: str, gains: str) -> None:
    """Say what somebody on the map gains, invite them, and let them join."""
    nell = story.nell
    nell.goto(story.home)
    follow(nell, "Who should be here", body, "Change what we say of it")
    write(nell, gains=gains)
    press(nell, "Save")
    follow(nell, "Say how far it has come")
    choose(nell, "What happened?", "Invited")
    press(nell, "Save this step")
    join(story, body, person)
    nell.goto(f"{story.home}who-should-be-here/")
    assert "Joined" in nell.get_by_role("row").filter(has_text=body).inner_text()


def say_in_private_what_kind_it_is(story: Story) -> None:
    """Ask each member; nobody sees an answer before the last."""
    nell = story.nell
    nell.goto(story.home)
    follow(nell, "What each member says", "Ask the members")
    write_day(nell, "closes_on", in_days(14))
    press(nell, "Ask the members")
    where = nell.url
    for page, body, kind in (
        (story.ruth, POLICE, Kind.COOPERATIVE),
        (story.ade, FOOD_SHARE, Kind.COLLABORATIVE),
        (nell, TRUST, Kind.COLLABORATIVE),
    ):
        assert "Who said what" not in shown(page, where)
        follow(page, f"Answer for {body}")
        choose_everywhere(page, kind.value)
        press(page, "Keep these answers")
    assert "Who said what" in shown(story.ade, where)


def settle_the_difference(story: Story) -> None:
    """Nothing is drafted before it is written down how a difference of kind is dealt with."""
    nell = story.nell
    nell.goto(f"{story.home}agreement/")
    assert "Write down how you deal with it before an agreement is drafted" in said(nell)
    follow(nell, "What kind of partnership it is", "Write down how you deal with it")
    choose(nell, "How do you deal with it?", "We agree now what kind it is")
    choose(nell, "Which kind is it?", "Collaborative")
    write(nell, because="The police plan with us, and keep their own rules.")
    press(nell, "Write this down")
    press(nell, "Put this kind in the record")
