
import django.db.models.deletion
import joinedup.domain.basics.identifiers
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('joinedup', '0028_any_channel'),
    ]

    operations = [
        migrations.CreateModel(
            name='Check',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('public_id', models.CharField(default=joinedup.domain.basics.identifiers.new_public_id, editable=False, max_length=10, unique=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('because', models.CharField(max_length=200)),
                ('claims', models.JSONField(default=list)),
                ('outcome', models.CharField(choices=[('WAITING', 'Not checked yet'), ('SHOWN', 'The papers show what was said'), ('OTHER', 'The papers show something else'), ('NONE', 'No papers were shown')], default='WAITING', max_length=8)),
                ('words', models.TextField(blank=True)),
                ('checked_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('public_id', models.CharField(default=joinedup.domain.basics.identifiers.new_public_id, editable=False, max_length=10, unique=True)),
                ('reader', models.CharField(choices=[('DIRECTOR', 'A director'), ('LEADERSHIP', 'Leadership'), ('COMMITTEE', 'Audit committee')], max_length=10)),
                ('title', models.CharField(max_length=300)),
                ('content', models.JSONField()),
                ('rows', models.JSONField()),
                ('kept_at', models.DateTimeField()),
                ('noted_body', models.CharField(blank=True, max_length=200)),
                ('noted_on', models.DateField(blank=True, null=True)),
                ('minute', models.CharField(blank=True, max_length=60)),
                ('noted_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-kept_at', '-id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='parcel',
            name='parcel_what_known',
        ),
        migrations.AlterField(
            model_name='parcel',
            name='what',
            field=models.CharField(choices=[('register', 'The partnerships'), ('memberships', 'Members and places'), ('directory', 'The directory'), ('everything', 'Everything'), ('report', 'A report')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='parcel',
            constraint=models.CheckConstraint(condition=models.Q(('what__in', ['register', 'memberships', 'directory', 'everything', 'report'])), name='parcel_what_known'),
        ),
        migrations.AddField(
            model_name='check',
            name='checked_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='check',
            name='partnership',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='joinedup.partnership'),
        ),
        migrations.AddField(
            model_name='report',
            name='director',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='report',
            name='host',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='joinedup.organisation'),
        ),
        migrations.AddField(
            model_name='report',
            name='kept_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='report',
            name='noted_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='check',
            name='report',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='joinedup.report'),
        ),
        migrations.AddIndex(
            model_name='report',
            index=models.Index(fields=['host', '-kept_at', '-id'], name='reports_of_host'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(('reader__in', ['DIRECTOR', 'LEADERSHIP', 'COMMITTEE'])), name='report_reader_known'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('noted_at__isnull', True), ('noted_by__isnull', True)), models.Q(('noted_at__isnull', False), ('noted_by__isnull', False)), _connector='OR'), name='report_noted_at_with_noted_by'),
        ),
        migrations.AddConstraint(
            model_name='check',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['WAITING', 'SHOWN', 'OTHER', 'NONE'])), name='check_outcome_known'),
        ),
        migrations.AddConstraint(
            model_name='check',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('checked_at__isnull', True), ('checked_by__isnull', True)), models.Q(('checked_at__isnull', False), ('checked_by__isnull', False)), _connector='OR'), name='check_checked_at_with_checked_by'),
        ),
        migrations.AddConstraint(
            model_name='check',
            constraint=models.UniqueConstraint(fields=('report', 'partnership'), name='checked_once_a_report'),
        ),
    ]
