"""Set up, run and test Joined Up from a clone, with nothing but the standard library.

``make run`` and ``make test`` call this. What it installs stays in ``.venv``, where a stamp for
each step skips the step while nothing it reads has changed. The file keeps to the syntax of
old Pythons, so that an old one can say in a sentence that it is too old.
"""

import contextlib
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / "python"
OLDEST = (3, 11)
MATRIX = ("matrix", "canaries", "breaches", "links", "revocation", "step_up")
LOCKS = ("installer", "build", "run", "test", "node")


def main():
    """Do what was asked for, and end with its exit status."""
    act, *rest = [*sys.argv[1:], ""]
    if act not in ACTS:
        raise SystemExit("Say python3 dev.py and one of: " + ", ".join(ACTS))
    use_new_enough_python()
    os.chdir(str(ROOT))
    sys.exit(ACTS[act]([word for word in rest if word]))


def run(arguments):
    """Start the demonstration on PORT, 8000 if unset."""
    set_up()
    os.environ.setdefault("JOINEDUP_KIND", "demonstration")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # three processes would compile it all anew
    command = [str(PYTHON), "-m", "joinedup", "demo", "--serve", *arguments]
    if os.name == "nt":
        return subprocess.call(command)
    sys.stdout.flush()
    return os.execv(command[0], command)


def install_here(arguments):
    """Put what a real installation runs on into ``.venv``; the same after an upgrade."""
    set_up()
    say("Installed: " + str(BIN / "joinedup") + " setup makes an installation.")
    return 0


def test(arguments):
    """Run every check and test; with words, only the tests that pytest finds by them."""
    set_up("test")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # each process would compile the tests anew
    python = [str(PYTHON), "-m"]
    if arguments:
        return subprocess.call([*python, "pytest", *arguments])
    suite = ["pytest", "-n", "2", "--dist", "worksteal", "--ignore", "tests/house", "tests"]
    suite += ["--durations", "10", "--durations-min", "5"]
    server = [*python, "tests.bench.postgresql", *python]
    deep = os.environ.get("JOINEDUP_TEST_DEPTH") == "deep"
    again = ["-m", "database and not browser" + ("" if deep else " and not once")]
    if not deep:
        # Commands are tried on SQLite, in processes of their own. Who may do what is asked of
        # every page by the tests of pages; asking it of all of them for all takes longest of all.
        once = ("tests/commands", *(f"tests/access/test_{name}*" for name in MATRIX))
        again += [word for path in once for word in ("--ignore-glob", path)]
    covered = ["coverage", "run", "-m"] if deep else []  # it makes every test slower
    if deep:
        subprocess.call([*python, "coverage", "erase"])
    phases = {
        "checks of the house": [*python, "pytest", "-n", "2", "tests/house"],
        "SQLite and browser": [*python, *covered, *suite],
        "PostgreSQL": [*server, *suite, *again],
    }
    return int(pass_through(phases) or (deep and too_little_covered(python)))


def pass_through(phases):
    """Run each phase, say how it ended and how long it took; return whether any failed."""
    results = []
    for name, command in phases.items():
        say("\n== " + name)
        began = time.monotonic()
        failed = subprocess.call(command) != 0
        results.append((name, failed, time.monotonic() - began))
    say("")
    for name, failed, seconds in results:
        say(f"{name:22} {'FAILED' if failed else 'passed'} {seconds:5.0f} s")
    return any(failed for _, failed, _ in results)


def too_little_covered(python):
    """Say which lines no test of the SQLite run came by."""
    say("\n== coverage of the SQLite run")
    subprocess.call([*python, "coverage", "combine", "--quiet"])
    return subprocess.call([*python, "coverage", "report", "--skip-covered"]) != 0


def test_deep(arguments):
    """Run what ``test`` runs with many more made-up cases, and what takes long."""
    os.environ["JOINEDUP_TEST_DEPTH"] = "deep"
    return test(arguments)


def bench(arguments):
    """Measure the app beside bare floors that do the same work; print one table of goals."""
    set_up("test")
    return subprocess.call([str(PYTHON), "-m", "tests.bench.speed", *arguments])


def tidy(arguments):
    """Format the code, mend what can be mended by machine, and write the generated pages anew."""
    set_up("test")
    for words in (["ruff", "check", "--fix", "."], ["ruff", "format", "."]):
        subprocess.call([str(PYTHON), "-m", *words])
    return subprocess.call([str(PYTHON), "-m", "tests.house.generate", *arguments])


def lock(arguments):
    """Choose versions for requirements/*.in and write their hashes; --upgrade takes the newest.

    Only the main index is asked, so that every published file of a version gets its hash, and
    no address is written, so that the files serve any mirror.
    """
    make_venv()
    if not get_uv():
        raise SystemExit("Making the lock files needs uv, and pip could not fetch it.")
    aside = ("UV_INDEX", "UV_FIND_LINKS")
    environment = {name: told for name, told in uv_environment().items() if name not in aside}
    compiling = [str(BIN / "uv"), "pip", "compile", "--quiet", "--universal", "--no-header"]
    compiling += ["--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"]
    for name in LOCKS:
        words = [*compiling, *arguments, f"requirements/{name}.in"]
        words += ["--output-file", f"requirements/{name}.txt"]
        if name == "test":
            words += ["--constraints", "requirements/run.txt"]
        perform(f"Choosing versions for {name}", words, environment)
    return 0


ACTS = {
    "run": run,
    "install": install_here,
    "test": test,
    "test-deep": test_deep,
    "bench": bench,
    "format": tidy,
    "lock": lock,
}


def set_up(last="run"):
    """Make ``.venv`` hold what is needed, doing only what has changed since last time."""
    if VENV.is_symlink():  # it belongs to somebody else, who keeps it as they like
        return
    make_venv()
    everything = ["build", "run", "test"]
    names = everything[: everything.index(last) + 1]
    if not any(stamped("packages", locked(held)) for held in (everything, names)):
        install("Installing packages", [word for name in names for word in ("-r", lock_of(name))])
        stamp("packages", locked(names))
    pyproject = digest([ROOT / "pyproject.toml"])
    if not stamped("joinedup", pyproject):
        install("Installing joinedup", ["--no-deps", "--no-build-isolation", "-e", "."], checks=())
        stamp("joinedup", pyproject)
    build_frontend()


def build_frontend():
    """Fetch the pinned style sheets and scripts and put them where the pages find them."""
    sources = sorted(p for p in (ROOT / "frontend").rglob("*") if p.is_file())
    wanted = digest(sources)
    if not sources or stamped("frontend", wanted):
        return
    if not shutil.which("npm"):
        install("Installing Node for the build", ["-r", lock_of("node")])
    building = [str(PYTHON), str(ROOT / "frontend" / "build.py")]
    perform("Building styles and scripts", building, with_caches())
    stamp("frontend", wanted)


def use_new_enough_python():
    """Go on under a Python that is new enough, or say which one is needed."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(20, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found and subprocess.call([found, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            os.execv(found, [found, *sys.argv])
    raise SystemExit(
        f"Joined Up needs Python 3.11 or later; this is {sys.version.split()[0]}. "
        "Install one and say `make run PYTHON=python3.12`, for example."
    )


def make_venv():
    """Make the virtual environment, or anew when Python or the clone moved; data in it stay."""
    wanted = f"{ROOT} {sys.version}"
    if VENV.is_symlink() or (PYTHON.exists() and stamped("venv", wanted)):
        return
    for part in ("bin", "Scripts", "include", "lib", "lib64", "stamps"):
        path = VENV / part
        path.unlink() if path.is_symlink() else shutil.rmtree(str(path), ignore_errors=True)
    words = [sys.executable, "-m", "venv", str(VENV)]
    if importlib.util.find_spec("ensurepip") is None:
        if importlib.util.find_spec("pip") is None:
            raise SystemExit(
                "This Python has neither venv's own pip nor pip. Install the system's package "
                "python3-venv (Debian and Ubuntu: `apt install python3-venv`; Fedora: "
                "`dnf install python3-pip`), then say this again."
            )
        words.insert(3, "--without-pip")
    perform("Making .venv", words)
    stamp("venv", wanted)


def install(title, words, checks=("--require-hashes",)):
    """Install by uv, which is quick, or by pip where uv cannot be had or does not manage."""
    if get_uv():
        command = [str(BIN / "uv"), "pip", "install", "--python", str(PYTHON), "--compile-bytecode"]
        with contextlib.suppress(SystemExit):
            return perform(title, [*command, *checks, *words], uv_environment())
        say("uv did not manage; trying with pip.")
    return perform(title + " with pip", [*pip(), "install", *checks, *words], with_caches())


def get_uv():
    """Say whether uv is in ``.venv``, having tried once to put it there."""
    uv = BIN / ("uv.exe" if os.name == "nt" else "uv")
    wanted = locked(["installer"])
    if not stamped("installer", wanted):
        words = [*pip(), "install", "--require-hashes", "--only-binary", ":all:"]
        try:
            perform("Fetching uv", [*words, "-r", lock_of("installer")], with_caches())
        except SystemExit:
            say("Going on with pip, which is slower.")
        stamp("installer", wanted)
    return uv.exists()


def pip():
    """Return how to call pip for ``.venv``: its own, or the system's from outside."""
    if importlib.util.find_spec("ensurepip") is None:
        return [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    return [str(PYTHON), "-m", "pip"]


def uv_environment():
    """Return an environment that tells uv what the user has told pip: indexes, proxy, trust.

    The locked hashes decide what is installed, so it is safe to let any index offer it.
    """
    environment = with_caches()
    environment.setdefault("UV_INDEX_STRATEGY", "unsafe-best-match")
    listed = subprocess.run([*pip(), "config", "list"], stdout=subprocess.PIPE, check=False)
    told = dict(re.findall(r"(?m)^([a-z:]+\.[a-z-]+)='(.*)'$", listed.stdout.decode()))
    for key, name, gap in (
        ("index-url", "UV_DEFAULT_INDEX", " "),
        ("extra-index-url", "UV_INDEX", " "),
        ("find-links", "UV_FIND_LINKS", ","),
        ("trusted-host", "UV_INSECURE_HOST", " "),
        ("cert", "SSL_CERT_FILE", " "),
        ("proxy", "ALL_PROXY", " "),
    ):
        for place in (":env:", "install", "global"):
            if f"{place}.{key}" in told:
                values = told[f"{place}.{key}"].replace("\\n", " ").split()
                environment.setdefault(name, gap.join(values))
    return environment


def with_caches():
    """Return the environment, with caches inside ``.venv`` for the tools that have none yet."""
    environment = dict(os.environ)
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    for name, usual, own in (
        ("UV_CACHE_DIR", cache / "uv", "uv"),
        ("PIP_CACHE_DIR", cache / "pip", "pip"),
        ("npm_config_cache", Path.home() / ".npm", "npm"),
    ):
        if not usual.exists():
            environment.setdefault(name, str(VENV / "cache" / own))
    return environment


def perform(title, command, environment=None):
    """Run a step quietly; when it fails, show what it said and stop."""
    say(title + " ...", end=" ")
    began = time.monotonic()
    quietly = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    done = subprocess.run(command, env=environment, check=False, **quietly)
    if done.returncode:
        say("failed\n" + done.stdout.decode(errors="replace"))
        raise SystemExit("That did not work: " + " ".join(str(word) for word in command))
    say(f"{time.monotonic() - began:.0f} s")


def lock_of(name):
    """Return the path of a lock file, as the installers want it."""
    return str(ROOT / "requirements" / (name + ".txt"))


def locked(names):
    """Return the digest of some lock files."""
    return digest([Path(lock_of(name)) for name in names])


def digest(paths):
    """Return what changes when any of the files does."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def stamped(name, wanted):
    """Say whether the step was last done with just these inputs."""
    path = VENV / "stamps" / name
    return path.exists() and path.read_text(encoding="utf-8") == wanted


def stamp(name, wanted):
    """Remember that the step was done with these inputs."""
    path = VENV / "stamps" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(wanted, encoding="utf-8")


def say(words, end="\n"):
    """Tell the person at the terminal at once."""
    sys.stdout.write(words + end)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
