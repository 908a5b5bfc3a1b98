# What residents ask about, and who answers for it.

import django.db.models.deletion
import joinedup.domain.basics.identifiers
from django.conf import settings
from django.db import migrations, models

from joinedup.domain.basics.folding import folded


def fold_areas(apps, schema_editor):
    areas = apps.get_model("joinedup", "Area").objects
    known = list(areas.all())
    for area in known:
        area.folded_name = folded(area.name)
    areas.bulk_update(known, ["folded_name"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("joinedup", "0036_sharing"),
    ]

    operations = [
        migrations.AddField(
            model_name="area",
            name="folded_name",
            field=models.CharField(default="", editable=False, max_length=200),
        ),
        migrations.RunPython(fold_areas, migrations.RunPython.noop),
        migrations.CreateModel(
            name="AreaPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "inner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="outers",
                        to="joinedup.area",
                    ),
                ),
                (
                    "outer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="inners",
                        to="joinedup.area",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("inner", "outer"), name="area_part_once"),
                    models.CheckConstraint(
                        condition=models.Q(("inner", models.F("outer")), _negated=True),
                        name="area_never_in_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Matter",
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
                ("name", models.CharField(max_length=120)),
                ("folded_name", models.CharField(editable=False, max_length=200)),
                ("other_words", models.CharField(blank=True, max_length=500)),
                ("folded_words", models.TextField(editable=False)),
                ("post_title", models.CharField(blank=True, max_length=200)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("if_not_helped", models.TextField(blank=True)),
                (
                    "answering",
                    models.CharField(
                        choices=[
                            ("UNNAMED", "Nobody is named"),
                            ("ASKED", "Asked, and not answered yet"),
                            ("ACCEPTED", "Accepted"),
                            ("DECLINED", "Declined"),
                        ],
                        default="UNNAMED",
                        max_length=8,
                    ),
                ),
                ("is_post_known", models.BooleanField(default=False)),
                ("because", models.TextField(blank=True)),
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
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matters",
                        to="joinedup.organisation",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="matters",
                        to="joinedup.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ["folded_name", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answering__in", ["UNNAMED", "ASKED", "ACCEPTED", "DECLINED"])
                        ),
                        name="matter_answering_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at__isnull", True), ("answered_by__isnull", True)),
                            models.Q(
                                ("answered_at__isnull", False), ("answered_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="matter_answered_at_with_answered_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answering", "UNNAMED"), ("organisation__isnull", True)),
                            models.Q(
                                ("organisation__isnull", False),
                                models.Q(("answering", "UNNAMED"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="matter_asks_whom_it_names",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answering", "DECLINED"), _negated=True),
                            models.Q(("because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="matter_declined_with_reason",
                    ),
                    models.UniqueConstraint(
                        fields=("partnership", "folded_name"), name="matter_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicPage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("is_public", models.BooleanField(default=False)),
                ("purpose", models.TextField(blank=True)),
                ("joining", models.TextField(blank=True)),
                (
                    "partnership",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="public_page",
                        to="joinedup.partnership",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_public", False),
                            models.Q(("purpose", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="public_page_says_what_for",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name='MemberNaming',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('is_named', models.BooleanField(default=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PersonNaming',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('given_at', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='publicpage',
            name='openness',
            field=models.CharField(choices=[('OPEN', 'Anybody who shares its purpose can join'), ('ASKED', 'It asks who should join, and anybody can ask it'), ('FIXED', 'A law or its agreement says who is in it'), ('UNTOLD', 'Not yet told us')], default='UNTOLD', max_length=8),
        ),
        migrations.AddField(
            model_name='publicpage',
            name='tells_missing',
            field=models.BooleanField(default=False),
        ),
        migrations.AddConstraint(
            model_name='publicpage',
            constraint=models.CheckConstraint(condition=models.Q(('openness__in', ['OPEN', 'ASKED', 'FIXED', 'UNTOLD'])), name='publicpage_openness_known'),
        ),
        migrations.AddField(
            model_name='membernaming',
            name='membership',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='public_naming', to='joinedup.membership'),
        ),
        migrations.AddField(
            model_name='personnaming',
            name='holder',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='public_naming', to='joinedup.holder'),
        ),
    ]
