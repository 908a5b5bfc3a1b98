"""What all changes so far came to: a new installation makes its tables at once."""

import django.core.serializers.json
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.core.management import call_command
from django.db import migrations, models

import joinedup.domain.basics.identifiers
import joinedup.domain.people.models
import joinedup.domain.reviews.models
from joinedup.migrations._together import CreateAll


def make_table(apps, schema_editor):
    """Make the table of Django's database cache, in which attempts are counted for all."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


def drop_table(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS joinedup_cache")


class Migration(migrations.Migration):
    replaces = [
        ("joinedup", "0001_begin_the_register"),
        ("joinedup", "0002_queue_jobs_and_mail"),
        ("joinedup", "0003_ask_and_count"),
        ("joinedup", "0004_bring_in_a_register"),
        ("joinedup", "0005_let_bodies_end_and_be_followed"),
        ("joinedup", "0006_keep_visits"),
        ("joinedup", "0007_count_attempts"),
        ("joinedup", "0008_stage_imports_step_by_step"),
        ("joinedup", "0009_tell_more_of_each_partnership"),
        ("joinedup", "0010_know_parts_groups_and_consortia"),
        ("joinedup", "0011_keep_what_became_of_backups"),
        ("joinedup", "0012_keep_sides_and_work_out_tiers"),
        ("joinedup", "0013_know_whom_to_ask_for"),
        ("joinedup", "0014_join_two_entries"),
        ("joinedup", "0015_link_partnerships_and_keep_the_related"),
        ("joinedup", "0016_confirm_posts_yearly"),
        ("joinedup", "0017_bring_in_organisations_and_people"),
        ("joinedup", "0018_confirm_and_question_records"),
        ("joinedup", "0019_keep_searches"),
        ("joinedup", "0020_make_files_by_worker"),
        ("joinedup", "0021_keep_lists_flat"),
        ("joinedup", "0023_places_keep_more"),
        ("joinedup", "0024_own_question_sets"),
        ("joinedup", "0025_anonymous_rounds"),
        ("joinedup", "0026_running_rounds"),
        ("joinedup", "0027_what_follows_a_result"),
        ("joinedup", "0028_any_channel"),
        ("joinedup", "0029_reports_noted"),
        ("joinedup", "0030_results_in_one_file"),
        ("joinedup", "0031_tell_who_has_no_address"),
    ]

    initial = True

    dependencies = []

    operations = [
        CreateAll(
            [
                migrations.CreateModel(
                    name="Area",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("code", models.CharField(max_length=9, unique=True)),
                        ("name", models.CharField(max_length=200)),
                    ],
                    options={
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="Backup",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("tried_at", models.DateTimeField()),
                        ("name", models.CharField(blank=True, max_length=300)),
                        ("size", models.BigIntegerField(default=0)),
                        ("rows", models.BigIntegerField(default=0)),
                        ("version", models.CharField(blank=True, max_length=40)),
                        ("problem", models.TextField(blank=True)),
                        ("forgotten_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["-tried_at", "-id"],
                        "indexes": [
                            models.Index(fields=["-tried_at", "-id"], name="backup_newest")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("name", ""), models.Q(("problem", ""), _negated=True)
                                    ),
                                    models.Q(
                                        models.Q(("name", ""), _negated=True), ("problem", "")
                                    ),
                                    _connector="OR",
                                ),
                                name="backup_made_or_problem",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Entry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("verb", models.CharField(max_length=60)),
                        ("kind", models.CharField(max_length=40)),
                        ("thing", models.CharField(max_length=40)),
                        ("by", models.CharField(blank=True, max_length=40)),
                        ("by_name", models.CharField(blank=True, max_length=200)),
                        ("because", models.TextField(blank=True)),
                        ("detail", models.JSONField(default=dict)),
                    ],
                    options={
                        "verbose_name_plural": "entries",
                        "ordering": ["-id"],
                        "indexes": [
                            models.Index(fields=["kind", "thing", "-id"], name="entry_by_thing")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Job",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("name", models.CharField(max_length=60)),
                        ("key", models.CharField(blank=True, max_length=120, null=True)),
                        ("arguments", models.JSONField(default=dict)),
                        ("run_at", models.DateTimeField()),
                        ("lease_until", models.DateTimeField(blank=True, null=True)),
                        ("attempts", models.PositiveIntegerField(default=0)),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("given_up_at", models.DateTimeField(blank=True, null=True)),
                        ("problem", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["run_at", "id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(
                                    ("done_at__isnull", True), ("given_up_at__isnull", True)
                                ),
                                fields=["run_at", "id"],
                                name="job_open",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("name", "key"), name="job_key_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Organisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        (
                            "folded_name",
                            models.CharField(db_index=True, editable=False, max_length=200),
                        ),
                        (
                            "sector",
                            models.CharField(
                                choices=[
                                    ("COUNCIL", "Council"),
                                    ("PARISH", "Parish or town council"),
                                    ("POLICE", "Police"),
                                    ("FIRE", "Fire and rescue"),
                                    ("HEALTH", "Health body"),
                                    ("EDUCATION", "School or college"),
                                    ("JUSTICE", "Probation or justice body"),
                                    ("PUBLIC", "Other public body"),
                                    ("HOUSING", "Housing association"),
                                    ("CHARITY", "Charity or voluntary group"),
                                    ("COMMUNITY", "Community or residents’ group"),
                                    ("FAITH", "Faith group"),
                                    ("EQUALITY", "Equality group"),
                                    ("BUSINESS", "Business"),
                                    ("UNTOLD", "Not yet told us"),
                                ],
                                default="UNTOLD",
                                max_length=12,
                            ),
                        ),
                        ("website", models.URLField(blank=True)),
                        ("contact", models.CharField(blank=True, max_length=200)),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("BODY", "An organisation"),
                                    ("PART", "A part of an organisation"),
                                    ("CLASS", "All organisations of a sort"),
                                    ("CONSORTIUM", "A consortium of several"),
                                    ("PERSON", "A person in their own right"),
                                ],
                                default="BODY",
                                max_length=12,
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True)),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="absorbed",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "part_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="joinedup.organisation",
                            ),
                        ),
                        ("to_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["folded_name", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "sector__in",
                                        [
                                            "COUNCIL",
                                            "PARISH",
                                            "POLICE",
                                            "FIRE",
                                            "HEALTH",
                                            "EDUCATION",
                                            "JUSTICE",
                                            "PUBLIC",
                                            "HOUSING",
                                            "CHARITY",
                                            "COMMUNITY",
                                            "FAITH",
                                            "EQUALITY",
                                            "BUSINESS",
                                            "UNTOLD",
                                        ],
                                    )
                                ),
                                name="organisation_sector_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_on__isnull", True),
                                    ("to_on__isnull", True),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="organisation_from_on_before_to_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("form__in", ["BODY", "PART", "CLASS", "CONSORTIUM", "PERSON"])
                                ),
                                name="organisation_form_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("form", "PART"), ("part_of__isnull", False)),
                                    models.Q(
                                        models.Q(("form", "PART"), _negated=True),
                                        ("part_of__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_part_is_of_a_body",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("part_of__isnull", False)),
                                fields=["part_of"],
                                name="parts_of_a_body",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConsortiumMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True)),
                        ("to_on", models.DateField(blank=True, null=True)),
                        (
                            "consortium",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="consortium_members",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="consortia",
                                to="joinedup.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["organisation__folded_name", "id"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_on__isnull", True),
                                    ("to_on__isnull", True),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="consortiummember_from_on_before_to_on",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_on__isnull", True)),
                                fields=("consortium", "organisation"),
                                name="in_a_consortium_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Contact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("from_on", models.DateField(blank=True, null=True)),
                        ("to_on", models.DateField(blank=True, null=True)),
                        ("name", models.CharField(max_length=200)),
                        ("title", models.CharField(blank=True, max_length=200)),
                        ("remit", models.CharField(blank=True, max_length=300)),
                        (
                            "power",
                            models.CharField(
                                choices=[
                                    ("DECIDES", "Can decide for it"),
                                    ("RECOMMENDS", "Takes it back and recommends"),
                                    ("LISTENS", "Listens and passes it on"),
                                    ("UNTOLD", "Not yet told us"),
                                ],
                                default="UNTOLD",
                                max_length=12,
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        ("phone", models.CharField(blank=True, max_length=40)),
                        (
                            "introduced_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="introduced",
                                to="joinedup.contact",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contacts",
                                to="joinedup.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name", "id"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_on__isnull", True),
                                    ("to_on__isnull", True),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="contact_from_on_before_to_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("power__in", ["DECIDES", "RECOMMENDS", "LISTENS", "UNTOLD"])
                                ),
                                name="contact_power_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GroupServed",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "group",
                            models.CharField(
                                choices=[
                                    ("RESIDENTS", "Residents of one neighbourhood"),
                                    ("TENANTS", "Tenants and leaseholders"),
                                    ("YOUNG", "Children and young people"),
                                    ("OLDER", "Older people"),
                                    ("WOMEN", "Women and girls"),
                                    ("DISABLED", "Disabled people"),
                                    ("RACE", "People of minority ethnic groups"),
                                    ("TRAVELLERS", "Gypsies, Roma and Travellers"),
                                    ("NEWCOMERS", "Refugees and other newcomers"),
                                    ("LANGUAGES", "People whose first language is not English"),
                                    ("FAITH", "People of a faith"),
                                    ("LGBT", "Lesbian, gay, bisexual and trans people"),
                                    ("CARERS", "Unpaid carers"),
                                    ("MINDS", "People with mental ill health"),
                                    ("HOMELESS", "People without a home"),
                                    ("SURVIVORS", "People who have lived with abuse or violence"),
                                    ("RECOVERY", "People in recovery from drugs or alcohol"),
                                    ("OFFENDERS", "Prisoners and people who have offended"),
                                    ("POOR", "People on low incomes"),
                                    ("RURAL", "People in villages and remote places"),
                                    ("FORCES", "Armed forces, veterans and their families"),
                                    ("SELDOM", "Others who are seldom heard"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="groups_served",
                                to="joinedup.organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "groups served",
                        "ordering": ["group"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "group__in",
                                        [
                                            "RESIDENTS",
                                            "TENANTS",
                                            "YOUNG",
                                            "OLDER",
                                            "WOMEN",
                                            "DISABLED",
                                            "RACE",
                                            "TRAVELLERS",
                                            "NEWCOMERS",
                                            "LANGUAGES",
                                            "FAITH",
                                            "LGBT",
                                            "CARERS",
                                            "MINDS",
                                            "HOMELESS",
                                            "SURVIVORS",
                                            "RECOVERY",
                                            "OFFENDERS",
                                            "POOR",
                                            "RURAL",
                                            "FORCES",
                                            "SELDOM",
                                        ],
                                    )
                                ),
                                name="groupserved_group_known",
                            ),
                            models.UniqueConstraint(
                                fields=("organisation", "group"), name="group_served_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Identifier",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "scheme",
                            models.CharField(
                                choices=[
                                    ("GSS", "Official area code (GSS)"),
                                    ("GB-CHC", "Charity number, England and Wales"),
                                    ("GB-SC", "Charity number, Scotland"),
                                    ("GB-NIC", "Charity number, Northern Ireland"),
                                    ("GB-REV", "Charity reference of the tax office (HMRC)"),
                                    ("GB-COH", "Company number"),
                                    ("GB-MPR", "Mutuals register"),
                                    ("GB-LAE", "Local authority register, England"),
                                    ("GB-LAS", "Local authority register, Scotland"),
                                    ("GB-PLA", "Principal local authority register, Wales"),
                                    ("GB-LANI", "Local authority register, Northern Ireland"),
                                    ("GB-GOR", "Government organisation register"),
                                    ("GB-NHS", "Health service code (ODS)"),
                                    ("GB-EDU", "School number"),
                                    ("GB-WALEDU", "School number, Wales"),
                                    ("GB-SCOTEDU", "School number, Scotland"),
                                    ("GB-IRN", "School number, Northern Ireland"),
                                    ("GB-UKPRN", "Learning provider number (UKPRN)"),
                                    ("GB-HESA", "Higher education number (HESA)"),
                                    ("GB-SHPE", "Registered social housing provider, England"),
                                    ("GB-COE", "Church of England church code"),
                                    ("XI-LEI", "Legal entity identifier (LEI)"),
                                    ("XI-ROR", "Research organisation register (ROR)"),
                                    ("XI-WIKIDATA", "Wikidata"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("value", models.CharField(max_length=40)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="identifiers",
                                to="joinedup.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["scheme", "value"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("scheme", "value"), name="identifier_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InstrumentVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("name", models.CharField(max_length=80)),
                        ("version", models.CharField(max_length=20)),
                        ("title", models.CharField(max_length=200)),
                        ("definition", models.TextField()),
                        ("frozen_at", models.DateTimeField(blank=True, null=True)),
                        ("gives_score", models.BooleanField(default=False)),
                        ("is_yearly", models.BooleanField(default=False)),
                        ("minutes", models.PositiveSmallIntegerField(default=10)),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="own_instruments",
                                to="joinedup.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["title", "-id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("owner__isnull", True)),
                                fields=("name", "version"),
                                name="instrument_version_once",
                            ),
                            models.UniqueConstraint(
                                fields=("owner", "name", "version"),
                                name="own_instrument_version_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OtherOrganisationName",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True)),
                        ("to_on", models.DateField(blank=True, null=True)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "folded_name",
                            models.CharField(db_index=True, editable=False, max_length=200),
                        ),
                        (
                            "sort",
                            models.CharField(
                                choices=[
                                    ("FORMER", "Former name"),
                                    ("ALIAS", "Also known as"),
                                    ("SHORT", "Short name"),
                                    ("WELSH", "Welsh name"),
                                ],
                                default="ALIAS",
                                max_length=8,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="other_names",
                                to="joinedup.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-to_on", "name"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_on__isnull", True),
                                    ("to_on__isnull", True),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="otherorganisationname_from_on_before_to_on",
                            ),
                            models.UniqueConstraint(
                                fields=("organisation", "folded_name"),
                                name="organisation_name_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Partnership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "agreement",
                            models.CharField(
                                choices=[
                                    ("UNTOLD", "Not yet told us"),
                                    ("YES", "Yes"),
                                    ("NO", "No"),
                                ],
                                default="UNTOLD",
                                max_length=6,
                            ),
                        ),
                        ("agreement_signed_on", models.DateField(blank=True, null=True)),
                        ("agreement_ends_on", models.DateField(blank=True, null=True)),
                        (
                            "exit_plan",
                            models.CharField(
                                choices=[
                                    ("UNTOLD", "Not yet told us"),
                                    ("YES", "Yes"),
                                    ("NO", "No"),
                                ],
                                default="UNTOLD",
                                max_length=6,
                            ),
                        ),
                        (
                            "risks",
                            models.CharField(
                                choices=[
                                    ("UNTOLD", "Not yet told us"),
                                    ("YES", "Yes"),
                                    ("NO", "No"),
                                ],
                                default="UNTOLD",
                                max_length=6,
                            ),
                        ),
                        ("risks_reviewed_on", models.DateField(blank=True, null=True)),
                        (
                            "measures",
                            models.CharField(
                                choices=[
                                    ("UNTOLD", "Not yet told us"),
                                    ("YES", "Yes"),
                                    ("NO", "No"),
                                ],
                                default="UNTOLD",
                                max_length=6,
                            ),
                        ),
                        ("measures_updated_on", models.DateField(blank=True, null=True)),
                        ("members_confirmed_on", models.DateField(blank=True, null=True)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "folded_name",
                            models.CharField(db_index=True, editable=False, max_length=200),
                        ),
                        ("purpose", models.TextField(blank=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("COMMISSIONED", "Commissioned"),
                                    ("COOPERATIVE", "Cooperative"),
                                    ("COORDINATED", "Coordinated"),
                                    ("COLLABORATIVE", "Collaborative"),
                                    ("UNTOLD", "Not yet told us"),
                                ],
                                default="UNTOLD",
                                max_length=14,
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("STRATEGIC", "Strategic"),
                                    ("OPERATIONAL", "Operational"),
                                    ("UNTOLD", "Not yet told us"),
                                ],
                                default="UNTOLD",
                                max_length=12,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("IDEA", "Idea"),
                                    ("PROPOSED", "Proposed"),
                                    ("ACTIVE", "Active"),
                                    ("CLOSING", "Closing"),
                                    ("CLOSED", "Closed"),
                                    ("DECLINED", "Declined"),
                                ],
                                default="IDEA",
                                max_length=10,
                            ),
                        ),
                        (
                            "tier",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "1, significant"), (2, "2, key"), (3, "3, network")],
                                null=True,
                            ),
                        ),
                        ("tier_because", models.CharField(blank=True, max_length=300)),
                        ("is_internal", models.BooleanField(default=False)),
                        ("agreed_before", models.BooleanField(default=False)),
                        ("starts_on", models.DateField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        ("reference", models.CharField(blank=True, max_length=40)),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="partnerships",
                                to="joinedup.area",
                            ),
                        ),
                        (
                            "accountable_body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers_for",
                                to="joinedup.organisation",
                            ),
                        ),
                        ("agreement_review_on", models.DateField(blank=True, null=True)),
                        ("agreement_version", models.CharField(blank=True, max_length=40)),
                        (
                            "beyond_area",
                            models.CharField(
                                choices=[
                                    ("UNTOLD", "Not yet told us"),
                                    ("YES", "Yes"),
                                    ("NO", "No"),
                                ],
                                default="UNTOLD",
                                max_length=6,
                            ),
                        ),
                        (
                            "data_sharing",
                            models.CharField(
                                choices=[
                                    ("UNTOLD", "Not yet told us"),
                                    ("YES", "Yes"),
                                    ("NO", "No"),
                                ],
                                default="UNTOLD",
                                max_length=6,
                            ),
                        ),
                        ("data_sharing_on", models.DateField(blank=True, null=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("exit_plan_on", models.DateField(blank=True, null=True)),
                        (
                            "expected_life",
                            models.CharField(
                                choices=[
                                    ("UNTOLD", "Not yet told us"),
                                    ("SHORT", "Less than a year"),
                                    ("MIDDLE", "One to three years"),
                                    ("LONG", "More than three years"),
                                    ("LASTING", "Lasting: no end is planned"),
                                ],
                                default="UNTOLD",
                                max_length=7,
                            ),
                        ),
                        (
                            "has_accountable_body",
                            models.CharField(
                                choices=[
                                    ("UNTOLD", "Not yet told us"),
                                    ("YES", "Yes"),
                                    ("NO", "No"),
                                ],
                                default="UNTOLD",
                                max_length=6,
                            ),
                        ),
                        (
                            "joint_venture",
                            models.CharField(
                                choices=[
                                    ("UNTOLD", "Not yet told us"),
                                    ("YES", "Yes"),
                                    ("NO", "No"),
                                ],
                                default="UNTOLD",
                                max_length=6,
                            ),
                        ),
                        (
                            "legal_form",
                            models.CharField(
                                choices=[
                                    ("UNTOLD", "Not yet told us"),
                                    ("NONE", "None of its own: its members act"),
                                    ("COMMITTEE", "Joint committee"),
                                    ("STATUTORY", "Body set up by law"),
                                    ("COMPANY", "Company"),
                                    ("CHARITY", "Charity or trust"),
                                    ("OTHER", "Something else"),
                                ],
                                default="UNTOLD",
                                max_length=9,
                            ),
                        ),
                        ("meeting_rhythm", models.CharField(blank=True, max_length=100)),
                        ("next_review_on", models.DateField(blank=True, null=True)),
                        (
                            "openness",
                            models.CharField(
                                choices=[
                                    ("UNTOLD", "Not yet told us"),
                                    ("PUBLIC", "Public: anyone may be shown it"),
                                    (
                                        "RESTRICTED",
                                        "Restricted: only those on it and their organisations",
                                    ),
                                ],
                                default="UNTOLD",
                                max_length=10,
                            ),
                        ),
                        ("outcomes", models.TextField(blank=True)),
                        ("priorities", models.TextField(blank=True)),
                        ("reach", models.CharField(blank=True, max_length=300)),
                        ("reporting_line", models.CharField(blank=True, max_length=300)),
                        ("scrutiny_committee", models.CharField(blank=True, max_length=200)),
                        (
                            "statutory",
                            models.CharField(
                                choices=[
                                    ("UNTOLD", "Not yet told us"),
                                    ("YES", "Yes"),
                                    ("NO", "No"),
                                ],
                                default="UNTOLD",
                                max_length=6,
                            ),
                        ),
                        ("statutory_law", models.CharField(blank=True, max_length=300)),
                        ("top_risk", models.CharField(blank=True, max_length=300)),
                        (
                            "total_budget",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True
                            ),
                        ),
                        ("what_it_is_not", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["folded_name", "id"],
                        "indexes": [
                            models.Index(
                                fields=["state", "folded_name", "id"], name="register_order"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "IDEA",
                                            "PROPOSED",
                                            "ACTIVE",
                                            "CLOSING",
                                            "CLOSED",
                                            "DECLINED",
                                        ],
                                    )
                                ),
                                name="partnership_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "COMMISSIONED",
                                            "COOPERATIVE",
                                            "COORDINATED",
                                            "COLLABORATIVE",
                                            "UNTOLD",
                                        ],
                                    )
                                ),
                                name="partnership_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("level__in", ["STRATEGIC", "OPERATIONAL", "UNTOLD"])
                                ),
                                name="partnership_level_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="partnership_starts_on_before_ends_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("agreement_signed_on__isnull", True),
                                    ("agreement_ends_on__isnull", True),
                                    ("agreement_ends_on__gte", models.F("agreement_signed_on")),
                                    _connector="OR",
                                ),
                                name="partnership_agreement_signed_on_before_agreement_ends_on",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("reference", ""), _negated=True),
                                fields=("reference",),
                                name="partnership_reference_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ended_on__isnull", True),
                                    ("ended_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="partnership_starts_on_before_ended_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("agreement_signed_on__isnull", True),
                                    ("agreement_review_on__isnull", True),
                                    ("agreement_review_on__gte", models.F("agreement_signed_on")),
                                    _connector="OR",
                                ),
                                name="partnership_agreement_signed_on_before_agreement_review_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "legal_form__in",
                                        [
                                            "UNTOLD",
                                            "NONE",
                                            "COMMITTEE",
                                            "STATUTORY",
                                            "COMPANY",
                                            "CHARITY",
                                            "OTHER",
                                        ],
                                    )
                                ),
                                name="partnership_legal_form_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "expected_life__in",
                                        ["UNTOLD", "SHORT", "MIDDLE", "LONG", "LASTING"],
                                    )
                                ),
                                name="partnership_expected_life_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("openness__in", ["UNTOLD", "PUBLIC", "RESTRICTED"])
                                ),
                                name="partnership_openness_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("total_budget__isnull", True),
                                    ("total_budget__gte", 0),
                                    _connector="OR",
                                ),
                                name="partnership_budget_not_less_than_nothing",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Hosting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True)),
                        ("to_on", models.DateField(blank=True, null=True)),
                        ("is_lead", models.BooleanField(default=False)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hostings",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="hostings",
                                to="joinedup.partnership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-is_lead", "id"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_on__isnull", True),
                                    ("to_on__isnull", True),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="hosting_from_on_before_to_on",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("is_lead", True), ("to_on__isnull", True)),
                                fields=("partnership",),
                                name="one_lead_host",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_on__isnull", True)),
                                fields=("partnership", "organisation"),
                                name="hosting_open_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Involvement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("accountable_officer", models.CharField(blank=True, max_length=200)),
                        ("deputy", models.CharField(blank=True, max_length=200)),
                        ("sponsor", models.CharField(blank=True, max_length=200)),
                        ("elected_member", models.CharField(blank=True, max_length=200)),
                        ("director", models.CharField(blank=True, max_length=200)),
                        (
                            "tier",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "1, significant"), (2, "2, key"), (3, "3, network")],
                                null=True,
                            ),
                        ),
                        ("tier_because", models.CharField(blank=True, max_length=300)),
                        (
                            "officer_days",
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=6, null=True
                            ),
                        ),
                        (
                            "cost",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True
                            ),
                        ),
                        (
                            "cost_in_kind",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True
                            ),
                        ),
                        (
                            "risk",
                            models.CharField(
                                choices=[
                                    ("UNTOLD", "Not yet told us"),
                                    ("LOW", "Low"),
                                    ("MODERATE", "Moderate"),
                                    ("HIGH", "High"),
                                    ("VERY_HIGH", "Very high"),
                                ],
                                default="UNTOLD",
                                max_length=9,
                            ),
                        ),
                        ("risk_remark", models.TextField(blank=True)),
                        ("risk_reviewed_on", models.DateField(blank=True, null=True)),
                        ("exit_words", models.TextField(blank=True)),
                        ("notice_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("may_leave_on", models.DateField(blank=True, null=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="involvements",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="involvements",
                                to="joinedup.partnership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("risk__in", ["UNTOLD", "LOW", "MODERATE", "HIGH", "VERY_HIGH"])
                                ),
                                name="involvement_risk_known",
                            ),
                            models.UniqueConstraint(
                                fields=("partnership", "organisation"), name="involvement_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Link",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("from_on", models.DateField(blank=True, null=True)),
                        ("to_on", models.DateField(blank=True, null=True)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "sort",
                            models.CharField(
                                choices=[
                                    ("REPORTS_TO", "reports to"),
                                    ("PART_OF", "is a part of"),
                                    ("PROJECT_OF", "is a project group of"),
                                    ("SERVES", "serves"),
                                    ("ADVISES", "advises"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("NONE", "It has no theme"),
                                    ("LEADS", "It leads on the theme"),
                                    ("SUPPORTS", "It supports the theme"),
                                ],
                                default="NONE",
                                max_length=8,
                            ),
                        ),
                        ("theme", models.CharField(blank=True, max_length=60)),
                        (
                            "folded_theme",
                            models.CharField(blank=True, editable=False, max_length=200),
                        ),
                        (
                            "lower",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="links_up",
                                to="joinedup.partnership",
                            ),
                        ),
                        (
                            "upper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="links_down",
                                to="joinedup.partnership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_on__isnull", True),
                                    ("to_on__isnull", True),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="link_from_on_before_to_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "sort__in",
                                        [
                                            "REPORTS_TO",
                                            "PART_OF",
                                            "PROJECT_OF",
                                            "SERVES",
                                            "ADVISES",
                                        ],
                                    )
                                ),
                                name="link_sort_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("part__in", ["NONE", "LEADS", "SUPPORTS"])),
                                name="link_part_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("lower", models.F("upper")), _negated=True),
                                name="link_to_another",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_on__isnull", True)),
                                fields=("lower", "upper", "sort"),
                                name="link_open_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("part", "LEADS"), ("to_on__isnull", True)),
                                fields=("upper", "folded_theme"),
                                name="one_lead_for_a_theme",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Membership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("from_on", models.DateField(blank=True, null=True)),
                        ("to_on", models.DateField(blank=True, null=True)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("unit", models.CharField(blank=True, max_length=200)),
                        (
                            "standing",
                            models.CharField(
                                choices=[
                                    ("CORE", "Core member"),
                                    ("ASSOCIATE", "Associate"),
                                    ("OBSERVER", "Observer"),
                                ],
                                default="CORE",
                                max_length=10,
                            ),
                        ),
                        ("brings", models.TextField(blank=True)),
                        ("gains", models.TextField(blank=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="memberships",
                                to="joinedup.partnership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["organisation__folded_name", "id"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_on__isnull", True),
                                    ("to_on__isnull", True),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="membership_from_on_before_to_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("standing__in", ["CORE", "ASSOCIATE", "OBSERVER"])
                                ),
                                name="membership_standing_known",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_on__isnull", True)),
                                fields=("partnership", "organisation", "unit"),
                                name="membership_open_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Contribution",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField()),
                        (
                            "sort",
                            models.CharField(
                                choices=[
                                    ("CASH", "Money"),
                                    ("HOURS", "Hours of work"),
                                    ("KIND", "Something else: rooms, equipment, information"),
                                ],
                                max_length=5,
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True
                            ),
                        ),
                        ("words", models.CharField(blank=True, max_length=300)),
                        (
                            "membership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contributions",
                                to="joinedup.membership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [
                            "-year",
                            "membership__organisation__folded_name",
                            "sort",
                            "id",
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("sort__in", ["CASH", "HOURS", "KIND"])),
                                name="contribution_sort_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("amount__isnull", True), ("amount__gte", 0), _connector="OR"
                                ),
                                name="contribution_not_less_than_nothing",
                            ),
                            models.UniqueConstraint(
                                fields=("membership", "year", "sort", "words"),
                                name="contribution_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OtherPartnershipName",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True)),
                        ("to_on", models.DateField(blank=True, null=True)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "folded_name",
                            models.CharField(db_index=True, editable=False, max_length=200),
                        ),
                        (
                            "sort",
                            models.CharField(
                                choices=[
                                    ("FORMER", "Former name"),
                                    ("ALIAS", "Also known as"),
                                    ("SHORT", "Short name"),
                                    ("WELSH", "Welsh name"),
                                ],
                                default="ALIAS",
                                max_length=8,
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="other_names",
                                to="joinedup.partnership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-to_on", "name"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_on__isnull", True),
                                    ("to_on__isnull", True),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="otherpartnershipname_from_on_before_to_on",
                            ),
                            models.UniqueConstraint(
                                fields=("partnership", "folded_name"), name="partnership_name_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Person",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "last_login",
                            models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("email", models.EmailField(blank=True, max_length=254, null=True)),
                        ("phone", models.CharField(blank=True, max_length=40)),
                        (
                            "session_seed",
                            models.CharField(
                                default=joinedup.domain.people.models.new_seed,
                                editable=False,
                                max_length=30,
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True)),
                    ],
                    options={
                        "verbose_name_plural": "people",
                        "ordering": ["name", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                name="person_email_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("email", ""), _negated=True),
                                name="person_email_not_blank",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Challenge",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("asked_at", models.DateTimeField()),
                        ("answer", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "entry",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="joinedup.entry",
                            ),
                        ),
                        (
                            "membership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="challenges",
                                to="joinedup.membership",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="challenges",
                                to="joinedup.partnership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-asked_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answered_at__isnull", True), ("answered_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("answered_at__isnull", False),
                                        ("answered_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="challenge_answered_at_with_answered_by",
                            ),
                            models.UniqueConstraint(
                                fields=("membership", "entry"), name="a_member_questions_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Confirmation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("confirmed_at", models.DateTimeField()),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "membership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="confirmations",
                                to="joinedup.membership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-confirmed_at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="Import",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("memberships", "One row for each member of each partnership"),
                                    (
                                        "partnerships",
                                        "One row for each partnership, with its members in one cell",
                                    ),
                                    (
                                        "organisations",
                                        "One row for each organisation, with its numbers and names",
                                    ),
                                    (
                                        "people",
                                        "One row for each person, with how to reach them and where they sit",
                                    ),
                                ],
                                max_length=16,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("STAGED", "Waiting to be brought in"),
                                    ("APPLIED", "Brought in"),
                                    ("DISCARDED", "Put aside"),
                                    ("UNDONE", "Taken back"),
                                ],
                                default="STAGED",
                                max_length=10,
                            ),
                        ),
                        ("file_name", models.CharField(max_length=200)),
                        ("digest", models.CharField(max_length=64)),
                        ("columns", models.JSONField(default=list)),
                        ("found", models.JSONField(default=dict)),
                        ("mapping", models.JSONField(default=dict)),
                        ("answers", models.JSONField(default=dict)),
                        ("outcome", models.JSONField(default=dict)),
                        ("begun_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="imports",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("done", models.PositiveIntegerField(default=0)),
                        ("planned", models.JSONField(default=dict)),
                        ("total", models.PositiveIntegerField(default=0)),
                        ("trouble", models.CharField(blank=True, max_length=300)),
                        (
                            "work",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Nothing"),
                                    ("READING", "Reading the file"),
                                    ("PLANNING", "Working out what will happen"),
                                    ("ENTERING", "Bringing it in"),
                                    ("NOTING", "Writing the history"),
                                ],
                                max_length=10,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-begun_at", "-id"],
                        "indexes": [
                            models.Index(fields=["digest", "kind"], name="import_by_digest"),
                            models.Index(
                                fields=["-begun_at", "-id", "organisation"], name="import_order"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["STAGED", "APPLIED", "DISCARDED", "UNDONE"])
                                ),
                                name="import_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("work__in", ["", "READING", "PLANNING", "ENTERING", "NOTING"])
                                ),
                                name="import_work_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        ["memberships", "partnerships", "organisations", "people"],
                                    )
                                ),
                                name="import_kind_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportPiece",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("data", models.BinaryField()),
                        (
                            "whole",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pieces",
                                to="joinedup.import",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("whole", "number"), name="import_piece_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("cells", models.JSONField()),
                        (
                            "whole",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="joinedup.import",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("whole", "number"), name="import_row_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("thing", models.CharField(max_length=16)),
                        ("outcome", models.CharField(max_length=10)),
                        ("ref", models.CharField(max_length=1000)),
                        ("row", models.PositiveIntegerField()),
                        ("label", models.TextField()),
                        (
                            "values",
                            models.JSONField(
                                default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder
                            ),
                        ),
                        (
                            "before",
                            models.JSONField(
                                default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder
                            ),
                        ),
                        ("made", models.BigIntegerField(default=0)),
                        ("public_id", models.CharField(blank=True, max_length=10)),
                        (
                            "whole",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="joinedup.import",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(fields=["whole", "thing", "ref"], name="step_by_ref"),
                            models.Index(
                                fields=["whole", "thing", "outcome", "id"], name="step_in_order"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome__in", ["created", "updated", "unchanged"])
                                ),
                                name="importstep_outcome_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KeptSearch",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "searched",
                            models.CharField(
                                choices=[("register", "Register"), ("organisations", "Directory")],
                                max_length=14,
                            ),
                        ),
                        ("name", models.CharField(max_length=100)),
                        ("asked", models.CharField(max_length=2000)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="kept_searches",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "kept searches",
                        "ordering": ["name", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("searched__in", ["register", "organisations"])),
                                name="keptsearch_searched_known",
                            ),
                            models.UniqueConstraint(
                                fields=("person", "name"), name="kept_search_name_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Merge",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("because", models.TextField(blank=True)),
                        ("moved", models.JSONField(default=dict)),
                        ("joined", models.JSONField(default=list)),
                        ("name_noted", models.CharField(blank=True, max_length=200)),
                        ("merged_at", models.DateTimeField()),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "absorbed",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "kept",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merges",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "merged_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-merged_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("undone_at__isnull", True), ("undone_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("undone_at__isnull", False), ("undone_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="merge_undone_at_with_undone_by",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Message",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=200)),
                        ("address", models.EmailField(max_length=254)),
                        ("subject", models.CharField(max_length=200)),
                        ("body", models.TextField()),
                        ("kind", models.CharField(max_length=60)),
                        ("about_kind", models.CharField(blank=True, max_length=40)),
                        ("about", models.CharField(blank=True, max_length=40)),
                        (
                            "key",
                            models.CharField(blank=True, max_length=120, null=True, unique=True),
                        ),
                        ("message_id", models.CharField(max_length=255, unique=True)),
                        ("carries_secret", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("QUEUED", "Waiting to be sent"),
                                    ("SENT", "Sent"),
                                    ("FAILED", "Could not be sent"),
                                    ("HELD", "Held back"),
                                ],
                                default="QUEUED",
                                max_length=6,
                            ),
                        ),
                        ("queued_at", models.DateTimeField()),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("attempts", models.PositiveIntegerField(default=0)),
                        ("problem", models.TextField(blank=True)),
                        ("forgotten_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="messages",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-queued_at", "-id"],
                        "indexes": [
                            models.Index(fields=["-queued_at", "-id"], name="message_newest"),
                            models.Index(
                                django.db.models.functions.text.Upper("address"),
                                name="message_by_address",
                            ),
                            models.Index(fields=["about_kind", "about"], name="message_by_thing"),
                            models.Index(
                                condition=models.Q(("state", "QUEUED")),
                                fields=["queued_at"],
                                name="message_waiting",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["QUEUED", "SENT", "FAILED", "HELD"])
                                ),
                                name="message_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("sent_at__isnull", False), ("state", "SENT")),
                                    models.Q(
                                        models.Q(("state", "SENT"), _negated=True),
                                        ("sent_at__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="message_sent_with_moment",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Parcel",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "what",
                            models.CharField(
                                choices=[
                                    ("register", "The partnerships"),
                                    ("memberships", "Members and places"),
                                    ("directory", "The directory"),
                                    ("everything", "Everything"),
                                    ("report", "A report"),
                                    ("results", "All results of a round"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("sort", models.CharField(max_length=4)),
                        ("asked", models.JSONField(default=dict)),
                        ("told", models.JSONField(default=list)),
                        ("key", models.CharField(max_length=64)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("WAITING", "Being made"),
                                    ("READY", "Ready"),
                                    ("STOPPED", "Not made"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("grounds", models.CharField(max_length=64)),
                        ("done", models.PositiveIntegerField(default=0)),
                        ("total", models.PositiveIntegerField(default=0)),
                        ("size", models.BigIntegerField(default=0)),
                        ("trouble", models.CharField(blank=True, max_length=300)),
                        ("asked_at", models.DateTimeField()),
                        ("made_at", models.DateTimeField(blank=True, null=True)),
                        ("ends_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parcels",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parcels",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-asked_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["WAITING", "READY", "STOPPED"])),
                                name="parcel_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ends_at__isnull", True), ("made_at__isnull", True)),
                                    models.Q(
                                        ("ends_at__isnull", False), ("made_at__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="parcel_made_at_with_ends_at",
                            ),
                            models.UniqueConstraint(fields=("person", "key"), name="parcel_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "what__in",
                                        [
                                            "register",
                                            "memberships",
                                            "directory",
                                            "everything",
                                            "report",
                                            "results",
                                        ],
                                    )
                                ),
                                name="parcel_what_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ParcelPiece",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("data", models.BinaryField()),
                        (
                            "whole",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pieces",
                                to="joinedup.parcel",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("whole", "number"), name="parcel_piece_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Post",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("from_on", models.DateField(blank=True, null=True)),
                        ("to_on", models.DateField(blank=True, null=True)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("OFFICER", "Partnership officer"),
                                    ("MANAGER", "Manager"),
                                    ("DIRECTOR", "Director or assistant director"),
                                    ("LEADERSHIP", "Leadership team"),
                                    ("AUDITOR", "Auditor"),
                                    ("STEWARD", "Steward of the installation"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("title", models.CharField(blank=True, max_length=200)),
                        ("unit", models.CharField(blank=True, max_length=200)),
                        (
                            "line_manager",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("confirmed_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["organisation", "kind", "id"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_on__isnull", True),
                                    ("to_on__isnull", True),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="post_from_on_before_to_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "OFFICER",
                                            "MANAGER",
                                            "DIRECTOR",
                                            "LEADERSHIP",
                                            "AUDITOR",
                                            "STEWARD",
                                        ],
                                    )
                                ),
                                name="post_kind_known",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_on__isnull", True)),
                                fields=("person", "organisation", "kind"),
                                name="post_open_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RelatedArrangement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("from_on", models.DateField(blank=True, null=True)),
                        ("to_on", models.DateField(blank=True, null=True)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("CONTRACT", "A contract"),
                                    ("GRANT", "A grant"),
                                    ("OUTSIDE", "A place on an outside body"),
                                    ("COMPANY", "A company that one body owns"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("with_whom", models.CharField(blank=True, max_length=200)),
                        ("note", models.TextField(blank=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="arrangements",
                                to="joinedup.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name", "id"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_on__isnull", True),
                                    ("to_on__isnull", True),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="relatedarrangement_from_on_before_to_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["CONTRACT", "GRANT", "OUTSIDE", "COMPANY"])
                                ),
                                name="relatedarrangement_kind_known",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["name", "id", "organisation"], name="arrangement_order"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Remark",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                choices=[
                                    ("AIMS", "What it is for and believes in"),
                                    ("STRENGTHS", "What it is good at"),
                                    ("WAYS", "How it likes to work"),
                                    ("PRESSURES", "What presses on it or holds it back"),
                                    ("SUPPORT", "What help it needs to take part"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("written_at", models.DateTimeField()),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="remarks",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_for",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="joinedup.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["about", "-written_at", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "about__in",
                                        ["AIMS", "STRENGTHS", "WAYS", "PRESSURES", "SUPPORT"],
                                    )
                                ),
                                name="remark_about_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="remark_withdrawn_at_with_withdrawn_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Report",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "reader",
                            models.CharField(
                                choices=[
                                    ("DIRECTOR", "A director"),
                                    ("LEADERSHIP", "Leadership"),
                                    ("COMMITTEE", "Audit committee"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("title", models.CharField(max_length=300)),
                        ("content", models.JSONField()),
                        ("rows", models.JSONField()),
                        ("kept_at", models.DateTimeField()),
                        ("noted_body", models.CharField(blank=True, max_length=200)),
                        ("noted_on", models.DateField(blank=True, null=True)),
                        ("minute", models.CharField(blank=True, max_length=60)),
                        ("noted_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "director",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "host",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "kept_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "noted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-kept_at", "-id"],
                        "indexes": [
                            models.Index(fields=["host", "-kept_at", "-id"], name="reports_of_host")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("reader__in", ["DIRECTOR", "LEADERSHIP", "COMMITTEE"])
                                ),
                                name="report_reader_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("noted_at__isnull", True), ("noted_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("noted_at__isnull", False), ("noted_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="report_noted_at_with_noted_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Check",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("because", models.CharField(max_length=200)),
                        ("claims", models.JSONField(default=list)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("WAITING", "Not checked yet"),
                                    ("SHOWN", "The papers show what was said"),
                                    ("OTHER", "The papers show something else"),
                                    ("NONE", "No papers were shown"),
                                ],
                                default="WAITING",
                                max_length=8,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("checked_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "checked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="joinedup.partnership",
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="checks",
                                to="joinedup.report",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome__in", ["WAITING", "SHOWN", "OTHER", "NONE"])
                                ),
                                name="check_outcome_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("checked_at__isnull", True), ("checked_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("checked_at__isnull", False), ("checked_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="check_checked_at_with_checked_by",
                            ),
                            models.UniqueConstraint(
                                fields=("report", "partnership"), name="checked_once_a_report"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReportedScore",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField()),
                        (
                            "overall",
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=4, null=True
                            ),
                        ),
                        ("band", models.CharField(blank=True, max_length=40)),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reported_scores",
                                to="joinedup.partnership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-year"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "year"), name="reported_once_a_year"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Response",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("written_at", models.DateTimeField()),
                        (
                            "remark",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="responses",
                                to="joinedup.remark",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["written_at", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="Round",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("title", models.CharField(max_length=200)),
                        ("year", models.PositiveSmallIntegerField()),
                        (
                            "asking",
                            models.CharField(
                                choices=[("NAMED", "Named"), ("ANONYMOUS", "Anonymous")],
                                default="NAMED",
                                max_length=10,
                            ),
                        ),
                        (
                            "official_view",
                            models.CharField(
                                choices=[
                                    ("PERSON", "Every person counts the same"),
                                    ("ORGANISATION", "Every organisation counts the same"),
                                ],
                                default="ORGANISATION",
                                max_length=12,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("DRAFT", "Being prepared"),
                                    ("OPEN", "Open"),
                                    ("CLOSING", "Being counted"),
                                    ("SEALED", "Closed and counted"),
                                    ("WITHDRAWN", "Withdrawn"),
                                ],
                                default="DRAFT",
                                max_length=10,
                            ),
                        ),
                        ("opens_on", models.DateField()),
                        ("closes_on", models.DateField()),
                        ("replies_end_on", models.DateField(blank=True, null=True)),
                        ("papers_due_on", models.DateField(blank=True, null=True)),
                        ("committee_on", models.DateField(blank=True, null=True)),
                        ("opened_at", models.DateTimeField(blank=True, null=True)),
                        ("sealed_at", models.DateTimeField(blank=True, null=True)),
                        ("stands_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "host",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rounds",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "instrument",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rounds",
                                to="joinedup.instrumentversion",
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("closed_because", models.TextField(blank=True)),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-year", "-id"],
                        "indexes": [
                            models.Index(fields=["-year", "-id", "host"], name="round_order")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("asking__in", ["NAMED", "ANONYMOUS"])),
                                name="round_asking_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("opens_on__isnull", True),
                                    ("closes_on__isnull", True),
                                    ("closes_on__gte", models.F("opens_on")),
                                    _connector="OR",
                                ),
                                name="round_opens_on_before_closes_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("opened_at__isnull", True), ("opened_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("opened_at__isnull", False), ("opened_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="round_opened_at_with_opened_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("sealed_at__isnull", True), ("stands_at__isnull", True)
                                    ),
                                    models.Q(
                                        ("sealed_at__isnull", False), ("stands_at__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="round_sealed_at_with_stands_at",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("asking", "ANONYMOUS"), _negated=True),
                                    ("official_view", "PERSON"),
                                    _connector="OR",
                                ),
                                name="anonymous_counts_persons",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        ["DRAFT", "OPEN", "CLOSING", "SEALED", "WITHDRAWN"],
                                    )
                                ),
                                name="round_state_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlannedReminder",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("days_before", models.PositiveSmallIntegerField()),
                        ("done_on", models.DateField(blank=True, null=True)),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="planned_reminders",
                                to="joinedup.round",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-days_before"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("round", "days_before"), name="reminder_planned_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Review",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("vacant_seats", models.PositiveSmallIntegerField(default=0)),
                        ("without_address", models.PositiveSmallIntegerField(default=0)),
                        ("result", models.JSONField(blank=True, null=True)),
                        (
                            "overall",
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=4, null=True
                            ),
                        ),
                        ("band", models.CharField(blank=True, max_length=40)),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="joinedup.partnership",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reviews",
                                to="joinedup.round",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["partnership__folded_name", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("round", "partnership"), name="review_once_a_round"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerBox",
                    fields=[
                        (
                            "review",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="answer_box",
                                serialize=False,
                                to="joinedup.review",
                            ),
                        ),
                        ("envelope", models.TextField()),
                    ],
                    options={
                        "verbose_name_plural": "answer boxes",
                        "ordering": ["review"],
                    },
                ),
                migrations.CreateModel(
                    name="FutureDecision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "still_needed",
                            models.CharField(
                                choices=[
                                    ("YES", "Yes"),
                                    ("NO", "No"),
                                    ("UNSURE", "We are not sure"),
                                ],
                                max_length=6,
                            ),
                        ),
                        (
                            "best_way",
                            models.CharField(
                                choices=[
                                    ("YES", "Yes"),
                                    ("NO", "No"),
                                    ("UNSURE", "We are not sure"),
                                ],
                                max_length=6,
                            ),
                        ),
                        (
                            "worth_it",
                            models.CharField(
                                choices=[
                                    ("YES", "Yes"),
                                    ("NO", "No"),
                                    ("UNSURE", "We are not sure"),
                                ],
                                max_length=6,
                            ),
                        ),
                        (
                            "right_members",
                            models.CharField(
                                choices=[
                                    ("YES", "Yes"),
                                    ("NO", "No"),
                                    ("UNSURE", "We are not sure"),
                                ],
                                max_length=6,
                            ),
                        ),
                        (
                            "right_structure",
                            models.CharField(
                                choices=[
                                    ("YES", "Yes"),
                                    ("NO", "No"),
                                    ("UNSURE", "We are not sure"),
                                ],
                                max_length=6,
                            ),
                        ),
                        (
                            "exit_workable",
                            models.CharField(
                                choices=[
                                    ("YES", "Yes"),
                                    ("NO", "No"),
                                    ("UNSURE", "We are not sure"),
                                ],
                                max_length=6,
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("CONTINUE", "Continue as it is"),
                                    ("CHANGE", "Continue with changes"),
                                    ("MERGE", "Merge with another"),
                                    ("HAND_OVER", "Hand it over"),
                                    ("WIND_DOWN", "Wind it down"),
                                    ("LEAVE", "A member leaves"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("other", models.CharField(blank=True, max_length=200)),
                        ("reason", models.TextField()),
                        ("deciders", models.CharField(max_length=300)),
                        ("decided_on", models.DateField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="future_decisions",
                                to="joinedup.partnership",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "review",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="future_decisions",
                                to="joinedup.review",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-decided_on", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "outcome__in",
                                        [
                                            "CONTINUE",
                                            "CHANGE",
                                            "MERGE",
                                            "HAND_OVER",
                                            "WIND_DOWN",
                                            "LEAVE",
                                        ],
                                    )
                                ),
                                name="futuredecision_outcome_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("outcome__in", ("MERGE", "HAND_OVER", "LEAVE")),
                                        _negated=True,
                                    ),
                                    models.Q(("other", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="future_names_other",
                            ),
                            models.UniqueConstraint(
                                fields=("partnership", "decided_on"),
                                name="future_decided_once_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Dissent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("said_at", models.DateTimeField()),
                        (
                            "membership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="joinedup.membership",
                            ),
                        ),
                        (
                            "said_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="dissents",
                                to="joinedup.futuredecision",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["said_at", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("decision", "membership"), name="dissent_once_a_member"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Heading",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("question", models.CharField(max_length=20)),
                        ("name", models.CharField(max_length=100)),
                        ("folded_name", models.CharField(editable=False, max_length=200)),
                        ("answers", models.JSONField(default=list)),
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="headings",
                                to="joinedup.review",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["question", "folded_name"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("review", "question", "folded_name"), name="heading_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NamesRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("name", models.CharField(max_length=200)),
                        ("email", models.EmailField(max_length=254)),
                        ("token_digest", models.CharField(max_length=64, unique=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="names_requests",
                                to="joinedup.review",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="Priority",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("about", models.CharField(max_length=20)),
                        ("reason", models.TextField()),
                        ("chosen_at", models.DateTimeField()),
                        (
                            "chosen_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="priorities",
                                to="joinedup.review",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "priorities",
                        "ordering": ["chosen_at", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("review", "about"), name="priority_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PriorityAction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("what", models.CharField(max_length=300)),
                        ("due_on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("TODO", "To do"),
                                    ("DONE", "Done"),
                                    ("DROPPED", "Dropped"),
                                ],
                                default="TODO",
                                max_length=7,
                            ),
                        ),
                        ("because", models.TextField(blank=True)),
                        ("moved_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "moved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "priority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="actions",
                                to="joinedup.priority",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due_on", "id"],
                        "indexes": [models.Index(fields=["state", "due_on"], name="action_by_day")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["TODO", "DONE", "DROPPED"])),
                                name="priorityaction_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("moved_at__isnull", True), ("moved_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("moved_at__isnull", False), ("moved_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="priorityaction_moved_at_with_moved_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "DROPPED"), _negated=True),
                                    models.Q(("because", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="dropped_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("priority", "what", "owner"), name="action_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reply",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("replied_at", models.DateTimeField()),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "replied_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="replies",
                                to="joinedup.review",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                    ],
                    options={
                        "verbose_name_plural": "replies",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("review", "organisation"), name="reply_once_an_organisation"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ResultChallenge",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("about", models.CharField(max_length=40)),
                        ("words", models.TextField()),
                        ("made_at", models.DateTimeField()),
                        (
                            "ruling",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("UPHELD", "Upheld: the record has been put right"),
                                    ("STAYS", "Not upheld: it stays as it is"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("answer", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="challenges",
                                to="joinedup.review",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["made_at", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ruling__in", ["", "UPHELD", "STAYS"])),
                                name="resultchallenge_ruling_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answered_at__isnull", True), ("answered_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("answered_at__isnull", False),
                                        ("answered_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="resultchallenge_answered_at_with_answered_by",
                            ),
                            models.UniqueConstraint(
                                fields=("review", "organisation", "about"),
                                name="result_challenged_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Seat",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("from_on", models.DateField(blank=True, null=True)),
                        ("to_on", models.DateField(blank=True, null=True)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "capacity",
                            models.CharField(
                                choices=[
                                    ("CHAIR", "Chair"),
                                    ("COORDINATOR", "Coordinator"),
                                    ("REPRESENTATIVE", "Representative"),
                                    ("DEPUTY", "Deputy"),
                                    ("SECRETARY", "Secretary"),
                                ],
                                default="REPRESENTATIVE",
                                max_length=14,
                            ),
                        ),
                        (
                            "membership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="seats",
                                to="joinedup.membership",
                            ),
                        ),
                        (
                            "stands_in_for",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="deputies",
                                to="joinedup.seat",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_on__isnull", True),
                                    ("to_on__isnull", True),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="seat_from_on_before_to_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "capacity__in",
                                        [
                                            "CHAIR",
                                            "COORDINATOR",
                                            "REPRESENTATIVE",
                                            "DEPUTY",
                                            "SECRETARY",
                                        ],
                                    )
                                ),
                                name="seat_capacity_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("stands_in_for__isnull", True),
                                    ("capacity", "DEPUTY"),
                                    _connector="OR",
                                ),
                                name="only_deputies_stand_in",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Holder",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True)),
                        ("to_on", models.DateField(blank=True, null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="held_seats",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "seat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="holders",
                                to="joinedup.seat",
                            ),
                        ),
                        ("confirmed_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["-from_on", "-id"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_on__isnull", True),
                                    ("to_on__isnull", True),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="holder_from_on_before_to_on",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_on__isnull", True)),
                                fields=("seat",),
                                name="one_holder_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SecondLook",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("changed", models.TextField()),
                        (
                            "better",
                            models.CharField(
                                choices=[
                                    ("BETTER", "Better"),
                                    ("SAME", "Much the same"),
                                    ("WORSE", "Worse"),
                                    ("UNKNOWN", "Too soon to tell"),
                                ],
                                max_length=7,
                            ),
                        ),
                        ("decide_again", models.BooleanField()),
                        ("taken_at", models.DateTimeField()),
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="second_looks",
                                to="joinedup.review",
                            ),
                        ),
                        (
                            "taken_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-taken_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("better__in", ["BETTER", "SAME", "WORSE", "UNKNOWN"])
                                ),
                                name="secondlook_better_known",
                            ),
                            models.UniqueConstraint(fields=("review",), name="second_look_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Sending",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("many", models.PositiveSmallIntegerField()),
                        (
                            "each",
                            models.CharField(
                                choices=[("HOUR", "an hour"), ("DAY", "a day")],
                                default="HOUR",
                                max_length=4,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("GOING", "On their way"), ("STOPPED", "Stopped")],
                                default="GOING",
                                max_length=7,
                            ),
                        ),
                        ("next_at", models.DateTimeField()),
                        (
                            "round",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sending",
                                to="joinedup.round",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["next_at", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["GOING", "STOPPED"])),
                                name="sending_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("each__in", ["HOUR", "DAY"])),
                                name="sending_each_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("written_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "sending",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="invitations",
                                to="joinedup.sending",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("sending", "person"), name="invited_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Session",
                    fields=[
                        (
                            "session_key",
                            models.CharField(
                                max_length=40,
                                primary_key=True,
                                serialize=False,
                                verbose_name="session key",
                            ),
                        ),
                        ("session_data", models.TextField(verbose_name="session data")),
                        (
                            "expire_date",
                            models.DateTimeField(db_index=True, verbose_name="expire date"),
                        ),
                        ("begun_at", models.DateTimeField(editable=False, null=True)),
                        ("seen_at", models.DateTimeField(editable=False, null=True)),
                        ("browser", models.CharField(blank=True, editable=False, max_length=60)),
                        (
                            "person",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sessions",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "session",
                        "verbose_name_plural": "sessions",
                        "ordering": ["-seen_at"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Succession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "sort",
                            models.CharField(
                                choices=[
                                    ("REPLACED", "Replaced by"),
                                    ("MERGED", "Merged into"),
                                    ("SPLIT", "Split into"),
                                    ("PART", "Part of its work went to"),
                                ],
                                default="REPLACED",
                                max_length=8,
                            ),
                        ),
                        ("on", models.DateField(blank=True, null=True)),
                        (
                            "predecessor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="successions",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="inheritances",
                                to="joinedup.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-on", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("sort__in", ["REPLACED", "MERGED", "SPLIT", "PART"])
                                ),
                                name="succession_sort_known",
                            ),
                            models.UniqueConstraint(
                                fields=("predecessor", "successor"), name="succession_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("predecessor", models.F("successor")), _negated=True
                                ),
                                name="no_own_successor",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Theme",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("name", models.CharField(max_length=60)),
                        (
                            "folded_name",
                            models.CharField(db_index=True, editable=False, max_length=200),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="themes",
                                to="joinedup.partnership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["folded_name"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "folded_name"), name="theme_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Threshold",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("from_on", models.DateField()),
                        ("yearly_input", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("smaller_input", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("officer_days", models.DecimalField(decimal_places=1, max_digits=6)),
                        (
                            "risk_from",
                            models.CharField(
                                choices=[
                                    ("UNTOLD", "Not yet told us"),
                                    ("LOW", "Low"),
                                    ("MODERATE", "Moderate"),
                                    ("HIGH", "High"),
                                    ("VERY_HIGH", "Very high"),
                                ],
                                default="HIGH",
                                max_length=9,
                            ),
                        ),
                        (
                            "day_rate",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=8, null=True
                            ),
                        ),
                        ("because", models.CharField(blank=True, max_length=300)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="thresholds",
                                to="joinedup.organisation",
                            ),
                        ),
                        ("months_of_1", models.PositiveSmallIntegerField(default=12)),
                        ("months_of_2", models.PositiveSmallIntegerField(default=12)),
                        ("months_of_3", models.PositiveSmallIntegerField(default=12)),
                    ],
                    options={
                        "ordering": ["-from_on"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("risk_from__in", ["LOW", "MODERATE", "HIGH", "VERY_HIGH"])
                                ),
                                name="threshold_risk_from_known",
                            ),
                            models.UniqueConstraint(
                                fields=("organisation", "from_on"), name="threshold_once_a_day"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("smaller_input__gte", 0),
                                    ("yearly_input__gte", models.F("smaller_input")),
                                ),
                                name="threshold_smaller_is_not_greater",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("months_of_1__gte", 1),
                                    ("months_of_2__gte", 1),
                                    ("months_of_3__gte", 1),
                                ),
                                name="threshold_reviews_a_month_apart",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Ticket",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("member_name", models.CharField(max_length=402)),
                        ("sector", models.CharField(max_length=12)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("ASKED", "Not begun"),
                                    ("BEGUN", "Begun"),
                                    ("SENT", "Sent"),
                                ],
                                default="ASKED",
                                max_length=6,
                            ),
                        ),
                        ("token_digest", models.CharField(max_length=64, unique=True)),
                        ("code_digest", models.CharField(blank=True, max_length=64)),
                        ("code_ends_at", models.DateTimeField(blank=True, null=True)),
                        ("code_tries", models.PositiveSmallIntegerField(default=0)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tickets",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tickets",
                                to="joinedup.review",
                            ),
                        ),
                        ("group", models.CharField(blank=True, max_length=12)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["ASKED", "BEGUN", "SENT"])),
                                name="ticket_state_known",
                            ),
                            models.UniqueConstraint(
                                fields=("review", "person"), name="ticket_once_a_person"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerSheet",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "id",
                            models.BigAutoField(
                                default=joinedup.domain.reviews.models.random_key,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("group", models.CharField(blank=True, max_length=12)),
                        ("is_sent", models.BooleanField(default=False)),
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sheets",
                                to="joinedup.review",
                            ),
                        ),
                        (
                            "ticket",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sheet",
                                to="joinedup.ticket",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("question", models.CharField(max_length=20)),
                        ("value", models.SmallIntegerField(blank=True, null=True)),
                        ("unscored", models.CharField(blank=True, max_length=4)),
                        ("words", models.TextField(blank=True)),
                        (
                            "sheet",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="joinedup.answersheet",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("sheet", "question"), name="answered_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("value__isnull", True), ("unscored", ""), _connector="OR"
                                ),
                                name="value_or_none",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Keying",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("PAPER", "On paper"),
                                    ("TELEPHONE", "By telephone"),
                                    ("SPREADSHEET", "In a spreadsheet"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("keyed_at", models.DateTimeField()),
                        (
                            "keyed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "sheet",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="keying",
                                to="joinedup.answersheet",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("way__in", ["PAPER", "TELEPHONE", "SPREADSHEET"])
                                ),
                                name="keying_way_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SheetCode",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        ("turn", models.PositiveSmallIntegerField(default=0)),
                        (
                            "ticket",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sheet_code",
                                to="joinedup.ticket",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="TierDecision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "tier",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "1, significant"), (2, "2, key"), (3, "3, network")]
                            ),
                        ),
                        ("decided_on", models.DateField()),
                        ("answers", models.JSONField(default=dict)),
                        ("figures_from_on", models.DateField(blank=True, null=True)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tier_decisions",
                                to="joinedup.partnership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-decided_on", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="FiredTrigger",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "trigger",
                            models.CharField(
                                choices=[
                                    ("YEARLY_INPUT", "What we put in, in a year"),
                                    ("ESSENTIAL", "It is essential to one of our priorities"),
                                    ("STATUTORY", "It carries a duty by law"),
                                    ("HOLDS_MONEY", "We hold money for it"),
                                    ("MEMBERS_DECIDE", "Elected members sit where it decides"),
                                    ("RISK", "The risk that is left"),
                                    (
                                        "PERSONAL_DATA",
                                        "It shares personal data, or works with people at risk",
                                    ),
                                    ("SMALLER_INPUT", "What we put in, in a year"),
                                    ("OFFICER_DAYS", "Days of our officers’ time"),
                                    ("SHARED", "It shares staff or assets"),
                                    ("OBLIGATIONS", "It has a signed agreement with duties in it"),
                                    ("OWN_NAME", "It has a public name of its own"),
                                    ("OVER_A_YEAR", "It is expected to last more than a year"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("said", models.CharField(max_length=40)),
                        ("threshold", models.CharField(max_length=40)),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="fired",
                                to="joinedup.tierdecision",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("decision", "trigger"), name="trigger_fires_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Turn",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True)),
                        ("to_on", models.DateField(blank=True, null=True)),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="turns",
                                to="joinedup.consortiummember",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["from_on", "id"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_on__isnull", True),
                                    ("to_on__isnull", True),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="turn_from_on_before_to_on",
                            )
                        ],
                    },
                ),
            ]
        ),
        migrations.RunPython(make_table, drop_table),
    ]
