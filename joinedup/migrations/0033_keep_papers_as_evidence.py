"""Scans of papers, and their bytes in pieces beside them (docs/adr/0029)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import joinedup.domain.basics.identifiers


class Migration(migrations.Migration):
    dependencies = [
        ("joinedup", "0032_forming"),
    ]

    operations = [
        migrations.CreateModel(
            name="KeptPaper",
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
                ("what", models.CharField(max_length=120)),
                ("dated_on", models.DateField(blank=True, null=True)),
                ("signed_by", models.TextField(blank=True)),
                ("note", models.TextField(blank=True)),
                ("name", models.CharField(max_length=200)),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("PDF", "PDF"),
                            ("JPEG", "JPEG picture"),
                            ("PNG", "PNG picture"),
                            ("TIFF", "TIFF picture"),
                        ],
                        max_length=4,
                    ),
                ),
                (
                    "doubt",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", ""),
                            (
                                "LOCKED",
                                "It is locked: whoever opens it may be asked for a password.",
                            ),
                            ("CUT_OFF", "It may not open: it does not end as such a file does."),
                        ],
                        max_length=7,
                    ),
                ),
                ("size", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("kept_at", models.DateTimeField()),
                ("taken_away_at", models.DateTimeField(blank=True, null=True)),
                ("because", models.TextField(blank=True)),
                (
                    "kept_by",
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
                        related_name="kept_papers",
                        to="joinedup.partnership",
                    ),
                ),
                (
                    "taken_away_by",
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
            },
        ),
        migrations.CreateModel(
            name="KeptPaperPiece",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("data", models.BinaryField()),
                (
                    "whole",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pieces",
                        to="joinedup.keptpaper",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
            },
        ),
        migrations.AddConstraint(
            model_name="keptpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(("sort__in", ["PDF", "JPEG", "PNG", "TIFF"])),
                name="keptpaper_sort_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="keptpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(("doubt__in", ["", "LOCKED", "CUT_OFF"])),
                name="keptpaper_doubt_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="keptpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_away_at__isnull", True), ("taken_away_by__isnull", True)),
                    models.Q(("taken_away_at__isnull", False), ("taken_away_by__isnull", False)),
                    _connector="OR",
                ),
                name="keptpaper_taken_away_at_with_taken_away_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="keptpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("taken_away_at__isnull", True),
                    models.Q(("because", ""), _negated=True),
                    _connector="OR",
                ),
                name="kept_paper_taken_away_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="keptpaper",
            constraint=models.UniqueConstraint(
                condition=models.Q(("taken_away_at__isnull", True)),
                fields=("partnership", "digest"),
                name="kept_paper_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="keptpaperpiece",
            constraint=models.UniqueConstraint(
                fields=("whole", "number"), name="kept_paper_piece_once"
            ),
        ),
    ]
