import pytest

from joinedup.domain.basics.arriving import Arriving, reserve
from joinedup.domain.basics.refusals import Overtaken
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.places.models import Area

pytestmark = pytest.mark.django_db


def bodies(*names):
    keys = reserve(Organisation, len(names))
    return [Organisation(pk=k, name=n, folded_name=n) for k, n in zip(keys, names, strict=True)]


def names():
    return sorted(Organisation.objects.order_by().values_list("name", flat=True))


def test_rows_are_seen_by_nobody_before_they_are_moved():
    arriving = Arriving()

    arriving.add(bodies("Ash", "Elm"))
    before = names()
    arriving.move()
    arriving.forget()

    assert (before, names()) == ([], ["Ash", "Elm"])


def test_a_reserved_key_is_nobody_elses():
    kept = reserve(Organisation, 3)

    other = Organisation.objects.create(name="Ash", folded_name="ash")

    assert len({*kept, *reserve(Organisation, 2), other.pk}) == 6


def test_many_changes_are_moved_at_once():
    ash, elm = (Organisation.objects.create(name=n, folded_name=n) for n in ("Ash", "Elm"))
    arriving = Arriving()

    for body in (ash, elm):
        body.website, body.contact = f"https://{body.name}.example", "not told"
        arriving.change(body, "website")
    arriving.move()

    assert [(o.website, o.contact, o.version) for o in Organisation.objects.order_by("name")] == [
        ("https://Ash.example", "", 2),
        ("https://Elm.example", "", 2),
    ]


def test_a_change_of_what_somebody_changed_meanwhile_is_refused():
    ash = Organisation.objects.create(name="Ash", folded_name="ash")
    arriving = Arriving()
    ash.website = "https://ash.example"
    arriving.change(ash, "website")
    Organisation.objects.update(version=2)

    with pytest.raises(Overtaken, match="Somebody else changed something of this meanwhile"):
        arriving.move()


def test_what_is_there_already_can_be_passed_over():
    Area.objects.create(code="E07000999", name="Thornford")
    arriving = Arriving()

    arriving.add([Area(pk=reserve(Area, 1)[0], code="E07000999", name="Thornford district")])
    arriving.move(once=[Area])

    assert [area.name for area in Area.objects.all()] == ["Thornford"]


def test_nothing_is_left_of_rows_that_were_not_moved():
    arriving = Arriving()
    arriving.add(bodies("Ash"))
    arriving.forget()

    arriving.move()
    Arriving().add([])

    assert names() == []
