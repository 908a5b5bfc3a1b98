"""Every table, lowest package first: the contents page of the database."""

from joinedup.domain.agreements.models import Agreement, Clause, Edition, Proposal
from joinedup.domain.appraisals.models import Appraisal, AppraisalAnswer, AppraisalSection
from joinedup.domain.arrangements.models import RelatedArrangement
from joinedup.domain.authorisations.models import Authorisation, Authoriser, Receipt
from joinedup.domain.backups.models import Backup
from joinedup.domain.ballots.models import AnswerBox
from joinedup.domain.challenges.models import ResultChallenge
from joinedup.domain.channels.models import Keying, SheetCode
from joinedup.domain.committees.models import Check, Report
from joinedup.domain.confirmations.models import Challenge, Confirmation
from joinedup.domain.contacts.models import Contact, Remark, Response
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.evidence.models import KeptPaper, KeptPaperPiece
from joinedup.domain.expectations.models import KindAnswer, KindAsking
from joinedup.domain.futures.models import Dissent, FutureDecision
from joinedup.domain.headings.models import Heading
from joinedup.domain.ideas.models import Idea, LikelyPartner, OverlapAnswer
from joinedup.domain.imports.models import Import, ImportPiece, ImportRow, ImportStep
from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.involvements.models import Involvement
from joinedup.domain.jobs.models import Job
from joinedup.domain.journal.models import Entry
from joinedup.domain.matters.models import Matter, MemberNaming, PersonNaming, PublicPage
from joinedup.domain.merging.models import Merge
from joinedup.domain.notices.models import Message
from joinedup.domain.organisations.models import (
    ConsortiumMember,
    GroupServed,
    Identifier,
    Organisation,
    OtherOrganisationName,
    Post,
    Succession,
    Turn,
)
from joinedup.domain.parcels.models import Parcel, ParcelPiece
from joinedup.domain.partnerships.models import (
    Holder,
    Hosting,
    Membership,
    OtherPartnershipName,
    Partnership,
    ReportedScore,
    Seat,
    Theme,
)
from joinedup.domain.people.models import Person, Session
from joinedup.domain.places.models import Area, AreaPart
from joinedup.domain.priorities.models import Priority, PriorityAction
from joinedup.domain.promises.models import NothingPromised, Promise, PromiseStep
from joinedup.domain.results.models import Reply
from joinedup.domain.reviews.models import (
    Answer,
    AnswerSheet,
    NamesRequest,
    Review,
    Round,
    Ticket,
)
from joinedup.domain.risk_imports.models import RiskFile
from joinedup.domain.risks.models import ListedRisk, RiskMatrix, RiskScore
from joinedup.domain.running.models import Invitation, PlannedReminder, Sending
from joinedup.domain.searches.models import KeptSearch
from joinedup.domain.second_looks.models import SecondLook
from joinedup.domain.sharing.models import (
    SharedKind,
    SharingArrangement,
    SharingDecision,
    SharingParty,
)
from joinedup.domain.signoffs.models import Refusal, Signatory, SignOff
from joinedup.domain.stakeholders.models import (
    Approach,
    Stakeholder,
    Yardstick,
    YardstickLine,
)
from joinedup.domain.structure.models import Link
from joinedup.domain.thresholds.models import Threshold
from joinedup.domain.tiers.models import FiredTrigger, TierDecision

__all__ = [
    "Agreement",
    "Answer",
    "AnswerBox",
    "AnswerSheet",
    "Appraisal",
    "AppraisalAnswer",
    "AppraisalSection",
    "Approach",
    "Area",
    "AreaPart",
    "Authorisation",
    "Authoriser",
    "Backup",
    "Challenge",
    "Check",
    "Clause",
    "Confirmation",
    "ConsortiumMember",
    "Contact",
    "Contribution",
    "Dissent",
    "Edition",
    "Entry",
    "FiredTrigger",
    "FutureDecision",
    "GroupServed",
    "Heading",
    "Holder",
    "Hosting",
    "Idea",
    "Identifier",
    "Import",
    "ImportPiece",
    "ImportRow",
    "ImportStep",
    "InstrumentVersion",
    "Invitation",
    "Involvement",
    "Job",
    "KeptPaper",
    "KeptPaperPiece",
    "KeptSearch",
    "Keying",
    "KindAnswer",
    "KindAsking",
    "LikelyPartner",
    "Link",
    "ListedRisk",
    "Matter",
    "MemberNaming",
    "Membership",
    "Merge",
    "Message",
    "NamesRequest",
    "NothingPromised",
    "Organisation",
    "OtherOrganisationName",
    "OtherPartnershipName",
    "OverlapAnswer",
    "Parcel",
    "ParcelPiece",
    "Partnership",
    "Person",
    "PersonNaming",
    "PlannedReminder",
    "Post",
    "Priority",
    "PriorityAction",
    "Promise",
    "PromiseStep",
    "Proposal",
    "PublicPage",
    "Receipt",
    "Refusal",
    "RelatedArrangement",
    "Remark",
    "Reply",
    "Report",
    "ReportedScore",
    "Response",
    "ResultChallenge",
    "Review",
    "RiskFile",
    "RiskMatrix",
    "RiskScore",
    "Round",
    "Seat",
    "SecondLook",
    "Sending",
    "Session",
    "SharedKind",
    "SharingArrangement",
    "SharingDecision",
    "SharingParty",
    "SheetCode",
    "SignOff",
    "Signatory",
    "Stakeholder",
    "Succession",
    "Theme",
    "Threshold",
    "Ticket",
    "TierDecision",
    "Turn",
    "Yardstick",
    "YardstickLine",
]
