"""How migrations make many tables."""

from django.db.migrations.operations.base import Operation


class CreateAll(Operation):
    """Create tables together: created one by one, all that point at each are built anew each time.

    That took nine tenths of the time of making an installation. The operations may be those of
    many migrations: each new table is created as the last of them leaves it, and nothing else is
    done to the database, so what they do to tables and rows that are there must be nothing.
    """

    def __init__(self, operations):
        self.operations = operations

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for table in new_tables(from_state, to_state):
            schema_editor.create_model(table)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for table in reversed(new_tables(to_state, from_state)):
            schema_editor.delete_model(table)

    def describe(self):
        return "Create all tables"


def new_tables(before, after):
    """Return the tables of a later state that an earlier one does not have."""
    return [after.apps.get_model(*key) for key in after.models if key not in before.models]
