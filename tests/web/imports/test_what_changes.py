import re
from decimal import Decimal

import pytest
from django.urls import reverse

from joinedup.domain.partnerships.actions import change_partnership
from tests.domain.imports.bringing import staged

pytestmark = pytest.mark.django_db
LIST = """Partnership|Budget|Next review|Accountable body|Themes|Reports to
Safer Places group|nil|5 May 2027|Riverside Food Share|Safety|
"""


def words_of(page):
    """Return the words of a page, without what draws them."""
    return " ".join(re.sub(r"<[^>]*>", " ", page.text).split())


def test_each_change_is_shown_with_what_is_there_and_what_the_file_says(cast, now):
    told = {"total_budget": Decimal(500), "accountable_body": cast.police}
    change_partnership(cast.safer, version=1, by=cast.priya, at=now, **told)
    file = staged(cast, now, LIST)

    page = words_of(cast.client("priya").get(reverse("import_check", args=[file.public_id])))

    for words in (
        "2 Budget of a year, in pounds £500.00 £0.00",
        "2 When it is next reviewed nothing told 5 May 2027",
        "2 Body that answers for its money Wexmere Police Riverside Food Share",
        "2 Themes added to what is there Safety",
    ):
        assert words in page
    assert "To whom it reports" not in page


def test_what_a_list_adds_to_the_directory_is_shown(cast, now):
    text = "Organisation|Charity no|Website\nRiverside Food Share|1234567|www.r.example\n"
    file = staged(cast, now, text, kind="organisations")

    page = words_of(cast.client("priya").get(reverse("import_check", args=[file.public_id])))

    assert "Numbers added to what is there GB-CHC-1234567" in page
    assert "Website nothing told https://www.r.example" in page
