# Files may hold all results of a round.

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("joinedup", "0029_reports_noted"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="parcel",
            name="parcel_what_known",
        ),
        migrations.AlterField(
            model_name="parcel",
            name="what",
            field=models.CharField(
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
        migrations.AddConstraint(
            model_name="parcel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "what__in",
                        ["register", "memberships", "directory", "everything", "report", "results"],
                    )
                ),
                name="parcel_what_known",
            ),
        ),
    ]
