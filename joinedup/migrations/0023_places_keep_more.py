import django.db.models.deletion
from django.db import migrations, models

from joinedup.domain.basics.days import day_of


def remember_when_opened(apps, schema_editor):
    """Give places that nobody ever held the day on which the journal says they were opened."""
    seats = apps.get_model("joinedup", "Seat")
    unheld = seats.objects.filter(from_on=None, holders=None).order_by()
    waiting = dict(unheld.values_list("public_id", "pk"))
    opened = apps.get_model("joinedup", "Entry").objects.filter(verb="seat.opened")
    for at, detail in opened.order_by("at", "pk").values_list("at", "detail").iterator():
        if key := waiting.pop(detail.get("seat"), None):
            seats.objects.filter(pk=key).update(from_on=day_of(at))


class Migration(migrations.Migration):
    dependencies = [
        ("joinedup", "0021_keep_lists_flat"),
    ]

    operations = [
        migrations.AddField(
            model_name="holder",
            name="confirmed_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="seat",
            name="stands_in_for",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="deputies",
                to="joinedup.seat",
            ),
        ),
        migrations.AddField(
            model_name="threshold",
            name="months_of_1",
            field=models.PositiveSmallIntegerField(default=12),
        ),
        migrations.AddField(
            model_name="threshold",
            name="months_of_2",
            field=models.PositiveSmallIntegerField(default=12),
        ),
        migrations.AddField(
            model_name="threshold",
            name="months_of_3",
            field=models.PositiveSmallIntegerField(default=12),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("stands_in_for__isnull", True), ("capacity", "DEPUTY"), _connector="OR"
                ),
                name="only_deputies_stand_in",
            ),
        ),
        migrations.AddConstraint(
            model_name="threshold",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("months_of_1__gte", 1), ("months_of_2__gte", 1), ("months_of_3__gte", 1)
                ),
                name="threshold_reviews_a_month_apart",
            ),
        ),
        migrations.RunPython(remember_when_opened, migrations.RunPython.noop),
    ]
