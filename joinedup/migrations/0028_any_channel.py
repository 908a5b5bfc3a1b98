import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("joinedup", "0027_what_follows_a_result"),
    ]

    operations = [
        migrations.CreateModel(
            name="SheetCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            name="Keying",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        condition=models.Q(("way__in", ["PAPER", "TELEPHONE", "SPREADSHEET"])),
                        name="keying_way_known",
                    )
                ],
            },
        ),
    ]
