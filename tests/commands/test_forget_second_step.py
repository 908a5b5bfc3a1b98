import pytest
from allauth.mfa.models import Authenticator

from joinedup.commands.main import main
from joinedup.domain.journal.queries import verbs_about
from tests.second_steps import give_app

pytestmark = pytest.mark.django_db


def test_somebody_who_lost_everything_starts_anew(cast, capsys):
    give_app(cast.priya)
    client = cast.client("priya")

    status = main(["forget-second-step", "PRIYA.nair@mail.example"])

    assert (status, "Priya Nair has no second step any more" in capsys.readouterr().out) == (
        0,
        True,
    )
    assert (Authenticator.objects.count(), client.get("/needs/").status_code) == (0, 302)
    assert verbs_about(cast.priya)[-1] == "person.second-step-forgotten"


def test_an_address_nobody_has_is_said(cast, capsys):
    assert main(["forget-second-step", "nobody@mail.example"]) == 1
    assert "Nobody in the directory" in capsys.readouterr().err
