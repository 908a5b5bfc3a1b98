from joinedup.domain.organisations.models import Organisation
from tests.web.reading import errors_of, page_text

PAGE = "/organisations/new/"


def test_look_alikes_are_shown_before_anything_is_created(cast):
    client, form = cast.client("priya"), {"name": "Riversde Food Share", "sector": "CHARITY"}

    asked = client.post(PAGE, form)
    done = client.post(PAGE, form | {"is_another": "on"})

    assert asked.status_code == 422
    assert errors_of(asked) == [
        "There are entries of a like name: see the list below. If this is another one, tick below."
    ]
    assert "Is it one of these? Riverside Food Share . Charity or voluntary group." in page_text(
        asked
    )
    assert 'value="Riversde Food Share"' in asked.text
    assert done.status_code == 302
    assert Organisation.objects.filter(name="Riversde Food Share").count() == 1


def test_a_name_like_nobodys_is_entered_at_once(cast):
    response = cast.client("priya").post(PAGE, {"name": "Harbour Choir", "sector": "COMMUNITY"})

    assert response.status_code == 302


def test_while_typing_a_piece_of_the_page_comes_back(cast):
    client = cast.client("priya")

    some = client.get("/organisations/alike/", {"name": "wexm"})
    none = client.get("/organisations/alike/", {"name": "zebra\x00"})

    assert "<html" not in some.text
    assert "Is it one of these? Wexmere County Council . Council. Wexmere Police" in page_text(some)
    assert none.text.strip() == ""


def test_the_script_asks_the_page_that_answers(cast):
    shown = cast.client("priya").get(PAGE)

    assert 'data-lookalikes="/organisations/alike/"' in shown.text
    assert 'src="/static/lookalikes.js"' in shown.text
