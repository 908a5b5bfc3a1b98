# What an organisation asks itself before it enters a partnership.

import django.db.models.deletion
import joinedup.domain.basics.identifiers
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('joinedup', '0033_expectations'),
    ]

    operations = [
        migrations.CreateModel(
            name='Appraisal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('public_id', models.CharField(default=joinedup.domain.basics.identifiers.new_public_id, editable=False, max_length=10, unique=True)),
                ('tier', models.PositiveSmallIntegerField(choices=[(1, '1, significant'), (2, '2, key'), (3, '3, network')])),
                ('questions', models.CharField(max_length=60)),
                ('state', models.CharField(choices=[('OPEN', 'Being answered'), ('COMPLETE', 'Finished')], default='OPEN', max_length=8)),
                ('began_at', models.DateTimeField()),
                ('completed_at', models.DateTimeField(blank=True, null=True)),
                ('decision', models.CharField(blank=True, choices=[('STOP', 'Do not proceed'), ('NOT_READY', 'Not ready'), ('CONDITIONS', 'Proceed with conditions'), ('PROCEED', 'Proceed')], max_length=10)),
                ('began_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('completed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('follows', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='joinedup.appraisal')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appraisals', to='joinedup.organisation')),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appraisals', to='joinedup.partnership')),
            ],
            options={
                'ordering': ['-began_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='AppraisalAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('question', models.CharField(max_length=4)),
                ('answer', models.CharField(blank=True, choices=[('YES', 'Yes'), ('PARTLY', 'Partly'), ('NO', 'No'), ('UNKNOWN', 'Not yet known'), ('NA', 'Does not apply')], max_length=7)),
                ('evidence', models.TextField(blank=True)),
                ('action', models.CharField(blank=True, max_length=500)),
                ('action_owner', models.CharField(blank=True, max_length=200)),
                ('action_due_on', models.DateField(blank=True, null=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('appraisal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='joinedup.appraisal')),
                ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='AppraisalSection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('code', models.CharField(max_length=2)),
                ('saved_at', models.DateTimeField(blank=True, null=True)),
                ('appraisal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='joinedup.appraisal')),
                ('saved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddConstraint(
            model_name='appraisal',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['OPEN', 'COMPLETE'])), name='appraisal_state_known'),
        ),
        migrations.AddConstraint(
            model_name='appraisal',
            constraint=models.CheckConstraint(condition=models.Q(('decision__in', ['', 'STOP', 'NOT_READY', 'CONDITIONS', 'PROCEED'])), name='appraisal_decision_known'),
        ),
        migrations.AddConstraint(
            model_name='appraisal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('completed_at__isnull', True), ('completed_by__isnull', True)), models.Q(('completed_at__isnull', False), ('completed_by__isnull', False)), _connector='OR'), name='appraisal_completed_at_with_completed_by'),
        ),
        migrations.AddConstraint(
            model_name='appraisal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('completed_at__isnull', True), ('decision', ''), ('state', 'OPEN')), models.Q(('completed_at__isnull', False), ('state', 'COMPLETE'), models.Q(('decision', ''), _negated=True)), _connector='OR'), name='appraisal_complete_with_decision'),
        ),
        migrations.AddConstraint(
            model_name='appraisal',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'OPEN')), fields=('partnership', 'organisation'), name='appraisal_one_open'),
        ),
        migrations.AddConstraint(
            model_name='appraisalanswer',
            constraint=models.CheckConstraint(condition=models.Q(('answer__in', ['', 'YES', 'PARTLY', 'NO', 'UNKNOWN', 'NA'])), name='appraisalanswer_answer_known'),
        ),
        migrations.AddConstraint(
            model_name='appraisalanswer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_at__isnull', True), ('done_by__isnull', True)), models.Q(('done_at__isnull', False), ('done_by__isnull', False)), _connector='OR'), name='appraisalanswer_done_at_with_done_by'),
        ),
        migrations.AddConstraint(
            model_name='appraisalanswer',
            constraint=models.UniqueConstraint(fields=('appraisal', 'question'), name='appraisal_answer_once'),
        ),
        migrations.AddConstraint(
            model_name='appraisalanswer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('action', ''), ('action_due_on__isnull', True), ('action_owner', '')), models.Q(models.Q(('action', ''), _negated=True), models.Q(('action_owner', ''), _negated=True), ('action_due_on__isnull', False)), _connector='OR'), name='appraisal_action_whole'),
        ),
        migrations.AddConstraint(
            model_name='appraisalanswer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', 'NA'), _negated=True), models.Q(('evidence', ''), _negated=True), _connector='OR'), name='appraisal_na_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='appraisalanswer',
            constraint=models.CheckConstraint(condition=models.Q(('done_at__isnull', True), models.Q(('action', ''), _negated=True), _connector='OR'), name='appraisal_done_has_action'),
        ),
        migrations.AddConstraint(
            model_name='appraisalsection',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('saved_at__isnull', True), ('saved_by__isnull', True)), models.Q(('saved_at__isnull', False), ('saved_by__isnull', False)), _connector='OR'), name='appraisalsection_saved_at_with_saved_by'),
        ),
        migrations.AddConstraint(
            model_name='appraisalsection',
            constraint=models.UniqueConstraint(fields=('appraisal', 'code'), name='appraisal_section_once'),
        ),
    ]
