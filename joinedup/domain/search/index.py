"""The words of every name, kept by the database itself: the only SQL of ours that differs.

SQLite has them in a table of its full-text engine (FTS5), PostgreSQL in one with text vectors.
Triggers bring them up to date with each change of a name, whoever writes it and however many at
once. The words are written backwards as well, so that a slip in the first half of one is found by
its second half. See docs/adr/0018-search-by-name.md.
"""

# ruff: noqa: S608 - the words of these statements are ours; what people type is always passed beside

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Model

from joinedup.domain.organisations.models import Organisation, OtherOrganisationName
from joinedup.domain.partnerships.models import OtherPartnershipName, Partnership

# One word as typed: each way it may begin. All words must be found, each in any way.
Words = list[tuple[str, ...]]


@dataclass(frozen=True)
class Named:
    """A table of things with names, the table of their other names, and its key to them."""

    things: type[Model]
    others: type[Model]
    key: str

    @property
    def index(self) -> str:
        """The name of the table that holds the words."""
        return f"search_{self.things._meta.model_name}"

    @property
    def words(self) -> str:
        """The words of all names of one thing, as SQL over ``thing``."""
        joined = "group_concat(o.folded_name, ' ')"
        if connection.vendor == "postgresql":
            joined = "string_agg(o.folded_name, ' ')"
        return (
            f"thing.folded_name || coalesce((SELECT ' ' || {joined} "
            f"FROM {self.others._meta.db_table} o WHERE o.{self.key} = thing.id), '')"
        )

    def rows(self, where: str) -> str:
        """The rows of the index for some things, as SQL."""
        both = "SELECT id, words, reverse(words)"
        if connection.vendor == "postgresql":
            both = f"SELECT id, {vector('words')}, {vector('reverse(words)')}"
        return (
            f"{both} FROM (SELECT thing.id AS id, {self.words} AS words "
            f"FROM {self.things._meta.db_table} thing WHERE {where}) told"
        )


NAMED = (
    Named(Partnership, OtherPartnershipName, "partnership_id"),
    Named(Organisation, OtherOrganisationName, "organisation_id"),
)


def vector(words: str) -> str:
    """Return a text vector of words that stand as they are, with no dictionary between."""
    return f"array_to_tsvector(array_remove(string_to_array({words}, ' '), ''))"


def install() -> None:
    """Make the index where there is none, and fill it anew."""
    statements = on_postgresql if connection.vendor == "postgresql" else on_sqlite
    with connection.cursor() as cursor:
        for named in NAMED:
            for statement in statements(named):
                cursor.execute(statement)


def remove() -> None:
    """Take the triggers away, so that tables may be made anew; ``install`` brings them back."""
    with connection.cursor() as cursor:
        for named in NAMED:
            for name, _, table, _ in triggers(named):
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                if table in connection.introspection.table_names(cursor):
                    cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def may_be_installed() -> bool:
    """Say whether the tables with the names are there, as they are not before the first change."""
    tables = {t._meta.db_table for named in NAMED for t in (named.things, named.others)}
    return tables <= set(connection.introspection.table_names())


def is_installed() -> bool:
    """Say whether every trigger is there, so that the words are up to date."""
    names = {name for named in NAMED for name, *_ in triggers(named)}
    asked = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'search_%'"
    if connection.vendor == "postgresql":
        asked = "SELECT tgname FROM pg_trigger WHERE tgname LIKE 'search_%%'"
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return names <= {name for (name,) in cursor.fetchall()}


def triggers(named: Named) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Return name, event, table and the keys of the things whose words have to be written anew."""
    things, others = named.things._meta.db_table, named.others._meta.db_table
    old, new = f"OLD.{named.key}", f"NEW.{named.key}"
    changed = f"UPDATE OF folded_name, {named.key}"
    return [
        (f"{named.index}_added", "INSERT", things, ("NEW.id",)),
        (f"{named.index}_renamed", "UPDATE OF folded_name", things, ("NEW.id",)),
        (f"{named.index}_gone", "DELETE", things, ("OLD.id",)),
        (f"{named.index}_also_added", "INSERT", others, (new,)),
        (f"{named.index}_also_renamed", changed, others, (old, new)),
        (f"{named.index}_also_gone", "DELETE", others, (old,)),
    ]


def on_sqlite(named: Named) -> list[str]:
    """Return what makes and fills the index on SQLite."""
    index = named.index
    made = [
        f"DROP TABLE IF EXISTS {index}",
        f"CREATE VIRTUAL TABLE {index} USING fts5(words, backwards, "
        "tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3 4')",
        f"INSERT INTO {index} (rowid, words, backwards) {named.rows('true')}",
    ]
    for name, event, table, keys in triggers(named):
        anew = " ".join(
            f"DELETE FROM {index} WHERE rowid = {key}; "
            f"INSERT INTO {index} (rowid, words, backwards) {named.rows(f'thing.id = {key}')};"
            for key in keys
        )
        made.append(f"DROP TRIGGER IF EXISTS {name}")
        made.append(f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN {anew} END")
    return made


def on_postgresql(named: Named) -> list[str]:
    """Return what makes and fills the index on PostgreSQL."""
    index = named.index
    made = [
        f"CREATE TABLE IF NOT EXISTS {index} "
        "(id bigint PRIMARY KEY, words tsvector NOT NULL, backwards tsvector NOT NULL)",
        f"CREATE INDEX IF NOT EXISTS {index}_words ON {index} USING gin (words)",
        f"CREATE INDEX IF NOT EXISTS {index}_backwards ON {index} USING gin (backwards)",
        f"DELETE FROM {index}",
        f"INSERT INTO {index} {named.rows('true')}",
    ]
    for name, event, table, keys in triggers(named):
        anew = " ".join(written_anew(named, key) for key in dict.fromkeys(keys))
        made += [
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {anew} RETURN NULL; END $$",
            f"DROP TRIGGER IF EXISTS {name} ON {table}",
            f"CREATE TRIGGER {name} AFTER {event} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()",
        ]
    things = named.things._meta.db_table
    return [
        *made,
        f"CREATE OR REPLACE FUNCTION {index}_emptied() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN DELETE FROM {index}; RETURN NULL; END $$",
        f"DROP TRIGGER IF EXISTS {index}_emptied ON {things}",
        f"CREATE TRIGGER {index}_emptied AFTER TRUNCATE ON {things} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {index}_emptied()",
    ]


def written_anew(named: Named, key: str) -> str:
    """Return what writes the words of one thing anew on PostgreSQL, of two writers one by one."""
    if key == "OLD.id":
        return f"DELETE FROM {named.index} WHERE id = OLD.id;"
    return (
        f"PERFORM 1 FROM {named.things._meta.db_table} WHERE id = {key} FOR NO KEY UPDATE; "
        f"INSERT INTO {named.index} {named.rows(f'thing.id = {key}')} ON CONFLICT (id) "
        "DO UPDATE SET words = EXCLUDED.words, backwards = EXCLUDED.backwards;"
    )


def asking(named: Named, words: Words, *, backwards: bool = False) -> tuple[str, list[Any]]:
    """Return the SQL, and what fills it, that yields the keys of things with all of these words."""
    column = "backwards" if backwards else "words"
    if connection.vendor == "postgresql":
        said = " & ".join(either(" | ", (f"'{way}':*" for way in ways)) for ways in words)
        return f"SELECT id FROM {named.index} WHERE {column} @@ %s::tsquery", [said]
    said = " AND ".join(either(" OR ", (f'"{way}"*' for way in ways)) for ways in words)
    return f"SELECT rowid FROM {named.index} WHERE {named.index} MATCH %s", [f"{column} : ({said})"]


def either(joint: str, ways: Iterable[str]) -> str:
    """Return several ways to begin a word as one condition.

    A folded word has nothing in it but letters, figures and lines below, so none needs quoting.
    """
    return f"({joint.join(ways)})"
