import pytest

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.refusals import Overtaken
from joinedup.domain.partnerships.models import Partnership


def test_a_change_writes_its_values_and_grows_the_version(cast):
    partnership = cast.safer
    version = partnership.version

    change(partnership, expecting=("ACTIVE", version), purpose="Safer streets.")

    kept = Partnership.objects.get(pk=partnership.pk)
    assert (kept.purpose, kept.version) == ("Safer streets.", version + 1)
    assert (partnership.purpose, partnership.version) == ("Safer streets.", version + 1)


@pytest.mark.parametrize(
    ("state", "later", "purpose"),
    [("ACTIVE", 1, "of the other"), ("IDEA", 0, "of the other")],
)
def test_the_second_of_two_editors_is_told_and_overwrites_nothing(cast, state, later, purpose):
    change(cast.safer, expecting=(None, cast.safer.version), purpose="of the other")

    with pytest.raises(Overtaken, match="Somebody else changed this while you had it open"):
        change(cast.safer, expecting=(state, cast.safer.version - later), purpose="of mine")

    assert Partnership.objects.get(pk=cast.safer.pk).purpose == purpose
