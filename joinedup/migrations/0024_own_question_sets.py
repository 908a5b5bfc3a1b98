import django.db.models.deletion
from django.db import migrations, models


def know_the_yearly_one(apps, schema_editor):
    """The only questionnaire there was gives the score of the year."""
    versions = apps.get_model("joinedup", "InstrumentVersion").objects
    versions.filter(name="yearly-self-assessment").update(is_yearly=True, gives_score=True)


class Migration(migrations.Migration):

    dependencies = [
        ('joinedup', '0023_places_keep_more'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='instrumentversion',
            options={'ordering': ['title', '-id']},
        ),
        migrations.RemoveConstraint(
            model_name='instrumentversion',
            name='instrument_version_once',
        ),
        migrations.AddField(
            model_name='instrumentversion',
            name='gives_score',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='instrumentversion',
            name='is_yearly',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='instrumentversion',
            name='minutes',
            field=models.PositiveSmallIntegerField(default=10),
        ),
        migrations.AddField(
            model_name='instrumentversion',
            name='owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='own_instruments', to='joinedup.organisation'),
        ),
        migrations.AddConstraint(
            model_name='instrumentversion',
            constraint=models.UniqueConstraint(condition=models.Q(('owner__isnull', True)), fields=('name', 'version'), name='instrument_version_once'),
        ),
        migrations.AddConstraint(
            model_name='instrumentversion',
            constraint=models.UniqueConstraint(fields=('owner', 'name', 'version'), name='own_instrument_version_once'),
        ),
        migrations.RunPython(know_the_yearly_one, migrations.RunPython.noop),
    ]
