"""What all changes so far come to: a new installation makes its tables at once.

A database that is somewhere on the way goes on step by step; Django looks at which of the steps
below it has had, not at what this file said then. So a later step is put in by naming it below,
where a database without rows needs nothing of it but its tables. The name of this file must come
after that of the first step: what waits for our first step has to find that one on the way, too.
"""

from importlib import import_module

from django.core.management import call_command
from django.db import migrations

from joinedup.migrations._together import CreateAll

STEPS = [
    "0001_begin_the_register",
    "0002_queue_jobs_and_mail",
    "0003_ask_and_count",
    "0004_bring_in_a_register",
    "0005_let_bodies_end_and_be_followed",
    "0006_keep_visits",
    "0007_count_attempts",
    "0008_stage_imports_step_by_step",
    "0009_tell_more_of_each_partnership",
    "0010_know_parts_groups_and_consortia",
    "0011_keep_what_became_of_backups",
    "0012_keep_sides_and_work_out_tiers",
    "0013_know_whom_to_ask_for",
    "0014_join_two_entries",
    "0015_link_partnerships_and_keep_the_related",
    "0016_confirm_posts_yearly",
    "0017_bring_in_organisations_and_people",
    "0018_confirm_and_question_records",
    "0019_keep_searches",
    "0020_make_files_by_worker",
    "0021_keep_lists_flat",
    "0023_places_keep_more",
    "0024_own_question_sets",
    "0025_anonymous_rounds",
    "0026_running_rounds",
    "0027_what_follows_a_result",
    "0028_any_channel",
    "0029_reports_noted",
    "0030_results_in_one_file",
    "0031_tell_who_has_no_address",
    "0032_forming",
    "0033_keep_papers_as_evidence",
]


def operations_of(step):
    """What a step does, as its own file says it."""
    return import_module(f"joinedup.migrations.{step}").Migration.operations


def make_table(apps, schema_editor):
    """Make the table of Django's database cache, in which attempts are counted for all."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


def drop_table(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS joinedup_cache")


class Migration(migrations.Migration):
    replaces = [("joinedup", step) for step in STEPS]

    initial = True

    dependencies = []

    operations = [
        CreateAll([operation for step in STEPS for operation in operations_of(step)]),
        migrations.RunPython(make_table, drop_table),
    ]
