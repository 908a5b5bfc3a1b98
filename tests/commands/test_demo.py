import socket

import pytest

from joinedup.commands.main import main


def test_there_is_no_demonstration_among_real_records(capsys, settings):
    settings.DEMONSTRATION = False

    assert (main(["demo"]), "not to be mixed with made-up ones" in capsys.readouterr().err) == (
        1,
        True,
    )


def test_a_port_that_is_taken_is_told_before_anything_is_made(capsys, settings, monkeypatch):
    settings.DEMONSTRATION = True
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))

        status = main(["demo", "--serve"])

    assert (status, f"Port {port} of 127.0.0.1 cannot be used" in capsys.readouterr().err) == (
        1,
        True,
    )


@pytest.mark.django_db
def test_before_the_district_is_made_the_page_says_how(client, settings):
    settings.DEMONSTRATION = True

    page = client.get("/demonstration/")

    assert "say: joinedup demo" in page.text
