class Unusable(Exception):
    """A backup cannot be made, read or put back; the sentence says why and what to do."""


# What the archive holds besides the files people sent us.
MANIFEST, CONFIG = "manifest.json", "joinedup.toml"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.pgdump"}
FILES = "files/"
FORMAT = 1
# So are our archives called in their folder; nothing else there is ever thrown away.
NAME = "joinedup-{:%Y%m%d-%H%M%S}.zip"
NAMED = r"joinedup-(\d{8}-\d{6})\.zip"
