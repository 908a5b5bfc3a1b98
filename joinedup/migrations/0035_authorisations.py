# Who says yes to an appraisal, and what was decided.

import django.db.models.deletion
import joinedup.domain.basics.identifiers
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('joinedup', '0034_appraisals'),
    ]

    operations = [
        migrations.CreateModel(
            name='Authoriser',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('public_id', models.CharField(default=joinedup.domain.basics.identifiers.new_public_id, editable=False, max_length=10, unique=True)),
                ('from_on', models.DateField(blank=True, null=True)),
                ('to_on', models.DateField(blank=True, null=True)),
                ('up_to', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                ('tier', models.PositiveSmallIntegerField(choices=[(1, '1, significant'), (2, '2, key'), (3, '3, network')])),
                ('because', models.CharField(blank=True, max_length=300)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='authorisers', to='joinedup.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Authorisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('public_id', models.CharField(default=joinedup.domain.basics.identifiers.new_public_id, editable=False, max_length=10, unique=True)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=12)),
                ('words', models.TextField(blank=True)),
                ('state', models.CharField(choices=[('ASKED', 'Waiting for a decision'), ('AUTHORISED', 'Authorised'), ('REFUSED', 'Refused'), ('WITHDRAWN', 'Taken back')], default='ASKED', max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('granted', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('conditions', models.TextField(blank=True)),
                ('reasons', models.TextField(blank=True)),
                ('appraisal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='authorisations', to='joinedup.appraisal')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authoriser', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked', to='joinedup.authoriser')),
            ],
            options={
                'ordering': ['-asked_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('told_at', models.DateTimeField(blank=True, null=True)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('guidance', models.TextField(blank=True)),
                ('authorisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='receipts', to='joinedup.authorisation')),
                ('director', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddConstraint(
            model_name='authoriser',
            constraint=models.CheckConstraint(condition=models.Q(('from_on__isnull', True), ('to_on__isnull', True), ('to_on__gte', models.F('from_on')), _connector='OR'), name='authoriser_from_on_before_to_on'),
        ),
        migrations.AddConstraint(
            model_name='authoriser',
            constraint=models.CheckConstraint(condition=models.Q(('up_to__isnull', True), ('up_to__gt', 0), _connector='OR'), name='authoriser_up_to_something'),
        ),
        migrations.AddConstraint(
            model_name='authoriser',
            constraint=models.CheckConstraint(condition=models.Q(('from_on__isnull', False)), name='authoriser_from_a_day'),
        ),
        migrations.AddConstraint(
            model_name='authoriser',
            constraint=models.UniqueConstraint(fields=('organisation', 'person', 'from_on'), name='authoriser_once_a_day'),
        ),
        migrations.AddConstraint(
            model_name='authorisation',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['ASKED', 'AUTHORISED', 'REFUSED', 'WITHDRAWN'])), name='authorisation_state_known'),
        ),
        migrations.AddConstraint(
            model_name='authorisation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True)), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='authorisation_decided_at_with_decided_by'),
        ),
        migrations.AddConstraint(
            model_name='authorisation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'AUTHORISED'), _negated=True), models.Q(('ends_on__isnull', False), ('granted__gte', 0), ('granted__lte', models.F('amount'))), _connector='OR'), name='authorisation_has_limits'),
        ),
        migrations.AddConstraint(
            model_name='authorisation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'REFUSED'), _negated=True), models.Q(('reasons', ''), _negated=True), _connector='OR'), name='authorisation_refused_with_reasons'),
        ),
        migrations.AddConstraint(
            model_name='authorisation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('state', 'ASKED')), models.Q(models.Q(('state', 'ASKED'), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='authorisation_decided_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='authorisation',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='authorisation_amount_not_negative'),
        ),
        migrations.AddConstraint(
            model_name='authorisation',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'WITHDRAWN'), _negated=True), fields=('appraisal',), name='authorisation_one_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='receipt',
            constraint=models.UniqueConstraint(fields=('authorisation', 'director'), name='receipt_once_a_director'),
        ),
        migrations.AddConstraint(
            model_name='receipt',
            constraint=models.CheckConstraint(condition=models.Q(('guidance', ''), ('read_at__isnull', False), _connector='OR'), name='receipt_guidance_was_read'),
        ),
    ]
