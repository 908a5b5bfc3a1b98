from django.core.management import call_command
from django.db import migrations


def make_table(apps, schema_editor):
    """Make the table of Django's database cache, in which attempts are counted for all."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


def drop_table(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS joinedup_cache")


class Migration(migrations.Migration):
    dependencies = [("joinedup", "0006_keep_visits")]

    operations = [migrations.RunPython(make_table, drop_table)]
