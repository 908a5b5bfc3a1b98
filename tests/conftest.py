"""The strict bench: see tests/bench for each thing it forbids."""

import os

from hypothesis import settings

# Commands are tried in processes of their own, and each would compile the service anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

pytest_plugins = [
    "tests.cast",
    "tests.access.world",
    "tests.bench.acts",
    "tests.bench.bases",
    "tests.bench.clock",
    "tests.bench.databases",
    "tests.bench.depth",
    "tests.bench.handlers",
    "tests.bench.memory",
    "tests.bench.order",
    "tests.bench.skips",
    "tests.bench.sockets",
    "tests.journeys.harness.browsers",
]

# Usually few cases and always the same ones, so that a red run can be repeated; many and new ones
# in the deep run. No deadline: the machine is shared with a browser and a database server.
settings.register_profile("usual", max_examples=30, deadline=None, derandomize=True)
settings.register_profile("deep", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("JOINEDUP_TEST_DEPTH", "usual"))
