"""What forming a partnership keeps, from the idea to the signed agreement."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import joinedup.domain.basics.identifiers
import joinedup.domain.people.models
from joinedup.domain.basics.folding import folded
from joinedup.migrations._together import CreateAll


def fold_areas(apps, schema_editor):
    areas = apps.get_model("joinedup", "Area").objects
    known = list(areas.all())
    for area in known:
        area.folded_name = folded(area.name)
    areas.bulk_update(known, ["folded_name"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("joinedup", "0031_tell_who_has_no_address"),
    ]

    operations = [
        migrations.AddField(
            model_name="area",
            name="folded_name",
            field=models.CharField(default="", editable=False, max_length=200),
        ),
        migrations.RunPython(fold_areas, migrations.RunPython.noop),
        CreateAll(
            [
                migrations.CreateModel(
                    name="Agreement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agreements",
                                to="joinedup.partnership",
                            ),
                        ),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("FULL", "Agreement"),
                                    ("ONE_PAGE", "Terms of reference on one page"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "tier",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "1, significant"), (2, "2, key"), (3, "3, network")]
                            ),
                        ),
                        ("begun_on", models.DateField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("binding", models.BooleanField(blank=True, null=True)),
                        ("starts_on", models.DateField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        ("review_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("form__in", ["FULL", "ONE_PAGE"])),
                                name="agreement_form_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="agreement_starts_on_before_ends_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("review_on__isnull", True),
                                    ("review_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="agreement_starts_on_before_review_on",
                            ),
                            models.UniqueConstraint(
                                fields=("partnership",), name="agreement_one_a_partnership"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Appraisal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="appraisals",
                                to="joinedup.partnership",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appraisals",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "follows",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="followed_by",
                                to="joinedup.appraisal",
                            ),
                        ),
                        (
                            "tier",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "1, significant"), (2, "2, key"), (3, "3, network")]
                            ),
                        ),
                        ("questions", models.CharField(max_length=60)),
                        (
                            "state",
                            models.CharField(
                                choices=[("OPEN", "Being answered"), ("COMPLETE", "Finished")],
                                default="OPEN",
                                max_length=8,
                            ),
                        ),
                        ("began_at", models.DateTimeField()),
                        (
                            "began_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("completed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "completed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("STOP", "Do not proceed"),
                                    ("NOT_READY", "Not ready"),
                                    ("CONDITIONS", "Proceed with conditions"),
                                    ("PROCEED", "Proceed"),
                                ],
                                max_length=10,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-began_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["OPEN", "COMPLETE"])),
                                name="appraisal_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "decision__in",
                                        ["", "STOP", "NOT_READY", "CONDITIONS", "PROCEED"],
                                    )
                                ),
                                name="appraisal_decision_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("completed_at__isnull", True),
                                        ("completed_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("completed_at__isnull", False),
                                        ("completed_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="appraisal_completed_at_with_completed_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("completed_at__isnull", True),
                                        ("decision", ""),
                                        ("state", "OPEN"),
                                    ),
                                    models.Q(
                                        ("completed_at__isnull", False),
                                        ("state", "COMPLETE"),
                                        models.Q(("decision", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="appraisal_complete_with_decision",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "OPEN")),
                                fields=("partnership", "organisation"),
                                name="appraisal_one_open",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AppraisalAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "appraisal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="joinedup.appraisal",
                            ),
                        ),
                        ("question", models.CharField(max_length=4)),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("YES", "Yes"),
                                    ("PARTLY", "Partly"),
                                    ("NO", "No"),
                                    ("UNKNOWN", "Not yet known"),
                                    ("NA", "Does not apply"),
                                ],
                                max_length=7,
                            ),
                        ),
                        ("evidence", models.TextField(blank=True)),
                        ("action", models.CharField(blank=True, max_length=500)),
                        ("action_owner", models.CharField(blank=True, max_length=200)),
                        ("action_due_on", models.DateField(blank=True, null=True)),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "done_by",
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
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answer__in", ["", "YES", "PARTLY", "NO", "UNKNOWN", "NA"])
                                ),
                                name="appraisalanswer_answer_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at__isnull", True), ("done_by__isnull", True)),
                                    models.Q(
                                        ("done_at__isnull", False), ("done_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="appraisalanswer_done_at_with_done_by",
                            ),
                            models.UniqueConstraint(
                                fields=("appraisal", "question"), name="appraisal_answer_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("action", ""),
                                        ("action_due_on__isnull", True),
                                        ("action_owner", ""),
                                    ),
                                    models.Q(
                                        models.Q(("action", ""), _negated=True),
                                        models.Q(("action_owner", ""), _negated=True),
                                        ("action_due_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="appraisal_action_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", "NA"), _negated=True),
                                    models.Q(("evidence", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="appraisal_na_has_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("done_at__isnull", True),
                                    models.Q(("action", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="appraisal_done_has_action",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AppraisalSection",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "appraisal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sections",
                                to="joinedup.appraisal",
                            ),
                        ),
                        ("code", models.CharField(max_length=2)),
                        ("saved_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "saved_by",
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
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("saved_at__isnull", True), ("saved_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("saved_at__isnull", False), ("saved_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="appraisalsection_saved_at_with_saved_by",
                            ),
                            models.UniqueConstraint(
                                fields=("appraisal", "code"), name="appraisal_section_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AreaPart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "inner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="outers",
                                to="joinedup.area",
                            ),
                        ),
                        (
                            "outer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="inners",
                                to="joinedup.area",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inner", "outer"), name="area_part_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("inner", models.F("outer")), _negated=True),
                                name="area_never_in_itself",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Authoriser",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        ("from_on", models.DateField(blank=True, null=True)),
                        ("to_on", models.DateField(blank=True, null=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="authorisers",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "up_to",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True
                            ),
                        ),
                        (
                            "tier",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "1, significant"), (2, "2, key"), (3, "3, network")]
                            ),
                        ),
                        ("because", models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        "ordering": ["id"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_on__isnull", True),
                                    ("to_on__isnull", True),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="authoriser_from_on_before_to_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("up_to__isnull", True), ("up_to__gt", 0), _connector="OR"
                                ),
                                name="authoriser_up_to_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("from_on__isnull", False)),
                                name="authoriser_from_a_day",
                            ),
                            models.UniqueConstraint(
                                fields=("organisation", "person", "from_on"),
                                name="authoriser_once_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Authorisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "appraisal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="authorisations",
                                to="joinedup.appraisal",
                            ),
                        ),
                        (
                            "authoriser",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="asked",
                                to="joinedup.authoriser",
                            ),
                        ),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("words", models.TextField(blank=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("ASKED", "Waiting for a decision"),
                                    ("AUTHORISED", "Authorised"),
                                    ("REFUSED", "Refused"),
                                    ("WITHDRAWN", "Taken back"),
                                ],
                                default="ASKED",
                                max_length=10,
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "granted",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True
                            ),
                        ),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        ("conditions", models.TextField(blank=True)),
                        ("reasons", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["-asked_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["ASKED", "AUTHORISED", "REFUSED", "WITHDRAWN"])
                                ),
                                name="authorisation_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", True), ("decided_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("decided_at__isnull", False), ("decided_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="authorisation_decided_at_with_decided_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "AUTHORISED"), _negated=True),
                                    models.Q(
                                        ("ends_on__isnull", False),
                                        ("granted__gte", 0),
                                        ("granted__lte", models.F("amount")),
                                    ),
                                    _connector="OR",
                                ),
                                name="authorisation_has_limits",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "REFUSED"), _negated=True),
                                    models.Q(("reasons", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="authorisation_refused_with_reasons",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at__isnull", True), ("state", "ASKED")),
                                    models.Q(
                                        models.Q(("state", "ASKED"), _negated=True),
                                        ("decided_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="authorisation_decided_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("amount__gte", 0)),
                                name="authorisation_amount_not_negative",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "WITHDRAWN"), _negated=True),
                                fields=("appraisal",),
                                name="authorisation_one_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Clause",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="clauses",
                                to="joinedup.agreement",
                            ),
                        ),
                        ("code", models.CharField(max_length=4)),
                        (
                            "standing",
                            models.CharField(
                                choices=[
                                    ("TO_DO", "To do"),
                                    ("IN_AGREEMENT", "In the agreement"),
                                    ("NOT_NEEDED", "Not needed"),
                                ],
                                default="TO_DO",
                                max_length=12,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("where", models.TextField(blank=True)),
                        ("because", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("standing__in", ["TO_DO", "IN_AGREEMENT", "NOT_NEEDED"])
                                ),
                                name="clause_standing_known",
                            ),
                            models.UniqueConstraint(
                                fields=("agreement", "code"), name="clause_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("standing", "NOT_NEEDED"), _negated=True),
                                    models.Q(("because", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="clause_not_needed_has_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Edition",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="editions",
                                to="joinedup.agreement",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("text", models.TextField()),
                        ("digest", models.CharField(max_length=64)),
                        ("record", models.JSONField(default=dict)),
                        (
                            "tier",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "1, significant"), (2, "2, key"), (3, "3, network")]
                            ),
                        ),
                        ("binding", models.BooleanField()),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        ("review_on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("OFFERED", "Offered to sign"),
                                    ("SIGNED", "Signed"),
                                    ("SUPERSEDED", "Replaced by a later text"),
                                    ("WITHDRAWN", "Taken back"),
                                ],
                                default="OFFERED",
                                max_length=10,
                            ),
                        ),
                        ("offered_at", models.DateTimeField()),
                        (
                            "offered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-number"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["OFFERED", "SIGNED", "SUPERSEDED", "WITHDRAWN"])
                                ),
                                name="edition_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="edition_starts_on_before_ends_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("review_on__isnull", True),
                                    ("review_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="edition_starts_on_before_review_on",
                            ),
                            models.UniqueConstraint(
                                fields=("agreement", "number"), name="edition_number_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "OFFERED")),
                                fields=("agreement",),
                                name="edition_one_offered",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "SIGNED")),
                                fields=("agreement",),
                                name="edition_one_signed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Idea",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "partnership",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="idea",
                                to="joinedup.partnership",
                            ),
                        ),
                        ("for_whom", models.TextField()),
                        ("need", models.TextField()),
                        ("asked_of_partner", models.TextField()),
                        ("noes", models.JSONField(blank=True, default=list)),
                        ("scoped_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "scoped_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("stated_at", models.DateTimeField()),
                        (
                            "stated_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "likely_partners",
                            models.ManyToManyField(
                                blank=True,
                                related_name="ideas",
                                through="joinedup.LikelyPartner",
                                to="joinedup.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("scoped_at__isnull", True), ("scoped_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("scoped_at__isnull", False), ("scoped_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="idea_scoped_at_with_scoped_by",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KindAsking",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="kind_askings",
                                to="joinedup.partnership",
                            ),
                        ),
                        ("asked_on", models.DateField()),
                        ("asked_at", models.DateTimeField()),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("closes_on", models.DateField()),
                        ("shown_at", models.DateTimeField(blank=True, null=True)),
                        ("differs", models.BooleanField(blank=True, null=True)),
                        (
                            "settled",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("AGREED", "We agree now what kind it is"),
                                    ("DIFFER", "We differ, and go on knowing it"),
                                ],
                                max_length=6,
                            ),
                        ),
                        (
                            "settled_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("COMMISSIONED", "Commissioned"),
                                    ("COOPERATIVE", "Cooperative"),
                                    ("COORDINATED", "Coordinated"),
                                    ("COLLABORATIVE", "Collaborative"),
                                    ("UNTOLD", "Not yet told us"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("settled_because", models.TextField(blank=True)),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "settled_by",
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
                        "verbose_name_plural": "what kind its members say it is",
                        "ordering": ["-asked_on", "-id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("shown_at__isnull", True)),
                                fields=["closes_on"],
                                name="kind_askings_open",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("differs__isnull", True), ("shown_at__isnull", True)),
                                    models.Q(
                                        ("differs__isnull", False), ("shown_at__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="kindasking_shown_at_with_differs",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("settled_at__isnull", True), ("settled_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("settled_at__isnull", False), ("settled_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="kindasking_settled_at_with_settled_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("settled__in", ["", "AGREED", "DIFFER"])),
                                name="kindasking_settled_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "settled_kind__in",
                                        [
                                            "",
                                            "COMMISSIONED",
                                            "COOPERATIVE",
                                            "COORDINATED",
                                            "COLLABORATIVE",
                                        ],
                                    )
                                ),
                                name="kindasking_settled_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("settled", "AGREED"), ("settled_kind", ""), _connector="XOR"
                                ),
                                name="kind_named_where_agreed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("settled", ""),
                                        ("settled_at__isnull", True),
                                        ("settled_because", ""),
                                    ),
                                    models.Q(
                                        models.Q(("settled", ""), _negated=True),
                                        models.Q(("settled_because", ""), _negated=True),
                                        ("settled_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="kind_settled_with_reasons",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("closes_on__gt", models.F("asked_on"))),
                                name="kind_asked_before_it_closes",
                            ),
                            models.UniqueConstraint(
                                fields=("partnership", "asked_on"), name="kind_asked_once_a_day"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KindAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "objectives",
                            models.CharField(
                                choices=[
                                    ("COMMISSIONED", "Commissioned"),
                                    ("COOPERATIVE", "Cooperative"),
                                    ("COORDINATED", "Coordinated"),
                                    ("COLLABORATIVE", "Collaborative"),
                                    ("UNTOLD", "Not yet told us"),
                                ],
                                max_length=14,
                            ),
                        ),
                        (
                            "planning",
                            models.CharField(
                                choices=[
                                    ("COMMISSIONED", "Commissioned"),
                                    ("COOPERATIVE", "Cooperative"),
                                    ("COORDINATED", "Coordinated"),
                                    ("COLLABORATIVE", "Collaborative"),
                                    ("UNTOLD", "Not yet told us"),
                                ],
                                max_length=14,
                            ),
                        ),
                        (
                            "roles",
                            models.CharField(
                                choices=[
                                    ("COMMISSIONED", "Commissioned"),
                                    ("COOPERATIVE", "Cooperative"),
                                    ("COORDINATED", "Coordinated"),
                                    ("COLLABORATIVE", "Collaborative"),
                                    ("UNTOLD", "Not yet told us"),
                                ],
                                max_length=14,
                            ),
                        ),
                        (
                            "means",
                            models.CharField(
                                choices=[
                                    ("COMMISSIONED", "Commissioned"),
                                    ("COOPERATIVE", "Cooperative"),
                                    ("COORDINATED", "Coordinated"),
                                    ("COLLABORATIVE", "Collaborative"),
                                    ("UNTOLD", "Not yet told us"),
                                ],
                                max_length=14,
                            ),
                        ),
                        (
                            "risk",
                            models.CharField(
                                choices=[
                                    ("COMMISSIONED", "Commissioned"),
                                    ("COOPERATIVE", "Cooperative"),
                                    ("COORDINATED", "Coordinated"),
                                    ("COLLABORATIVE", "Collaborative"),
                                    ("UNTOLD", "Not yet told us"),
                                ],
                                max_length=14,
                            ),
                        ),
                        (
                            "inside",
                            models.CharField(
                                choices=[
                                    ("COMMISSIONED", "Commissioned"),
                                    ("COOPERATIVE", "Cooperative"),
                                    ("COORDINATED", "Coordinated"),
                                    ("COLLABORATIVE", "Collaborative"),
                                    ("UNTOLD", "Not yet told us"),
                                ],
                                max_length=14,
                            ),
                        ),
                        (
                            "asking",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="joinedup.kindasking",
                            ),
                        ),
                        (
                            "membership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="kind_answers",
                                to="joinedup.membership",
                            ),
                        ),
                        ("answered_at", models.DateTimeField()),
                        (
                            "answered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "what kind its members say it is",
                        "ordering": [
                            "membership__organisation__folded_name",
                            "membership__unit",
                            "id",
                        ],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "objectives__in",
                                        [
                                            "COMMISSIONED",
                                            "COOPERATIVE",
                                            "COORDINATED",
                                            "COLLABORATIVE",
                                        ],
                                    )
                                ),
                                name="kindanswer_objectives_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "planning__in",
                                        [
                                            "COMMISSIONED",
                                            "COOPERATIVE",
                                            "COORDINATED",
                                            "COLLABORATIVE",
                                        ],
                                    )
                                ),
                                name="kindanswer_planning_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "roles__in",
                                        [
                                            "COMMISSIONED",
                                            "COOPERATIVE",
                                            "COORDINATED",
                                            "COLLABORATIVE",
                                        ],
                                    )
                                ),
                                name="kindanswer_roles_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "means__in",
                                        [
                                            "COMMISSIONED",
                                            "COOPERATIVE",
                                            "COORDINATED",
                                            "COLLABORATIVE",
                                        ],
                                    )
                                ),
                                name="kindanswer_means_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "risk__in",
                                        [
                                            "COMMISSIONED",
                                            "COOPERATIVE",
                                            "COORDINATED",
                                            "COLLABORATIVE",
                                        ],
                                    )
                                ),
                                name="kindanswer_risk_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "inside__in",
                                        [
                                            "COMMISSIONED",
                                            "COOPERATIVE",
                                            "COORDINATED",
                                            "COLLABORATIVE",
                                        ],
                                    )
                                ),
                                name="kindanswer_inside_known",
                            ),
                            models.UniqueConstraint(
                                fields=("asking", "membership"), name="kind_answered_once_a_member"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LikelyPartner",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "idea",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="joinedup.idea",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="joinedup.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("idea", "organisation"), name="likely_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ListedRisk",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="listed_risks",
                                to="joinedup.partnership",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="own_risks",
                                to="joinedup.organisation",
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("RK1", "Purpose and fit"),
                                    ("RK2", "Governance and accountability"),
                                    ("RK3", "Legal form and duties"),
                                    ("RK4", "Money"),
                                    ("RK5", "Fraud and interests"),
                                    ("RK6", "Delivery and performance"),
                                    ("RK7", "Partner capacity or withdrawal"),
                                    ("RK8", "Key people"),
                                    ("RK9", "Staff and volunteers"),
                                    ("RK10", "Information and data"),
                                    ("RK11", "People at risk"),
                                    ("RK12", "Equality and community"),
                                    ("RK13", "Reputation and trust"),
                                    ("RK14", "Policy and structural change"),
                                    ("RK15", "Assets, property and insurance"),
                                    ("RK16", "Ending"),
                                ],
                                max_length=4,
                            ),
                        ),
                        ("cause", models.CharField(max_length=300)),
                        ("effect", models.CharField(max_length=300)),
                        ("controls", models.TextField(blank=True)),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("owner_post", models.CharField(blank=True, max_length=200)),
                        ("review_on", models.DateField()),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("closed_because", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(fields=["owner", "review_on"], name="risk_by_owner")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "category__in",
                                        [
                                            "RK1",
                                            "RK2",
                                            "RK3",
                                            "RK4",
                                            "RK5",
                                            "RK6",
                                            "RK7",
                                            "RK8",
                                            "RK9",
                                            "RK10",
                                            "RK11",
                                            "RK12",
                                            "RK13",
                                            "RK14",
                                            "RK15",
                                            "RK16",
                                        ],
                                    )
                                ),
                                name="listedrisk_category_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at__isnull", True), ("closed_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("closed_at__isnull", False), ("closed_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="listedrisk_closed_at_with_closed_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_at__isnull", True),
                                    models.Q(("closed_because", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="risk_closed_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("owner__isnull", False),
                                    models.Q(("owner_post", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="risk_has_an_owner",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at", None), ("organisation", None)),
                                fields=("partnership", "cause", "effect"),
                                name="risk_shared_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at", None)),
                                fields=("partnership", "organisation", "cause", "effect"),
                                name="risk_own_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Matter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="matters",
                                to="joinedup.partnership",
                            ),
                        ),
                        ("name", models.CharField(max_length=120)),
                        ("folded_name", models.CharField(editable=False, max_length=200)),
                        ("other_words", models.CharField(blank=True, max_length=500)),
                        ("folded_words", models.TextField(editable=False)),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="matters",
                                to="joinedup.organisation",
                            ),
                        ),
                        ("post_title", models.CharField(blank=True, max_length=200)),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        ("phone", models.CharField(blank=True, max_length=40)),
                        ("if_not_helped", models.TextField(blank=True)),
                        (
                            "answering",
                            models.CharField(
                                choices=[
                                    ("UNNAMED", "Nobody is named"),
                                    ("ASKED", "Asked, and not answered yet"),
                                    ("ACCEPTED", "Accepted"),
                                    ("DECLINED", "Declined"),
                                ],
                                default="UNNAMED",
                                max_length=8,
                            ),
                        ),
                        ("is_post_known", models.BooleanField(default=False)),
                        ("because", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "answered_by",
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
                        "ordering": ["folded_name", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answering__in", ["UNNAMED", "ASKED", "ACCEPTED", "DECLINED"])
                                ),
                                name="matter_answering_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answered_at__isnull", True), ("answered_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("answered_at__isnull", False),
                                        ("answered_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="matter_answered_at_with_answered_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answering", "UNNAMED"), ("organisation__isnull", True)
                                    ),
                                    models.Q(
                                        ("organisation__isnull", False),
                                        models.Q(("answering", "UNNAMED"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="matter_asks_whom_it_names",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answering", "DECLINED"), _negated=True),
                                    models.Q(("because", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="matter_declined_with_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("partnership", "folded_name"), name="matter_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MemberNaming",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "membership",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="public_naming",
                                to="joinedup.membership",
                            ),
                        ),
                        ("is_named", models.BooleanField(default=False)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="NothingPromised",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "membership",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="nothing_promised",
                                to="joinedup.membership",
                            ),
                        ),
                        ("said_on", models.DateField()),
                        (
                            "said_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "nothing promised",
                    },
                ),
                migrations.CreateModel(
                    name="OverlapAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "idea",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="overlap_answers",
                                to="joinedup.idea",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="like_ideas",
                                to="joinedup.partnership",
                            ),
                        ),
                        (
                            "arrangement",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="like_ideas",
                                to="joinedup.relatedarrangement",
                            ),
                        ),
                        (
                            "choice",
                            models.CharField(
                                choices=[
                                    ("JOIN", "Join it instead"),
                                    ("FITS", "The idea fits beside it"),
                                    ("DIFFERS", "It is not the same"),
                                ],
                                max_length=7,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("answered_at", models.DateTimeField()),
                        (
                            "answered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("choice__in", ["JOIN", "FITS", "DIFFERS"])),
                                name="overlapanswer_choice_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("arrangement__isnull", False),
                                        ("partnership__isnull", True),
                                    ),
                                    models.Q(
                                        ("arrangement__isnull", True),
                                        ("partnership__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="overlap_answer_of_one_thing",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("arrangement__isnull", True),
                                    models.Q(("choice", "JOIN"), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_joins_an_arrangement",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="overlap_answer_has_words",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PersonNaming",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "holder",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="public_naming",
                                to="joinedup.holder",
                            ),
                        ),
                        ("given_at", models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name="Promise",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "membership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="promises",
                                to="joinedup.membership",
                            ),
                        ),
                        (
                            "to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="promises_received",
                                to="joinedup.membership",
                            ),
                        ),
                        (
                            "sort",
                            models.CharField(
                                choices=[
                                    ("CASH", "Money"),
                                    ("HOURS", "Hours of work"),
                                    ("ROOMS", "Rooms or premises"),
                                    ("KIND", "Equipment, goods or a service"),
                                    ("DATA", "Information"),
                                    ("INTRODUCTIONS", "Introductions to people"),
                                    ("DEED", "Something to be done or decided"),
                                ],
                                max_length=13,
                            ),
                        ),
                        ("words", models.CharField(max_length=300)),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True
                            ),
                        ),
                        (
                            "rhythm",
                            models.CharField(
                                choices=[
                                    ("ONCE", "Once, by a day"),
                                    ("YEARLY", "Each year, by a day"),
                                    ("LASTING", "For as long as the partnership lasts"),
                                ],
                                default="ONCE",
                                max_length=7,
                            ),
                        ),
                        ("promised_on", models.DateField()),
                        ("noted_on", models.DateField()),
                        ("due_on", models.DateField(blank=True, null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("PROPOSED", "Not accepted yet"),
                                    ("OPEN", "Promised"),
                                    ("SAID", "Said to be delivered"),
                                    ("DELIVERED", "Delivered"),
                                    ("ASKED", "Asks to be released"),
                                    ("OFFERED", "Offered release"),
                                    ("RELEASED", "Released by agreement"),
                                    ("WITHDRAWN", "Withdrawn"),
                                ],
                                default="OPEN",
                                max_length=9,
                            ),
                        ),
                        ("delivered_on", models.DateField(blank=True, null=True)),
                        ("times", models.PositiveSmallIntegerField(default=0)),
                    ],
                    options={
                        "ordering": ["due_on", "id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(
                                    ("state__in", ("PROPOSED", "SAID", "OPEN", "ASKED", "OFFERED"))
                                ),
                                fields=["due_on"],
                                name="promises_waiting",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "sort__in",
                                        [
                                            "CASH",
                                            "HOURS",
                                            "ROOMS",
                                            "KIND",
                                            "DATA",
                                            "INTRODUCTIONS",
                                            "DEED",
                                        ],
                                    )
                                ),
                                name="promise_sort_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("rhythm__in", ["ONCE", "YEARLY", "LASTING"])),
                                name="promise_rhythm_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "PROPOSED",
                                            "OPEN",
                                            "SAID",
                                            "DELIVERED",
                                            "ASKED",
                                            "OFFERED",
                                            "RELEASED",
                                            "WITHDRAWN",
                                        ],
                                    )
                                ),
                                name="promise_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("promised_on__isnull", True),
                                    ("due_on__isnull", True),
                                    ("due_on__gte", models.F("promised_on")),
                                    _connector="OR",
                                ),
                                name="promise_promised_on_before_due_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("promised_on__isnull", True),
                                    ("delivered_on__isnull", True),
                                    ("delivered_on__gte", models.F("promised_on")),
                                    _connector="OR",
                                ),
                                name="promise_promised_on_before_delivered_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("amount__isnull", True),
                                    models.Q(("amount__gt", 0), ("sort__in", ("CASH", "HOURS"))),
                                    _connector="OR",
                                ),
                                name="promise_amount_of_money_or_hours",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to__isnull", True),
                                    models.Q(("to", models.F("membership")), _negated=True),
                                    _connector="OR",
                                ),
                                name="promise_to_somebody_else",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rhythm", "LASTING"),
                                    ("due_on__isnull", False),
                                    _connector="XOR",
                                ),
                                name="promise_due_unless_lasting",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ("SAID", "DELIVERED")), _negated=True),
                                    ("delivered_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="promise_delivered_on_a_day",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("state__in", ("PROPOSED", "SAID", "OPEN", "ASKED", "OFFERED"))
                                ),
                                fields=("membership", "sort", "words"),
                                name="promise_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PromiseStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "promise",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="joinedup.promise",
                            ),
                        ),
                        (
                            "deed",
                            models.CharField(
                                choices=[
                                    ("MADE", "Promised it"),
                                    ("PROPOSED", "Asked for this promise"),
                                    ("ACCEPTED", "Accepted it: it is promised"),
                                    ("DECLINED", "Declined to promise it"),
                                    ("CHANGED", "Changed it"),
                                    ("SAID", "Said that it is delivered"),
                                    ("CONFIRMED", "Confirmed that it is delivered"),
                                    ("NOT_YET", "Said that it is not delivered yet"),
                                    ("ASKED", "Asked to be released"),
                                    ("OFFERED", "Offered release"),
                                    ("AGREED", "Agreed to the release"),
                                    ("HELD", "Did not agree to the release: it stays promised"),
                                    ("RELEASED", "Let go of it, as the member has left"),
                                    ("TAKEN_BACK", "Took that back"),
                                    ("WITHDRAWN", "Withdrew it"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        ("made_at", models.DateTimeField()),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-made_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "deed__in",
                                        [
                                            "MADE",
                                            "PROPOSED",
                                            "ACCEPTED",
                                            "DECLINED",
                                            "CHANGED",
                                            "SAID",
                                            "CONFIRMED",
                                            "NOT_YET",
                                            "ASKED",
                                            "OFFERED",
                                            "AGREED",
                                            "HELD",
                                            "RELEASED",
                                            "TAKEN_BACK",
                                            "WITHDRAWN",
                                        ],
                                    )
                                ),
                                name="promisestep_deed_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Proposal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="proposals",
                                to="joinedup.agreement",
                            ),
                        ),
                        ("code", models.CharField(max_length=4)),
                        ("clause_version", models.PositiveIntegerField()),
                        ("words_before", models.TextField(blank=True)),
                        ("words", models.TextField()),
                        ("why", models.TextField()),
                        ("made_at", models.DateTimeField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "membership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="proposals",
                                to="joinedup.membership",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("OPEN", "Open"),
                                    ("TAKEN", "Taken"),
                                    ("DECLINED", "Declined"),
                                    ("WITHDRAWN", "Taken back"),
                                ],
                                default="OPEN",
                                max_length=9,
                            ),
                        ),
                        ("reason", models.TextField(blank=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decided_by",
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
                        "ordering": ["-made_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["OPEN", "TAKEN", "DECLINED", "WITHDRAWN"])
                                ),
                                name="proposal_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", True), ("decided_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("decided_at__isnull", False), ("decided_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="proposal_decided_at_with_decided_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at__isnull", True), ("state", "OPEN")),
                                    models.Q(
                                        models.Q(("state", "OPEN"), _negated=True),
                                        ("decided_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="proposal_decided_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "DECLINED"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="proposal_declined_with_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PublicPage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "partnership",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="public_page",
                                to="joinedup.partnership",
                            ),
                        ),
                        ("is_public", models.BooleanField(default=False)),
                        ("purpose", models.TextField(blank=True)),
                        ("joining", models.TextField(blank=True)),
                        (
                            "openness",
                            models.CharField(
                                choices=[
                                    ("OPEN", "Anybody who shares its purpose can join"),
                                    ("ASKED", "It asks who should join, and anybody can ask it"),
                                    ("FIXED", "A law or its agreement says who is in it"),
                                    ("UNTOLD", "Not yet told us"),
                                ],
                                default="UNTOLD",
                                max_length=8,
                            ),
                        ),
                        ("tells_missing", models.BooleanField(default=False)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("openness__in", ["OPEN", "ASKED", "FIXED", "UNTOLD"])
                                ),
                                name="publicpage_openness_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_public", False),
                                    models.Q(("purpose", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="public_page_says_what_for",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Receipt",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "authorisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="receipts",
                                to="joinedup.authorisation",
                            ),
                        ),
                        (
                            "director",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("told_at", models.DateTimeField(blank=True, null=True)),
                        ("read_at", models.DateTimeField(blank=True, null=True)),
                        ("guidance", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("authorisation", "director"), name="receipt_once_a_director"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("guidance", ""), ("read_at__isnull", False), _connector="OR"
                                ),
                                name="receipt_guidance_was_read",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Refusal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "edition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="refusals",
                                to="joinedup.edition",
                            ),
                        ),
                        (
                            "membership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="refusals",
                                to="joinedup.membership",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("capacity", models.CharField(max_length=200)),
                        ("reasons", models.TextField()),
                        ("at", models.DateTimeField()),
                        ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "taken_back_by",
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
                        "ordering": ["at", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("taken_back_at__isnull", True),
                                        ("taken_back_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("taken_back_at__isnull", False),
                                        ("taken_back_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="refusal_taken_back_at_with_taken_back_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reasons", ""), _negated=True),
                                name="refusal_with_reasons",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("taken_back_at__isnull", True)),
                                fields=("edition", "membership"),
                                name="refusal_once_a_member",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RiskFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="risk_files",
                                to="joinedup.partnership",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="risk_files",
                                to="joinedup.organisation",
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("columns", models.JSONField(blank=True, default=list)),
                        ("rows", models.JSONField(blank=True, default=list)),
                        ("size", models.PositiveSmallIntegerField(default=0)),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("RK1", "Purpose and fit"),
                                    ("RK2", "Governance and accountability"),
                                    ("RK3", "Legal form and duties"),
                                    ("RK4", "Money"),
                                    ("RK5", "Fraud and interests"),
                                    ("RK6", "Delivery and performance"),
                                    ("RK7", "Partner capacity or withdrawal"),
                                    ("RK8", "Key people"),
                                    ("RK9", "Staff and volunteers"),
                                    ("RK10", "Information and data"),
                                    ("RK11", "People at risk"),
                                    ("RK12", "Equality and community"),
                                    ("RK13", "Reputation and trust"),
                                    ("RK14", "Policy and structural change"),
                                    ("RK15", "Assets, property and insurance"),
                                    ("RK16", "Ending"),
                                ],
                                max_length=4,
                            ),
                        ),
                        ("review_on", models.DateField(blank=True, null=True)),
                        ("begun_at", models.DateTimeField()),
                        (
                            "begun_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "taken_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("added", models.PositiveSmallIntegerField(default=0)),
                    ],
                    options={
                        "ordering": ["-begun_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("taken_at__isnull", True), ("taken_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("taken_at__isnull", False), ("taken_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="riskfile_taken_at_with_taken_by",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RiskMatrix",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="risk_matrices",
                                to="joinedup.organisation",
                            ),
                        ),
                        ("from_on", models.DateField()),
                        (
                            "size",
                            models.PositiveSmallIntegerField(
                                choices=[(4, "4 by 4"), (5, "5 by 5")]
                            ),
                        ),
                        ("because", models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        "verbose_name_plural": "risk matrices",
                        "ordering": ["-from_on"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("size__in", [4, 5])),
                                name="riskmatrix_size_known",
                            ),
                            models.UniqueConstraint(
                                fields=("organisation", "from_on"), name="riskmatrix_once_a_day"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RiskScore",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "risk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="scores",
                                to="joinedup.listedrisk",
                            ),
                        ),
                        (
                            "size",
                            models.PositiveSmallIntegerField(
                                choices=[(4, "4 by 4"), (5, "5 by 5")]
                            ),
                        ),
                        ("likelihood", models.PositiveSmallIntegerField()),
                        ("impact", models.PositiveSmallIntegerField()),
                        ("residual_likelihood", models.PositiveSmallIntegerField()),
                        ("residual_impact", models.PositiveSmallIntegerField()),
                        ("target_likelihood", models.PositiveSmallIntegerField()),
                        ("target_impact", models.PositiveSmallIntegerField()),
                        ("remark", models.CharField(blank=True, max_length=300)),
                        ("scored_at", models.DateTimeField()),
                        (
                            "scored_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-scored_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("size__in", [4, 5])),
                                name="riskscore_size_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("impact__range", (1, models.F("size"))),
                                    ("likelihood__range", (1, models.F("size"))),
                                    ("residual_impact__range", (1, models.F("impact"))),
                                    ("residual_likelihood__range", (1, models.F("likelihood"))),
                                    ("target_impact__range", (1, models.F("residual_impact"))),
                                    (
                                        "target_likelihood__range",
                                        (1, models.F("residual_likelihood")),
                                    ),
                                ),
                                name="riskscore_on_its_matrix",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SharingArrangement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sharing_arrangements",
                                to="joinedup.partnership",
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("SAFETY", "to keep a child or an adult safe"),
                                    ("HELP", "to give people help that they asked for"),
                                    ("CRIME", "to prevent crime or look into it"),
                                    ("HEALTH", "to care for people’s health"),
                                    ("HOUSING", "to find or keep a home for people"),
                                    ("EMERGENCY", "to act in an emergency"),
                                    ("FRAUD", "to protect public money"),
                                    ("PLANNING", "to plan services"),
                                    ("LEARNING", "to find out what works"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("words", models.CharField(max_length=300)),
                        (
                            "whom",
                            models.CharField(
                                choices=[
                                    ("ANYBODY", "anybody we work with"),
                                    ("CHILDREN", "children and young people"),
                                    ("AT_RISK", "adults at risk"),
                                    ("HARMED", "people who were harmed"),
                                    ("HARMING", "people said to have done harm"),
                                    ("TENANTS", "tenants and leaseholders"),
                                    ("STAFF", "staff and volunteers"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "basis",
                            models.CharField(
                                choices=[
                                    (
                                        "CONSENT",
                                        "Consent: each person freely agreed to it, Article 6(1)(a)",
                                    ),
                                    (
                                        "CONTRACT",
                                        "Contract: an agreement with the person needs it, Article 6(1)(b)",
                                    ),
                                    ("LAW", "Legal obligation: a law tells us to, Article 6(1)(c)"),
                                    (
                                        "VITAL",
                                        "Vital interests: somebody’s life may depend on it, Article 6(1)(d)",
                                    ),
                                    (
                                        "TASK",
                                        "Public task: a task that the law gives us needs it, Article 6(1)(e)",
                                    ),
                                    (
                                        "RECOGNISED",
                                        "Recognised legitimate interest: one of those listed in Annex 1, Article 6(1)(ea)",
                                    ),
                                    (
                                        "INTERESTS",
                                        "Legitimate interests: good reason, not outweighed by the person’s, Article 6(1)(f)",
                                    ),
                                    (
                                        "POLICING",
                                        "Law enforcement: the police or the like need it for that task, Part 3, section 35(2)(b)",
                                    ),
                                    (
                                        "AGREED",
                                        "Law enforcement, and the person consented to it, Part 3, section 35(2)(a)",
                                    ),
                                    ("NONE", "None is needed: nobody can be recognised in it"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "condition",
                            models.CharField(
                                choices=[
                                    ("UNTOLD", "None yet, or none is needed"),
                                    ("CONSENT", "Explicit consent, Article 9(2)(a)"),
                                    (
                                        "CARE_LAW",
                                        "Employment and social protection law, Schedule 1 paragraph 1",
                                    ),
                                    (
                                        "VITAL",
                                        "The life of somebody who cannot consent, Article 9(2)(c)",
                                    ),
                                    ("PUBLIC", "The person made it public, Article 9(2)(e)"),
                                    ("CLAIMS", "Legal claims or courts, Article 9(2)(f)"),
                                    ("CARE", "Health or social care, Schedule 1 paragraph 2"),
                                    ("PUBLIC_HEALTH", "Public health, Schedule 1 paragraph 3"),
                                    ("RESEARCH", "Research and statistics, Schedule 1 paragraph 4"),
                                    (
                                        "STATUTE",
                                        "A task given by law or government, Schedule 1 paragraph 6",
                                    ),
                                    (
                                        "EQUALITY",
                                        "Equal chances and treatment, Schedule 1 paragraph 8",
                                    ),
                                    (
                                        "CRIME",
                                        "Preventing or finding unlawful acts, Schedule 1 paragraph 10",
                                    ),
                                    ("FRAUD", "Preventing fraud, Schedule 1 paragraph 14"),
                                    (
                                        "SUPPORT",
                                        "Support with a disability or illness, Schedule 1 paragraph 16",
                                    ),
                                    (
                                        "COUNSELLING",
                                        "Confidential counselling or advice, Schedule 1 paragraph 17",
                                    ),
                                    (
                                        "SAFEGUARDING",
                                        "Children and people at risk, Schedule 1 paragraph 18",
                                    ),
                                    (
                                        "WELL_BEING",
                                        "Money of people at risk, Schedule 1 paragraph 19",
                                    ),
                                    ("OFF_CONSENT", "Offences: consent, Schedule 1 paragraph 29"),
                                    (
                                        "OFF_VITAL",
                                        "Offences: somebody’s life, Schedule 1 paragraph 30",
                                    ),
                                    (
                                        "OFF_PUBLIC",
                                        "Offences: the person made it public, Schedule 1 paragraph 32",
                                    ),
                                    (
                                        "OFF_CLAIMS",
                                        "Offences: legal claims or courts, Schedule 1 paragraph 33",
                                    ),
                                    ("LE_CONSENT", "Law enforcement: consent, section 35(4)"),
                                    (
                                        "LE_STATUTE",
                                        "Law enforcement: a task given by law, Schedule 8 paragraph 1",
                                    ),
                                    (
                                        "LE_JUSTICE",
                                        "Law enforcement: justice, Schedule 8 paragraph 2",
                                    ),
                                    (
                                        "LE_VITAL",
                                        "Law enforcement: somebody’s life, Schedule 8 paragraph 3",
                                    ),
                                    (
                                        "LE_SAFE",
                                        "Law enforcement: children and people at risk, Schedule 8 paragraph 4",
                                    ),
                                    (
                                        "LE_PUBLIC",
                                        "Law enforcement: the person made it public, Schedule 8 paragraph 5",
                                    ),
                                    (
                                        "LE_CLAIMS",
                                        "Law enforcement: legal claims or courts, Schedule 8 paragraph 6",
                                    ),
                                    (
                                        "LE_FRAUD",
                                        "Law enforcement: preventing fraud, Schedule 8 paragraph 8",
                                    ),
                                    (
                                        "LE_RESEARCH",
                                        "Law enforcement: research, Schedule 8 paragraph 9",
                                    ),
                                ],
                                default="UNTOLD",
                                max_length=13,
                            ),
                        ),
                        ("limits", models.TextField(blank=True)),
                        ("safeguards", models.TextField(blank=True)),
                        (
                            "assessment",
                            models.CharField(
                                choices=[
                                    ("TO_DO", "It is still to do"),
                                    ("DONE", "It has been done"),
                                    ("NOT_NEEDED", "It is not needed"),
                                ],
                                default="TO_DO",
                                max_length=10,
                            ),
                        ),
                        ("assessed_on", models.DateField(blank=True, null=True)),
                        ("not_needed_because", models.CharField(blank=True, max_length=300)),
                        ("joint_controllers", models.BooleanField(default=False)),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        ("review_on", models.DateField()),
                        ("edition", models.PositiveIntegerField(default=1)),
                        ("changed_at", models.DateTimeField()),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("withdrawn_because", models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        "ordering": ["-starts_on", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "purpose__in",
                                        [
                                            "SAFETY",
                                            "HELP",
                                            "CRIME",
                                            "HEALTH",
                                            "HOUSING",
                                            "EMERGENCY",
                                            "FRAUD",
                                            "PLANNING",
                                            "LEARNING",
                                        ],
                                    )
                                ),
                                name="sharingarrangement_purpose_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "whom__in",
                                        [
                                            "ANYBODY",
                                            "CHILDREN",
                                            "AT_RISK",
                                            "HARMED",
                                            "HARMING",
                                            "TENANTS",
                                            "STAFF",
                                        ],
                                    )
                                ),
                                name="sharingarrangement_whom_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "basis__in",
                                        [
                                            "CONSENT",
                                            "CONTRACT",
                                            "LAW",
                                            "VITAL",
                                            "TASK",
                                            "RECOGNISED",
                                            "INTERESTS",
                                            "POLICING",
                                            "AGREED",
                                            "NONE",
                                        ],
                                    )
                                ),
                                name="sharingarrangement_basis_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "condition__in",
                                        [
                                            "UNTOLD",
                                            "CONSENT",
                                            "CARE_LAW",
                                            "VITAL",
                                            "PUBLIC",
                                            "CLAIMS",
                                            "CARE",
                                            "PUBLIC_HEALTH",
                                            "RESEARCH",
                                            "STATUTE",
                                            "EQUALITY",
                                            "CRIME",
                                            "FRAUD",
                                            "SUPPORT",
                                            "COUNSELLING",
                                            "SAFEGUARDING",
                                            "WELL_BEING",
                                            "OFF_CONSENT",
                                            "OFF_VITAL",
                                            "OFF_PUBLIC",
                                            "OFF_CLAIMS",
                                            "LE_CONSENT",
                                            "LE_STATUTE",
                                            "LE_JUSTICE",
                                            "LE_VITAL",
                                            "LE_SAFE",
                                            "LE_PUBLIC",
                                            "LE_CLAIMS",
                                            "LE_FRAUD",
                                            "LE_RESEARCH",
                                        ],
                                    )
                                ),
                                name="sharingarrangement_condition_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("assessment__in", ["TO_DO", "DONE", "NOT_NEEDED"])
                                ),
                                name="sharingarrangement_assessment_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="sharingarrangement_starts_on_before_ends_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("review_on__isnull", True),
                                    ("review_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="sharingarrangement_starts_on_before_review_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="sharingarrangement_withdrawn_at_with_withdrawn_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("assessment", "DONE"), _negated=True),
                                    ("assessed_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="assessed_on_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SharedKind",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "arrangement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="kinds",
                                to="joinedup.sharingarrangement",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("FIGURES", "Figures in which nobody can be recognised"),
                                    ("REACH", "Names and how to reach people"),
                                    ("NEEDS", "What help people need or get"),
                                    ("EVENTS", "What happened, where and when"),
                                    ("HOME", "Homes and households"),
                                    ("MONEY", "Money and benefits"),
                                    ("LEARNING", "School, training and work"),
                                    ("HEALTH", "Health"),
                                    ("ETHNICITY", "Race or ethnic origin"),
                                    ("BELIEF", "Religion or belief"),
                                    ("POLITICS", "Political opinions"),
                                    ("UNION", "Membership of a trade union"),
                                    ("GENES", "Genetic data"),
                                    (
                                        "BIOMETRY",
                                        "Fingerprints, faces and the like, used to tell who somebody is",
                                    ),
                                    ("SEX", "Sex life or sexual orientation"),
                                    (
                                        "OFFENCES",
                                        "Offences, convictions and what somebody is accused of",
                                    ),
                                ],
                                max_length=9,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "FIGURES",
                                            "REACH",
                                            "NEEDS",
                                            "EVENTS",
                                            "HOME",
                                            "MONEY",
                                            "LEARNING",
                                            "HEALTH",
                                            "ETHNICITY",
                                            "BELIEF",
                                            "POLITICS",
                                            "UNION",
                                            "GENES",
                                            "BIOMETRY",
                                            "SEX",
                                            "OFFENCES",
                                        ],
                                    )
                                ),
                                name="sharedkind_kind_known",
                            ),
                            models.UniqueConstraint(
                                fields=("arrangement", "kind"), name="kind_shared_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SharingDecision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="joinedup.membership",
                            ),
                        ),
                        (
                            "recipient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="joinedup.membership",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("FIGURES", "Figures in which nobody can be recognised"),
                                    ("REACH", "Names and how to reach people"),
                                    ("NEEDS", "What help people need or get"),
                                    ("EVENTS", "What happened, where and when"),
                                    ("HOME", "Homes and households"),
                                    ("MONEY", "Money and benefits"),
                                    ("LEARNING", "School, training and work"),
                                    ("HEALTH", "Health"),
                                    ("ETHNICITY", "Race or ethnic origin"),
                                    ("BELIEF", "Religion or belief"),
                                    ("POLITICS", "Political opinions"),
                                    ("UNION", "Membership of a trade union"),
                                    ("GENES", "Genetic data"),
                                    (
                                        "BIOMETRY",
                                        "Fingerprints, faces and the like, used to tell who somebody is",
                                    ),
                                    ("SEX", "Sex life or sexual orientation"),
                                    (
                                        "OFFENCES",
                                        "Offences, convictions and what somebody is accused of",
                                    ),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "whom",
                            models.CharField(
                                choices=[
                                    ("ANYBODY", "anybody we work with"),
                                    ("CHILDREN", "children and young people"),
                                    ("AT_RISK", "adults at risk"),
                                    ("HARMED", "people who were harmed"),
                                    ("HARMING", "people said to have done harm"),
                                    ("TENANTS", "tenants and leaseholders"),
                                    ("STAFF", "staff and volunteers"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("SAFETY", "to keep a child or an adult safe"),
                                    ("HELP", "to give people help that they asked for"),
                                    ("CRIME", "to prevent crime or look into it"),
                                    ("HEALTH", "to care for people’s health"),
                                    ("HOUSING", "to find or keep a home for people"),
                                    ("EMERGENCY", "to act in an emergency"),
                                    ("FRAUD", "to protect public money"),
                                    ("PLANNING", "to plan services"),
                                    ("LEARNING", "to find out what works"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[("SHARED", "We shared it"), ("REFUSED", "We refused")],
                                max_length=7,
                            ),
                        ),
                        ("because", models.CharField(max_length=300)),
                        ("on", models.DateField()),
                        (
                            "arrangement",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="joinedup.sharingarrangement",
                            ),
                        ),
                        ("told", models.CharField(max_length=3)),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-on", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "FIGURES",
                                            "REACH",
                                            "NEEDS",
                                            "EVENTS",
                                            "HOME",
                                            "MONEY",
                                            "LEARNING",
                                            "HEALTH",
                                            "ETHNICITY",
                                            "BELIEF",
                                            "POLITICS",
                                            "UNION",
                                            "GENES",
                                            "BIOMETRY",
                                            "SEX",
                                            "OFFENCES",
                                        ],
                                    )
                                ),
                                name="sharingdecision_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "whom__in",
                                        [
                                            "ANYBODY",
                                            "CHILDREN",
                                            "AT_RISK",
                                            "HARMED",
                                            "HARMING",
                                            "TENANTS",
                                            "STAFF",
                                        ],
                                    )
                                ),
                                name="sharingdecision_whom_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "purpose__in",
                                        [
                                            "SAFETY",
                                            "HELP",
                                            "CRIME",
                                            "HEALTH",
                                            "HOUSING",
                                            "EMERGENCY",
                                            "FRAUD",
                                            "PLANNING",
                                            "LEARNING",
                                        ],
                                    )
                                ),
                                name="sharingdecision_purpose_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("outcome__in", ["SHARED", "REFUSED"])),
                                name="sharingdecision_outcome_known",
                            ),
                            models.UniqueConstraint(
                                fields=(
                                    "source",
                                    "recipient",
                                    "kind",
                                    "whom",
                                    "purpose",
                                    "outcome",
                                    "on",
                                    "because",
                                ),
                                name="sharing_decided_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SharingParty",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "arrangement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parties",
                                to="joinedup.sharingarrangement",
                            ),
                        ),
                        (
                            "membership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sharing",
                                to="joinedup.membership",
                            ),
                        ),
                        ("is_source", models.BooleanField(default=False)),
                        ("contact", models.CharField(blank=True, max_length=200)),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "confirmed_by",
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
                        "ordering": ["-is_source", "membership__organisation__folded_name", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("confirmed_at__isnull", True),
                                        ("confirmed_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("confirmed_at__isnull", False),
                                        ("confirmed_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="sharingparty_confirmed_at_with_confirmed_by",
                            ),
                            models.UniqueConstraint(
                                fields=("arrangement", "membership"), name="party_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("is_source", True)),
                                fields=("arrangement",),
                                name="one_source",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Signatory",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        ("from_on", models.DateField(blank=True, null=True)),
                        ("to_on", models.DateField(blank=True, null=True)),
                        (
                            "membership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="signatories",
                                to="joinedup.membership",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("capacity", models.CharField(max_length=200)),
                    ],
                    options={
                        "verbose_name_plural": "signatories",
                        "ordering": ["person__name", "from_on", "id"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_on__isnull", True),
                                    ("to_on__isnull", True),
                                    ("to_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="signatory_from_on_before_to_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_on__isnull", False),
                                    models.Q(("capacity", ""), _negated=True),
                                ),
                                name="signatory_from_a_day_as_something",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_on__isnull", True)),
                                fields=("membership", "person"),
                                name="signatory_named_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SignOff",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=joinedup.domain.basics.identifiers.new_public_id,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        (
                            "edition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signoffs",
                                to="joinedup.edition",
                            ),
                        ),
                        (
                            "membership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signoffs",
                                to="joinedup.membership",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("capacity", models.CharField(max_length=200)),
                        ("digest", models.CharField(max_length=64)),
                        ("at", models.DateTimeField()),
                        ("paper", models.CharField(blank=True, max_length=300)),
                        ("paper_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": [
                            "membership__organisation__folded_name",
                            "membership__unit",
                            "position",
                            "id",
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("position__in", [1, 2])),
                                name="signoff_first_or_second",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("paper", ""), ("paper_on__isnull", True)),
                                    models.Q(
                                        models.Q(("paper", ""), _negated=True),
                                        ("paper_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="signoff_paper_with_its_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("name", ""), _negated=True),
                                    models.Q(("capacity", ""), _negated=True),
                                ),
                                name="signoff_by_somebody_as_something",
                            ),
                            models.UniqueConstraint(
                                fields=("edition", "membership", "position"),
                                name="signoff_once_a_member",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("paper", "")),
                                fields=("edition", "membership", "person"),
                                name="signoff_once_a_person",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Stakeholder",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="stakeholders",
                                to="joinedup.partnership",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stakes",
                                to="joinedup.organisation",
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=200)),
                        (
                            "folded_name",
                            models.CharField(blank=True, editable=False, max_length=200),
                        ),
                        (
                            "wish",
                            models.CharField(
                                choices=[
                                    ("NEEDED", "Needed"),
                                    ("WANTED", "Wanted"),
                                    ("WILLING", "Wants to take part"),
                                    ("UNSURE", "Uncertain"),
                                    ("UNTOLD", "Not yet told us"),
                                ],
                                default="UNTOLD",
                                max_length=7,
                            ),
                        ),
                        (
                            "influence",
                            models.CharField(
                                choices=[
                                    ("LOW", "Low"),
                                    ("MIDDLE", "Medium"),
                                    ("HIGH", "High"),
                                    ("UNTOLD", "Not yet told us"),
                                ],
                                default="UNTOLD",
                                max_length=6,
                            ),
                        ),
                        (
                            "interest",
                            models.CharField(
                                choices=[
                                    ("LOW", "Low"),
                                    ("MIDDLE", "Medium"),
                                    ("HIGH", "High"),
                                    ("UNTOLD", "Not yet told us"),
                                ],
                                default="UNTOLD",
                                max_length=6,
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("KNOWN", "We knew them"),
                                    ("SHARED", "They work with our members elsewhere"),
                                    ("TALK", "A conversation"),
                                    ("ASKED", "They asked"),
                                    (
                                        "GAP",
                                        "A gap showed: nobody spoke for these people or this place",
                                    ),
                                    ("UNTOLD", "Not yet told us"),
                                ],
                                default="UNTOLD",
                                max_length=6,
                            ),
                        ),
                        ("aims", models.TextField(blank=True)),
                        ("asks", models.TextField(blank=True)),
                        ("gains", models.TextField(blank=True)),
                        ("ask_for", models.CharField(blank=True, max_length=200)),
                        ("introduced_by", models.CharField(blank=True, max_length=200)),
                        ("champion", models.CharField(blank=True, max_length=200)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("IDENTIFIED", "Identified"),
                                    ("CONTACTED", "Contacted"),
                                    ("MET", "Met informally"),
                                    ("INVITED", "Invited"),
                                    ("JOINED", "Joined"),
                                    ("DECLINED", "Declined"),
                                    ("NOT_INVITED", "Not invited"),
                                ],
                                default="IDENTIFIED",
                                max_length=11,
                            ),
                        ),
                        ("moved_on", models.DateField()),
                        ("because", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "INVITED")),
                                fields=["moved_on"],
                                name="stakeholder_invited",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "IDENTIFIED",
                                            "CONTACTED",
                                            "MET",
                                            "INVITED",
                                            "DECLINED",
                                            "NOT_INVITED",
                                        ],
                                    )
                                ),
                                name="stakeholder_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "wish__in",
                                        ["NEEDED", "WANTED", "WILLING", "UNSURE", "UNTOLD"],
                                    )
                                ),
                                name="stakeholder_wish_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("influence__in", ["LOW", "MIDDLE", "HIGH", "UNTOLD"])
                                ),
                                name="stakeholder_influence_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("interest__in", ["LOW", "MIDDLE", "HIGH", "UNTOLD"])
                                ),
                                name="stakeholder_interest_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "source__in",
                                        ["KNOWN", "SHARED", "TALK", "ASKED", "GAP", "UNTOLD"],
                                    )
                                ),
                                name="stakeholder_source_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("name", ""), ("organisation__isnull", False)),
                                    models.Q(
                                        ("organisation__isnull", True),
                                        models.Q(("name", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="stakeholder_body_or_name",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "NOT_INVITED"),
                                        models.Q(("because", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "NOT_INVITED"), _negated=True),
                                        ("because", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="not_invited_has_a_reason",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("organisation__isnull", False)),
                                fields=("partnership", "organisation"),
                                name="stakeholder_body_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("organisation__isnull", True)),
                                fields=("partnership", "folded_name"),
                                name="stakeholder_name_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Approach",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "stakeholder",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="approaches",
                                to="joinedup.stakeholder",
                            ),
                        ),
                        (
                            "to",
                            models.CharField(
                                choices=[
                                    ("IDENTIFIED", "Identified"),
                                    ("CONTACTED", "Contacted"),
                                    ("MET", "Met informally"),
                                    ("INVITED", "Invited"),
                                    ("JOINED", "Joined"),
                                    ("DECLINED", "Declined"),
                                    ("NOT_INVITED", "Not invited"),
                                ],
                                max_length=11,
                            ),
                        ),
                        ("on", models.DateField()),
                        ("note", models.TextField(blank=True)),
                        ("because", models.TextField(blank=True)),
                        ("made_at", models.DateTimeField()),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "approaches",
                        "ordering": ["-on", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "to__in",
                                        [
                                            "IDENTIFIED",
                                            "CONTACTED",
                                            "MET",
                                            "INVITED",
                                            "DECLINED",
                                            "NOT_INVITED",
                                        ],
                                    )
                                ),
                                name="approach_to_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Yardstick",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "partnership",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="yardstick",
                                to="joinedup.partnership",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="YardstickLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "yardstick",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="joinedup.yardstick",
                            ),
                        ),
                        (
                            "sort",
                            models.CharField(
                                choices=[
                                    ("SECTOR", "Sector"),
                                    ("SIDE", "Kind of body"),
                                    ("GROUP", "People served or spoken for"),
                                    ("PLACE", "Place"),
                                    ("SERVICE", "Service"),
                                ],
                                max_length=7,
                            ),
                        ),
                        ("value", models.CharField(max_length=100)),
                        ("folded_value", models.CharField(editable=False, max_length=200)),
                        (
                            "speaker",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="speaks_on",
                                to="joinedup.membership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("sort__in", ["SECTOR", "SIDE", "GROUP", "PLACE", "SERVICE"])
                                ),
                                name="yardstickline_sort_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("speaker__isnull", True),
                                    ("sort__in", ["PLACE", "SERVICE"]),
                                    _connector="OR",
                                ),
                                name="only_places_and_services_have_a_speaker",
                            ),
                            models.UniqueConstraint(
                                fields=("yardstick", "sort", "folded_value"),
                                name="yardstick_line_once",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
