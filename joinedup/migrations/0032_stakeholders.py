# Who should be on a partnership, how each is approached, and by what it judges who is missing.

import django.db.models.deletion
import joinedup.domain.basics.identifiers
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("joinedup", "0031_tell_who_has_no_address"),
    ]

    operations = [
        migrations.CreateModel(
            name="Stakeholder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("folded_name", models.CharField(blank=True, editable=False, max_length=200)),
                (
                    "wish",
                    models.CharField(
                        choices=[
                            ("NEEDED", "Needed"),
                            ("WANTED", "Wanted"),
                            ("WILLING", "Wants to take part"),
                            ("UNSURE", "Uncertain"),
                            ("UNTOLD", "Not yet told us"),
                        ],
                        default="UNTOLD",
                        max_length=7,
                    ),
                ),
                (
                    "influence",
                    models.CharField(
                        choices=[
                            ("LOW", "Low"),
                            ("MIDDLE", "Medium"),
                            ("HIGH", "High"),
                            ("UNTOLD", "Not yet told us"),
                        ],
                        default="UNTOLD",
                        max_length=6,
                    ),
                ),
                (
                    "interest",
                    models.CharField(
                        choices=[
                            ("LOW", "Low"),
                            ("MIDDLE", "Medium"),
                            ("HIGH", "High"),
                            ("UNTOLD", "Not yet told us"),
                        ],
                        default="UNTOLD",
                        max_length=6,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("KNOWN", "We knew them"),
                            ("SHARED", "They work with our members elsewhere"),
                            ("TALK", "A conversation"),
                            ("ASKED", "They asked"),
                            ("GAP", "A gap showed: nobody spoke for these people or this place"),
                            ("UNTOLD", "Not yet told us"),
                        ],
                        default="UNTOLD",
                        max_length=6,
                    ),
                ),
                ("aims", models.TextField(blank=True)),
                ("asks", models.TextField(blank=True)),
                ("gains", models.TextField(blank=True)),
                ("ask_for", models.CharField(blank=True, max_length=200)),
                ("introduced_by", models.CharField(blank=True, max_length=200)),
                ("champion", models.CharField(blank=True, max_length=200)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("IDENTIFIED", "Identified"),
                            ("CONTACTED", "Contacted"),
                            ("MET", "Met informally"),
                            ("INVITED", "Invited"),
                            ("JOINED", "Joined"),
                            ("DECLINED", "Declined"),
                            ("NOT_INVITED", "Not invited"),
                        ],
                        default="IDENTIFIED",
                        max_length=11,
                    ),
                ),
                ("moved_on", models.DateField()),
                ("because", models.TextField(blank=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stakes",
                        to="joinedup.organisation",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stakeholders",
                        to="joinedup.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Approach",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("IDENTIFIED", "Identified"),
                            ("CONTACTED", "Contacted"),
                            ("MET", "Met informally"),
                            ("INVITED", "Invited"),
                            ("JOINED", "Joined"),
                            ("DECLINED", "Declined"),
                            ("NOT_INVITED", "Not invited"),
                        ],
                        max_length=11,
                    ),
                ),
                ("on", models.DateField()),
                ("note", models.TextField(blank=True)),
                ("because", models.TextField(blank=True)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="approaches",
                        to="joinedup.stakeholder",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "approaches",
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Yardstick",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "partnership",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="yardstick",
                        to="joinedup.partnership",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="YardstickLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "sort",
                    models.CharField(
                        choices=[
                            ("SECTOR", "Sector"),
                            ("SIDE", "Kind of body"),
                            ("GROUP", "People served or spoken for"),
                            ("PLACE", "Place"),
                            ("SERVICE", "Service"),
                        ],
                        max_length=7,
                    ),
                ),
                ("value", models.CharField(max_length=100)),
                ("folded_value", models.CharField(editable=False, max_length=200)),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="speaks_on",
                        to="joinedup.membership",
                    ),
                ),
                (
                    "yardstick",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="joinedup.yardstick",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddIndex(
            model_name="stakeholder",
            index=models.Index(
                condition=models.Q(("state", "INVITED")),
                fields=["moved_on"],
                name="stakeholder_invited",
            ),
        ),
        migrations.AddConstraint(
            model_name="stakeholder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["IDENTIFIED", "CONTACTED", "MET", "INVITED", "DECLINED", "NOT_INVITED"],
                    )
                ),
                name="stakeholder_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="stakeholder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("wish__in", ["NEEDED", "WANTED", "WILLING", "UNSURE", "UNTOLD"])
                ),
                name="stakeholder_wish_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="stakeholder",
            constraint=models.CheckConstraint(
                condition=models.Q(("influence__in", ["LOW", "MIDDLE", "HIGH", "UNTOLD"])),
                name="stakeholder_influence_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="stakeholder",
            constraint=models.CheckConstraint(
                condition=models.Q(("interest__in", ["LOW", "MIDDLE", "HIGH", "UNTOLD"])),
                name="stakeholder_interest_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="stakeholder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("source__in", ["KNOWN", "SHARED", "TALK", "ASKED", "GAP", "UNTOLD"])
                ),
                name="stakeholder_source_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="stakeholder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name", ""), ("organisation__isnull", False)),
                    models.Q(("organisation__isnull", True), models.Q(("name", ""), _negated=True)),
                    _connector="OR",
                ),
                name="stakeholder_body_or_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="stakeholder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "NOT_INVITED"), models.Q(("because", ""), _negated=True)),
                    models.Q(models.Q(("state", "NOT_INVITED"), _negated=True), ("because", "")),
                    _connector="OR",
                ),
                name="not_invited_has_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="stakeholder",
            constraint=models.UniqueConstraint(
                condition=models.Q(("organisation__isnull", False)),
                fields=("partnership", "organisation"),
                name="stakeholder_body_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="stakeholder",
            constraint=models.UniqueConstraint(
                condition=models.Q(("organisation__isnull", True)),
                fields=("partnership", "folded_name"),
                name="stakeholder_name_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="approach",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "to__in",
                        ["IDENTIFIED", "CONTACTED", "MET", "INVITED", "DECLINED", "NOT_INVITED"],
                    )
                ),
                name="approach_to_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="yardstickline",
            constraint=models.CheckConstraint(
                condition=models.Q(("sort__in", ["SECTOR", "SIDE", "GROUP", "PLACE", "SERVICE"])),
                name="yardstickline_sort_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="yardstickline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("speaker__isnull", True), ("sort__in", ["PLACE", "SERVICE"]), _connector="OR"
                ),
                name="only_places_and_services_have_a_speaker",
            ),
        ),
        migrations.AddConstraint(
            model_name="yardstickline",
            constraint=models.UniqueConstraint(
                fields=("yardstick", "sort", "folded_value"), name="yardstick_line_once"
            ),
        ),
    ]
