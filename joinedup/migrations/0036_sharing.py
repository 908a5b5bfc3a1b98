# What members arranged to share, who confirmed it, and what was shared and refused.

import django.db.models.deletion
import joinedup.domain.basics.identifiers
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("joinedup", "0035_authorisations"),
    ]

    operations = [
        migrations.CreateModel(
            name="SharingArrangement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            ("VITAL", "The life of somebody who cannot consent, Article 9(2)(c)"),
                            ("PUBLIC", "The person made it public, Article 9(2)(e)"),
                            ("CLAIMS", "Legal claims or courts, Article 9(2)(f)"),
                            ("CARE", "Health or social care, Schedule 1 paragraph 2"),
                            ("PUBLIC_HEALTH", "Public health, Schedule 1 paragraph 3"),
                            ("RESEARCH", "Research and statistics, Schedule 1 paragraph 4"),
                            (
                                "STATUTE",
                                "A task given by law or government, Schedule 1 paragraph 6",
                            ),
                            ("EQUALITY", "Equal chances and treatment, Schedule 1 paragraph 8"),
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
                            ("WELL_BEING", "Money of people at risk, Schedule 1 paragraph 19"),
                            ("OFF_CONSENT", "Offences: consent, Schedule 1 paragraph 29"),
                            ("OFF_VITAL", "Offences: somebody’s life, Schedule 1 paragraph 30"),
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
                            ("LE_JUSTICE", "Law enforcement: justice, Schedule 8 paragraph 2"),
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
                            ("LE_RESEARCH", "Law enforcement: research, Schedule 8 paragraph 9"),
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
                ("withdrawn_because", models.CharField(blank=True, max_length=300)),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sharing_arrangements",
                        to="joinedup.partnership",
                    ),
                ),
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
            ],
            options={
                "ordering": ["-starts_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="SharedKind",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            ("OFFENCES", "Offences, convictions and what somebody is accused of"),
                        ],
                        max_length=9,
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
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="SharingDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            ("OFFENCES", "Offences, convictions and what somebody is accused of"),
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
                ("told", models.CharField(max_length=3)),
                ("recorded_at", models.DateTimeField()),
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
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="joinedup.membership",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="SharingParty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("is_source", models.BooleanField(default=False)),
                ("contact", models.CharField(blank=True, max_length=200)),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "arrangement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="joinedup.sharingarrangement",
                    ),
                ),
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
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sharing",
                        to="joinedup.membership",
                    ),
                ),
            ],
            options={
                "ordering": ["-is_source", "membership__organisation__folded_name", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="sharingarrangement",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="sharingarrangement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "whom__in",
                        ["ANYBODY", "CHILDREN", "AT_RISK", "HARMED", "HARMING", "TENANTS", "STAFF"],
                    )
                ),
                name="sharingarrangement_whom_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharingarrangement",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="sharingarrangement",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="sharingarrangement",
            constraint=models.CheckConstraint(
                condition=models.Q(("assessment__in", ["TO_DO", "DONE", "NOT_NEEDED"])),
                name="sharingarrangement_assessment_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharingarrangement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", True),
                    ("ends_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="sharingarrangement_starts_on_before_ends_on",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharingarrangement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", True),
                    ("review_on__isnull", True),
                    ("review_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="sharingarrangement_starts_on_before_review_on",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharingarrangement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)),
                    models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                    _connector="OR",
                ),
                name="sharingarrangement_withdrawn_at_with_withdrawn_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharingarrangement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("assessment", "DONE"), _negated=True),
                    ("assessed_on__isnull", False),
                    _connector="OR",
                ),
                name="assessed_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharedkind",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="sharedkind",
            constraint=models.UniqueConstraint(
                fields=("arrangement", "kind"), name="kind_shared_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="sharingdecision",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="sharingdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "whom__in",
                        ["ANYBODY", "CHILDREN", "AT_RISK", "HARMED", "HARMING", "TENANTS", "STAFF"],
                    )
                ),
                name="sharingdecision_whom_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharingdecision",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="sharingdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome__in", ["SHARED", "REFUSED"])),
                name="sharingdecision_outcome_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharingdecision",
            constraint=models.UniqueConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="sharingparty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_at__isnull", True), ("confirmed_by__isnull", True)),
                    models.Q(("confirmed_at__isnull", False), ("confirmed_by__isnull", False)),
                    _connector="OR",
                ),
                name="sharingparty_confirmed_at_with_confirmed_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharingparty",
            constraint=models.UniqueConstraint(
                fields=("arrangement", "membership"), name="party_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="sharingparty",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_source", True)), fields=("arrangement",), name="one_source"
            ),
        ),
    ]
