# People without an address are told apart from those who were asked.

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("joinedup", "0030_results_in_one_file"),
    ]

    operations = [
        migrations.AddField(
            model_name="review",
            name="without_address",
            field=models.PositiveSmallIntegerField(default=0),
        ),
    ]
