import pytest

from tests.house.generate import PAGES, page
from tests.house.tree import ROOT, text_of


@pytest.mark.parametrize("path", PAGES)
def test_a_generated_page_says_what_the_code_says_now(path):
    assert (ROOT / path).exists(), f"{path} is missing. Say `make format`."

    assert text_of(path) == page(path), f"{path} is out of date. Say `make format`."
