"""Filling in a page by the words that stand beside its boxes, and going on from there."""

from datetime import date

from playwright.sync_api import Page

from tests.journeys.harness.pressing import go_by

# Chooses one value wherever the page offers it, at once, as a pointer does one after the other.
PICK = """value => document.querySelectorAll(`main input[type=radio][value="${value}"]`)
    .forEach(radio => { radio.checked = true })"""


def press(page: Page, name: str) -> None:
    """Press a button; fails where what was typed is not taken."""
    go_by(page.get_by_role("button", name=name, exact=True).first)
    wrong = page.locator(".govuk-error-summary").all_inner_texts()
    assert not wrong, f"{page.url}: {wrong}"


def follow(page: Page, *names: str) -> None:
    """Follow one link after another, each found on the page that the one before led to."""
    for name in names:
        go_by(page.locator("main a").filter(has_text=name).first)


def write(page: Page, **told: str) -> None:
    """Write into boxes, each known by the name under which its words are sent."""
    for name, words in told.items():
        page.locator(f'main [name="{name}"]').fill(words)


def choose(page: Page, question: str, answer: str) -> None:
    """Choose an answer to a question."""
    asked = page.get_by_role("group", name=question)
    asked.get_by_label(answer, exact=True).check()


def choose_everywhere(page: Page, value: str) -> None:
    """Choose the same answer to every question of the page."""
    page.evaluate(PICK, value)


def write_day(page: Page, name: str, day: date) -> None:
    """Write a day into its three boxes."""
    for part in ("day", "month", "year"):
        write(page, **{f"{name}-{part}": str(getattr(day, part))})


# Fills in and sends the forms of pages that nobody looks at; returns whether each was taken.
DECIDE = """async pages => {
    const said = [];
    for (const address of pages) {
        const page = await (await fetch(address)).text();
        const shown = new DOMParser().parseFromString(page, 'text/html');
        const form = new FormData(shown.querySelector('main form'));
        const words = form.get('words').replace(/\\[[^\\]]*\\]/g, 'what we agree each year');
        const known = page.includes('Filled in from the record');
        form.set('words', words);
        form.set('standing', words || known ? 'IN_AGREEMENT' : 'NOT_NEEDED');
        form.set('because', words || known ? '' : 'The project is small.');
        const sent = {method: 'POST', body: form, redirect: 'manual'};
        said.push((await fetch(address, sent)).type === 'opaqueredirect');
    }
    return said;
}"""


def decide_clauses(page: Page) -> list[bool]:
    """Decide each clause that the page lists, by its words to begin with or as not needed; tell
    of each whether that was taken."""
    links = page.locator('main a[href*="/agreement/clauses/"]').all()
    return page.evaluate(DECIDE, [f"{link.get_attribute('href')}change/" for link in links])
