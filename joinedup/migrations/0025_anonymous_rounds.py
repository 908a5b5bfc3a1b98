import django.db.models.deletion
from django.db import migrations, models


def count_persons(apps, schema_editor):
    """Make every person count the same in anonymous rounds that were being prepared."""
    rounds = apps.get_model("joinedup", "Round").objects
    rounds.filter(asking="ANONYMOUS").update(official_view="PERSON")


class Migration(migrations.Migration):
    dependencies = [
        ("joinedup", "0024_own_question_sets"),
    ]

    operations = [
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
        migrations.AddField(
            model_name="ticket",
            name="group",
            field=models.CharField(blank=True, default="", max_length=12),
            preserve_default=False,
        ),
        migrations.RunPython(count_persons, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("asking", "ANONYMOUS"), _negated=True),
                    ("official_view", "PERSON"),
                    _connector="OR",
                ),
                name="anonymous_counts_persons",
            ),
        ),
    ]
