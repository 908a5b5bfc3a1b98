"""From the idea to members who know what each other means by it."""

from joinedup.domain.partnerships.kinds import Kind
from joinedup.domain.people.models import Person
from tests.journeys.harness.filling import (
    choose,
    choose_everywhere,
    follow,
    press,
    write,
    write_day,
)
from tests.journeys.youth.people import (
    COUNCIL,
    FOOD_SHARE,
    POLICE,
    PROJECT,
    Story,
    in_days,
    said,
    shown,
)


def compare_the_idea(story: Story) -> None:
    """Say how the idea stands to each thing that is there already."""
    priya = story.priya
    priya.goto("/")
    follow(priya, f"Go on with the idea “{PROJECT}”")
    assert "0 of 6 answered" in said(priya)
    for _ in range(6):
        follow(priya, "Say how your idea stands to it")
        choose(priya, "How does your idea stand to it?", "The idea fits beside it")
        write(priya, words="It works in the town, and we in the villages.")
        press(priya, "Save")
    assert "6 of 6 answered" in said(priya)


def propose_it(story: Story) -> None:
    """Answer whether it is a partnership and what decides its tier, and propose it."""
    priya = story.priya
    follow(priya, "See whether it is a partnership")
    choose_everywhere(priya, "yes")
    press(priya, "Save")
    follow(priya, "Work out its tier")
    # What nobody has told is left as it stands.
    for question in ("Does it have a public name", "Is it expected to last"):
        choose(priya, question, "Yes")
    press(priya, "Work the tier out")
    follow(priya, "Propose it")
    write(priya, because="Nobody does this in the villages.")
    press(priya, "Propose it")
    follow(priya, "Go to its page")
    story.home = priya.url
    follow(priya, "See what is missing before it can begin")
    assert "3 things are missing before it can begin." in said(priya)
    join(story, COUNCIL, "Priya Nair")


def join(story: Story, body: str, person: str) -> None:
    """Add a member from where it is found, and say who sits for it."""
    priya = story.priya
    priya.goto(f"{story.home}members/new/?find={body}")
    choose(priya, "Which organisation?", body)
    press(priya, "Add as a member")
    follow(priya, f"Add a place for {body}")
    write(priya, name=person, email=Person.objects.get(name=person).email)
    press(priya, "Add the place")


def invite(story: Story, body: str, person: str, gains: str) -> None:
    """Say what somebody on the map gains, invite them, and let them join."""
    priya = story.priya
    priya.goto(story.home)
    follow(priya, "Who should be here", "Put somebody on the map")
    priya.goto(f"{priya.url}?find={body}")
    choose(priya, "Whom do you mean?", body)
    choose(priya, "Do we want them?", "Needed")
    press(priya, "Put on the map")
    follow(priya, "Change what we say of it")
    write(priya, gains=gains)
    press(priya, "Save")
    follow(priya, "Say how far it has come")
    choose(priya, "What happened?", "Invited")
    press(priya, "Save this step")
    join(story, body, person)
    priya.goto(f"{story.home}who-should-be-here/")
    assert "Joined" in priya.get_by_role("row").filter(has_text=body).inner_text()


def say_in_private_what_kind_it_is(story: Story) -> None:
    """Ask each member; nobody sees an answer before the last."""
    priya = story.priya
    priya.goto(story.home)
    follow(priya, "What each member says", "Ask the members")
    write_day(priya, "closes_on", in_days(14))
    press(priya, "Ask the members")
    where = priya.url
    for page, body, kind in (
        (story.ruth, POLICE, Kind.COOPERATIVE),
        (story.ade, FOOD_SHARE, Kind.COLLABORATIVE),
        (priya, COUNCIL, Kind.COLLABORATIVE),
    ):
        assert "Who said what" not in shown(page, where)
        follow(page, f"Answer for {body}")
        choose_everywhere(page, kind.value)
        press(page, "Keep these answers")
    assert "Who said what" in shown(story.ade, where)


def settle_the_difference(story: Story) -> None:
    """Nothing is drafted before it is written down how a difference of kind is dealt with."""
    priya = story.priya
    priya.goto(f"{story.home}agreement/")
    assert "Write down how you deal with it before an agreement is drafted" in said(priya)
    follow(priya, "What kind of partnership it is", "Write down how you deal with it")
    choose(priya, "How do you deal with it?", "We agree now what kind it is")
    choose(priya, "Which kind is it?", "Collaborative")
    write(priya, because="The police plan with us, and keep their own rules.")
    press(priya, "Write this down")
    press(priya, "Put this kind in the record")
