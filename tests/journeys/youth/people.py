"""Who carries the project, each in a browser of their own, and reading their screens."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from playwright.sync_api import Page

PROJECT, COUNCIL = "Eastern villages youth project", "Thornford District Council"
POLICE, FOOD_SHARE = "Wexmere Police", "Riverside Food Share"
PEOPLE = ("Priya Nair", "Marcus Webb", "Helen Castle", "Ade Okafor", "Ruth Bello")


@dataclass
class Story:
    """A browser for each person, and the address of the partnership."""

    priya: Page
    marcus: Page
    helen: Page
    ade: Page
    ruth: Page
    home: str = ""


def in_days(number: int) -> date:
    return timezone.localdate() + timedelta(days=number)


def said(page: Page) -> str:
    """Return the words of the page, a single space between them."""
    return " ".join(page.inner_text("main").split())


def shown(page: Page, address: str) -> str:
    page.goto(address)
    return said(page)
