"""The Jinja2 environment all our pages are drawn in.

A name the view forgot stops the page, here and in tests alike. The GOV.UK macros of the
govuk-frontend-jinja package count on absent options being quietly false, so their templates, and
theirs alone, are compiled in a second, lenient environment.
"""

from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from joinedup.domain.basics.days import day_of, in_words, moment_in_words
from joinedup.domain.figures.wording import in_pounds

COMPONENTS = "govuk_frontend_jinja/"


class PageEnvironment(Environment):
    """Draws our templates strictly and hands the kept GOV.UK macros to a lenient twin."""

    components: Environment

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Template:  # noqa: A002
        """Return the template called ``name``, from the twin when it is a kept component."""
        if isinstance(name, str) and name.startswith(COMPONENTS):
            return self.components.get_template(name)
        return super().get_template(name, parent, globals)


class ComponentLoader(PackageLoader):
    """Finds the kept components under the name they use for one another."""

    def get_source(self, environment: Environment, template: str) -> Any:
        """Return the source of ``govuk_frontend_jinja/…`` from the package of that name."""
        return super().get_source(environment, template.removeprefix(COMPONENTS))


def environment(**options: Any) -> Environment:
    """Return the environment of our pages; Django calls this with the options of TEMPLATES."""
    pages = PageEnvironment(
        **(options | {"undefined": StrictUndefined, "autoescape": True}),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.components = Environment(
        loader=ComponentLoader("govuk_frontend_jinja"),
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.globals |= {"url": url, "static": static}
    # The same globals on both sides let Jinja2 keep one copy of each imported module.
    pages.components.globals |= pages.globals
    pages.filters |= {
        "day": day,
        "day_and_time": day_and_time,
        "figure": figure,
        "pounds": in_pounds,
        "plural": plural,
        "merged": merged,
    }
    return pages


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """Return the address of a page by its name: ``url("partnership", public_id)``."""
    return reverse(name, args=args, kwargs=kwargs)


def day(at: date | datetime | None, absent: str = "not known") -> str:
    """Write a day, or the London day of a moment, as 3 March 2026."""
    if at is None:
        return absent
    return in_words(day_of(at) if isinstance(at, datetime) else at)


def day_and_time(at: datetime | None, absent: str = "not known") -> str:
    """Write a moment as people here say it: 3 March 2026 at 4:05pm."""
    return absent if at is None else moment_in_words(at)


def figure(value: float | Fraction | None, places: int = 1, absent: str = "not known") -> str:
    """Write a number with one decimal, and thousands apart: 1,071.2."""
    if value is None:
        return absent
    return f"{float(round(Fraction(value), places)):,.{places}f}"


def plural(count: int, one: str, many: str = "") -> str:
    """Write a count with its word: 1 member, 3 members, 2 people (``many`` where not just -s)."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def merged(options: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """Return a component's options with more of them; Jinja2 has no way to say this."""
    return options | more
