import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader


@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration():
    call_command("makemigrations", check=True, dry_run=True)


def test_the_migrations_are_one_line_with_one_end():
    loader = MigrationLoader(None)

    assert len(loader.graph.leaf_nodes("joinedup")) == 1
