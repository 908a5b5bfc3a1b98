"""What every page is looked at for: axe, width, links of the error summary, the keyboard."""

import contextlib
import hashlib
from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.harness.browsers import NARROW, WIDE
from tests.journeys.harness.checking import axe

SIDEWAYS = """() => {
    const wide = document.scrollingElement.scrollWidth, room = document.documentElement.clientWidth;
    return wide > room ? [`the page is ${wide} pixels wide where there are ${room}`] : [];
}"""

LOST_LINKS = """() => [...document.querySelectorAll('.govuk-error-summary a[href^="#"]')]
    .map(link => link.getAttribute('href'))
    .filter(target => !document.getElementById(target.slice(1)))
    .map(target => `the error summary points at ${target}, which is not there`)"""


# A page's elements without their words; like neighbours, such as rows of a table, count once.
SKELETON = """() => {
    const told = element => {
        const names = element.getAttributeNames().filter(name => name !== 'class').sort();
        const inside = [...element.children].map(told).filter((t, i, all) => t !== all[i - 1]);
        return `${element.tagName}.${element.className}[${names}](${inside.join('')})`;
    };
    return told(document.documentElement);
}"""


class Seen:
    """Which pages have been looked at, by any of the processes that keep this in one folder."""

    def __init__(self, folder: Path) -> None:
        """Keep a file for each page there."""
        self.folder = folder
        folder.mkdir(exist_ok=True)

    def is_new(self, skeleton: str) -> bool:
        """Note a page; tell whether nobody had."""
        name = hashlib.sha256(skeleton.encode()).hexdigest()
        with contextlib.suppress(FileExistsError):
            (self.folder / name).touch(exist_ok=False)
            return True
        return False


def faults(page: Page, seen: Seen | None = None) -> list[str]:
    """Return everything wrong with the page at both widths; the width it had is given back.

    Of pages that are alike but for their words, only the first is looked at when what was ``seen``
    is kept from page to page; each has its links of the error summary followed.
    """
    size = page.viewport_size or {"width": WIDE, "height": 900}
    found = list(page.evaluate(LOST_LINKS))
    if seen is not None and not seen.is_new(page.evaluate(SKELETON)):
        return found
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        wrong = axe(page)
        wrong += page.evaluate(SIDEWAYS) if width == NARROW else []
        found += [f"at {width} pixels, {fault}" for fault in wrong]
    page.set_viewport_size(size)
    return found


def look(page: Page) -> None:
    """Fail when anything is wrong with the page, saying what and where."""
    found = faults(page)
    assert not found, f"{page.url} ({page.title()})\n" + "\n".join(found)


STOPS = """() => {
    const seen = element => element.checkVisibility({visibilityProperty: true})
        && !element.disabled && !element.closest('[inert]');
    const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary, '
        + '[tabindex="0"]';
    const groups = new Set();
    return [...document.querySelectorAll(all)].filter(seen).filter(element => {
        if (element.type !== 'radio') return true;
        const isNew = !groups.has(element.name);
        groups.add(element.name);
        return isNew;
    }).length;
}"""

# Notes where the focus is when Tab is pressed, and once more at the end: by then the page has moved
# so that the stop can be seen.
WATCH = """() => {
    window.stops = [];
    window.walked = new Set();
    window.note = () => window.stops.push(stop());
    document.activeElement.blur();
    document.addEventListener('keydown', window.note, true);

    function stop() {
        const here = document.activeElement;
        if (!here || here === document.body || here === document.documentElement) return null;
        const key = here.type === 'radio' ? `radio ${here.name}` : here;
        const again = window.walked.has(key);
        window.walked.add(key);
        const marked = style => style.boxShadow !== 'none'
            || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
        const label = here.labels && here.labels[0];
        const styles = [getComputedStyle(here)];
        if (label) styles.push(getComputedStyle(label, '::before'));
        const box = (label || here).getBoundingClientRect();
        return {
            again,
            marked: styles.some(marked),
            shown: box.bottom > 0 && box.top < innerHeight && box.width > 0,
            name: (here.getAttribute('aria-label') || (label || here).innerText || here.value
                || here.name || here.id || '').trim().split('\\n')[0],
        };
    }
}"""

WATCHED = """() => {
    window.note();
    document.removeEventListener('keydown', window.note, true);
    return window.stops.slice(1);
}"""


def walk(page: Page) -> list[str]:
    """Go through the page with the Tab key, held down, and return the names of the stops in order.

    Fails when a stop shows no focus or is out of sight, when one cannot be reached, and when there
    is no way on.
    """
    names: list[str] = []
    expected = page.evaluate(STOPS)
    page.evaluate(WATCH)
    for _ in range(expected + 1):
        page.keyboard.down("Tab")
    page.keyboard.up("Tab")
    for stop in page.evaluate(WATCHED):
        if stop is None or stop["again"]:
            break
        assert stop["marked"], f"{page.url}: nothing shows that “{stop['name']}” has the focus"
        assert stop["shown"], f"{page.url}: “{stop['name']}” has the focus out of sight"
        names.append(stop["name"])
    assert len(names) == expected, f"{page.url}: Tab reached {len(names)} of {expected}: {names}"
    return names
