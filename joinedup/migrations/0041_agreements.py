# The agreement while it is written, and the texts that are offered to sign.

import django.db.models.deletion
import joinedup.domain.basics.identifiers
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('joinedup', '0040_promises'),
    ]

    operations = [
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('public_id', models.CharField(default=joinedup.domain.basics.identifiers.new_public_id, editable=False, max_length=10, unique=True)),
                ('form', models.CharField(choices=[('FULL', 'Agreement'), ('ONE_PAGE', 'Terms of reference on one page')], max_length=8)),
                ('tier', models.PositiveSmallIntegerField(choices=[(1, '1, significant'), (2, '2, key'), (3, '3, network')])),
                ('begun_on', models.DateField()),
                ('binding', models.BooleanField(blank=True, null=True)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('review_on', models.DateField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreements', to='joinedup.partnership')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Clause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('code', models.CharField(max_length=4)),
                ('standing', models.CharField(choices=[('TO_DO', 'To do'), ('IN_AGREEMENT', 'In the agreement'), ('NOT_NEEDED', 'Not needed')], default='TO_DO', max_length=12)),
                ('words', models.TextField(blank=True)),
                ('where', models.TextField(blank=True)),
                ('because', models.TextField(blank=True)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clauses', to='joinedup.agreement')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('public_id', models.CharField(default=joinedup.domain.basics.identifiers.new_public_id, editable=False, max_length=10, unique=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('text', models.TextField()),
                ('digest', models.CharField(max_length=64)),
                ('record', models.JSONField(default=dict)),
                ('tier', models.PositiveSmallIntegerField(choices=[(1, '1, significant'), (2, '2, key'), (3, '3, network')])),
                ('binding', models.BooleanField()),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('review_on', models.DateField()),
                ('state', models.CharField(choices=[('OFFERED', 'Offered to sign'), ('SIGNED', 'Signed'), ('SUPERSEDED', 'Replaced by a later text'), ('WITHDRAWN', 'Taken back')], default='OFFERED', max_length=10)),
                ('offered_at', models.DateTimeField()),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='editions', to='joinedup.agreement')),
                ('offered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('public_id', models.CharField(default=joinedup.domain.basics.identifiers.new_public_id, editable=False, max_length=10, unique=True)),
                ('code', models.CharField(max_length=4)),
                ('clause_version', models.PositiveIntegerField()),
                ('words_before', models.TextField(blank=True)),
                ('words', models.TextField()),
                ('why', models.TextField()),
                ('made_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('OPEN', 'Open'), ('TAKEN', 'Taken'), ('DECLINED', 'Declined'), ('WITHDRAWN', 'Taken back')], default='OPEN', max_length=9)),
                ('reason', models.TextField(blank=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='joinedup.agreement')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='joinedup.membership')),
            ],
            options={
                'ordering': ['-made_at', '-id'],
            },
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('form__in', ['FULL', 'ONE_PAGE'])), name='agreement_form_known'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='agreement_starts_on_before_ends_on'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('review_on__isnull', True), ('review_on__gte', models.F('starts_on')), _connector='OR'), name='agreement_starts_on_before_review_on'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(fields=('partnership',), name='agreement_one_a_partnership'),
        ),
        migrations.AddConstraint(
            model_name='clause',
            constraint=models.CheckConstraint(condition=models.Q(('standing__in', ['TO_DO', 'IN_AGREEMENT', 'NOT_NEEDED'])), name='clause_standing_known'),
        ),
        migrations.AddConstraint(
            model_name='clause',
            constraint=models.UniqueConstraint(fields=('agreement', 'code'), name='clause_once'),
        ),
        migrations.AddConstraint(
            model_name='clause',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('standing', 'NOT_NEEDED'), _negated=True), models.Q(('because', ''), _negated=True), _connector='OR'), name='clause_not_needed_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['OFFERED', 'SIGNED', 'SUPERSEDED', 'WITHDRAWN'])), name='edition_state_known'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='edition_starts_on_before_ends_on'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('review_on__isnull', True), ('review_on__gte', models.F('starts_on')), _connector='OR'), name='edition_starts_on_before_review_on'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(fields=('agreement', 'number'), name='edition_number_once'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'OFFERED')), fields=('agreement',), name='edition_one_offered'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'SIGNED')), fields=('agreement',), name='edition_one_signed'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['OPEN', 'TAKEN', 'DECLINED', 'WITHDRAWN'])), name='proposal_state_known'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True)), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='proposal_decided_at_with_decided_by'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('state', 'OPEN')), models.Q(models.Q(('state', 'OPEN'), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='proposal_decided_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'DECLINED'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='proposal_declined_with_reason'),
        ),
    ]
