# What kind of partnership each member says it is, asked privately and laid side by side.

import django.db.models.deletion
import joinedup.domain.basics.identifiers
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("joinedup", "0032_stakeholders"),
    ]

    operations = [
        migrations.CreateModel(
            name="KindAsking",
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
                ("asked_on", models.DateField()),
                ("asked_at", models.DateTimeField()),
                ("closes_on", models.DateField()),
                ("shown_at", models.DateTimeField(blank=True, null=True)),
                ("differs", models.BooleanField(blank=True, null=True)),
                (
                    "settled",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("AGREED", "We agree now what kind it is"),
                            ("DIFFER", "We differ, and go on knowing it"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "settled_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("COMMISSIONED", "Commissioned"),
                            ("COOPERATIVE", "Cooperative"),
                            ("COORDINATED", "Coordinated"),
                            ("COLLABORATIVE", "Collaborative"),
                            ("UNTOLD", "Not yet told us"),
                        ],
                        max_length=14,
                    ),
                ),
                ("settled_because", models.TextField(blank=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kind_askings",
                        to="joinedup.partnership",
                    ),
                ),
                (
                    "settled_by",
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
                "verbose_name_plural": "what kind its members say it is",
                "ordering": ["-asked_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="KindAnswer",
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
                    "objectives",
                    models.CharField(
                        choices=[
                            ("COMMISSIONED", "Commissioned"),
                            ("COOPERATIVE", "Cooperative"),
                            ("COORDINATED", "Coordinated"),
                            ("COLLABORATIVE", "Collaborative"),
                            ("UNTOLD", "Not yet told us"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "planning",
                    models.CharField(
                        choices=[
                            ("COMMISSIONED", "Commissioned"),
                            ("COOPERATIVE", "Cooperative"),
                            ("COORDINATED", "Coordinated"),
                            ("COLLABORATIVE", "Collaborative"),
                            ("UNTOLD", "Not yet told us"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "roles",
                    models.CharField(
                        choices=[
                            ("COMMISSIONED", "Commissioned"),
                            ("COOPERATIVE", "Cooperative"),
                            ("COORDINATED", "Coordinated"),
                            ("COLLABORATIVE", "Collaborative"),
                            ("UNTOLD", "Not yet told us"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("COMMISSIONED", "Commissioned"),
                            ("COOPERATIVE", "Cooperative"),
                            ("COORDINATED", "Coordinated"),
                            ("COLLABORATIVE", "Collaborative"),
                            ("UNTOLD", "Not yet told us"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "risk",
                    models.CharField(
                        choices=[
                            ("COMMISSIONED", "Commissioned"),
                            ("COOPERATIVE", "Cooperative"),
                            ("COORDINATED", "Coordinated"),
                            ("COLLABORATIVE", "Collaborative"),
                            ("UNTOLD", "Not yet told us"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "inside",
                    models.CharField(
                        choices=[
                            ("COMMISSIONED", "Commissioned"),
                            ("COOPERATIVE", "Cooperative"),
                            ("COORDINATED", "Coordinated"),
                            ("COLLABORATIVE", "Collaborative"),
                            ("UNTOLD", "Not yet told us"),
                        ],
                        max_length=14,
                    ),
                ),
                ("answered_at", models.DateTimeField()),
                (
                    "answered_by",
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
                        related_name="kind_answers",
                        to="joinedup.membership",
                    ),
                ),
                (
                    "asking",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="joinedup.kindasking",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "what kind its members say it is",
                "ordering": ["membership__organisation__folded_name", "membership__unit", "id"],
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="kindasking",
            index=models.Index(
                condition=models.Q(("shown_at__isnull", True)),
                fields=["closes_on"],
                name="kind_askings_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="kindasking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("differs__isnull", True), ("shown_at__isnull", True)),
                    models.Q(("differs__isnull", False), ("shown_at__isnull", False)),
                    _connector="OR",
                ),
                name="kindasking_shown_at_with_differs",
            ),
        ),
        migrations.AddConstraint(
            model_name="kindasking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("settled_at__isnull", True), ("settled_by__isnull", True)),
                    models.Q(("settled_at__isnull", False), ("settled_by__isnull", False)),
                    _connector="OR",
                ),
                name="kindasking_settled_at_with_settled_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="kindasking",
            constraint=models.CheckConstraint(
                condition=models.Q(("settled__in", ["", "AGREED", "DIFFER"])),
                name="kindasking_settled_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="kindasking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "settled_kind__in",
                        ["", "COMMISSIONED", "COOPERATIVE", "COORDINATED", "COLLABORATIVE"],
                    )
                ),
                name="kindasking_settled_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="kindasking",
            constraint=models.CheckConstraint(
                condition=models.Q(("settled", "AGREED"), ("settled_kind", ""), _connector="XOR"),
                name="kind_named_where_agreed",
            ),
        ),
        migrations.AddConstraint(
            model_name="kindasking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("settled", ""), ("settled_at__isnull", True), ("settled_because", "")
                    ),
                    models.Q(
                        models.Q(("settled", ""), _negated=True),
                        models.Q(("settled_because", ""), _negated=True),
                        ("settled_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="kind_settled_with_reasons",
            ),
        ),
        migrations.AddConstraint(
            model_name="kindasking",
            constraint=models.CheckConstraint(
                condition=models.Q(("closes_on__gt", models.F("asked_on"))),
                name="kind_asked_before_it_closes",
            ),
        ),
        migrations.AddConstraint(
            model_name="kindasking",
            constraint=models.UniqueConstraint(
                fields=("partnership", "asked_on"), name="kind_asked_once_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="kindanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "objectives__in",
                        ["COMMISSIONED", "COOPERATIVE", "COORDINATED", "COLLABORATIVE"],
                    )
                ),
                name="kindanswer_objectives_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="kindanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "planning__in",
                        ["COMMISSIONED", "COOPERATIVE", "COORDINATED", "COLLABORATIVE"],
                    )
                ),
                name="kindanswer_planning_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="kindanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("roles__in", ["COMMISSIONED", "COOPERATIVE", "COORDINATED", "COLLABORATIVE"])
                ),
                name="kindanswer_roles_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="kindanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("means__in", ["COMMISSIONED", "COOPERATIVE", "COORDINATED", "COLLABORATIVE"])
                ),
                name="kindanswer_means_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="kindanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("risk__in", ["COMMISSIONED", "COOPERATIVE", "COORDINATED", "COLLABORATIVE"])
                ),
                name="kindanswer_risk_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="kindanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("inside__in", ["COMMISSIONED", "COOPERATIVE", "COORDINATED", "COLLABORATIVE"])
                ),
                name="kindanswer_inside_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="kindanswer",
            constraint=models.UniqueConstraint(
                fields=("asking", "membership"), name="kind_answered_once_a_member"
            ),
        ),
    ]
