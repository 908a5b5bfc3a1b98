import pytest

from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import visible_to
from tests.cast import EVERYBODY


@pytest.mark.parametrize("kind", EVERYBODY)
def test_the_directory_is_open_to_everybody_who_has_signed_in(cast, kind):
    everything = set(Organisation.objects.all())

    assert set(visible_to(cast.who(kind))) == (set() if kind == "public" else everything)
