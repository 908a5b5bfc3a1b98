"""Going from page to page as a person does, who reads only what has come whole."""

from playwright.sync_api import Locator


def go_by(target: Locator) -> None:
    """Press a link or button that leads to another page, and wait until that page is whole.

    A click alone returns while the old page still stands or the new one is half there, so that
    what is read next may be of either.
    """
    with target.page.expect_navigation():
        target.click()
