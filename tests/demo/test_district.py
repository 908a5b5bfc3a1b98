"""The demonstration district, made once for all the tests of this file."""

import os
import re
import socket
from collections import Counter
from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.commands.main import main
from joinedup.demo import content
from joinedup.demo.making import made_at
from joinedup.demo.sign_in import players, token_of
from joinedup.domain.agreements.drafting import draft_of
from joinedup.domain.agreements.missing import missing_to_offer
from joinedup.domain.agreements.models import Agreement
from joinedup.domain.appraisals.models import Appraisal
from joinedup.domain.authorisations.models import Authorisation
from joinedup.domain.ballots.actions import SWEEP
from joinedup.domain.committees.kinds import Outcome
from joinedup.domain.committees.models import Report
from joinedup.domain.expectations.queries import askings_to_answer, compared, latest_asking
from joinedup.domain.ideas.models import Idea
from joinedup.domain.ideas.queries import overlaps_of
from joinedup.domain.instruments.queries import definition_of, latest
from joinedup.domain.jobs.models import Job
from joinedup.domain.journal.models import Entry
from joinedup.domain.lifecycle.rules import why_not_begin
from joinedup.domain.matters.queries import public_partnerships
from joinedup.domain.needs.needs import needs_of
from joinedup.domain.notices.models import Message
from joinedup.domain.notices.queries import messages_naming
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import RUNNING, State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import found_by, held_seats, visible_to
from joinedup.domain.people.models import Person
from joinedup.domain.promises.balance import balance_told
from joinedup.domain.promises.queries import accounts_of, promises_waiting
from joinedup.domain.results.actions import seal_round
from joinedup.domain.results.sentences import in_short
from joinedup.domain.reviews.actions.answering import save_answers, send_answers
from joinedup.domain.reviews.kinds import Asking, RoundState
from joinedup.domain.reviews.models import Review, Round, Ticket
from joinedup.domain.reviews.queries.rounds import without_anybody
from joinedup.domain.signoffs.queries import edition_to_sign
from joinedup.domain.signoffs.watching import waiting_for
from joinedup.web.signoffs.telling import progress_of
from tests.bench.clock import NOW
from tests.demo.made import SMALL_HAVE_A_SAY, demonstration, made, open_round, result_of
from tests.rounds import all_answered

# The acts it is made of are tried on each database by tests of their own.
pytestmark = [pytest.mark.django_db, pytest.mark.once]

__all__ = ["demonstration", "made", "open_round"]


def test_the_district_is_as_large_as_a_real_small_one_and_has_every_state():
    counts = [table.objects.count() for table in (Organisation, Person, Partnership)]

    assert counts == [60, 79, 33]
    assert set(Partnership.objects.values_list("state", flat=True)) == set(State.values)


def test_the_same_day_always_brings_the_same_results():
    found = Review.objects.filter(partnership__name="Safer Places group", overall__isnull=False)

    results = list(found.order_by("round__year").values_list("round__year", "overall", "band"))

    assert [(year, float(overall), band) for year, overall, band in results] == [
        (2024, 72.8, "Sound"),
        (2025, 69.8, "Sound"),
    ]


def test_past_rounds_show_every_band_and_all_stand():
    past = Round.objects.filter(state=RoundState.SEALED)

    yearly = Review.objects.filter(round__in=past, round__instrument__is_yearly=True)
    bands = set(yearly.values_list("band", flat=True))

    assert bands == {"Strong", "Sound", "Developing", "At risk", "Incomplete"}
    assert [round.title for round in past if round.stands_at > NOW] == []


def test_an_anonymous_round_stands_and_where_too_few_sent_says_so():
    reviews = Review.objects.filter(round__asking=Asking.ANONYMOUS).select_related("partnership")

    definition = definition_of(latest("relationship-pulse"))

    told = {each.partnership.name: in_short(each.result, definition) for each in reviews}

    differ, sent = told.pop("Safer Places group")
    assert "public bodies say 2.1 of 3, voluntary, community and faith groups 0.3." in differ
    assert sent == (
        "18 of 21 people answered. Nobody knows which. 1 place was empty and could not be asked."
    )
    assert "Thornford Together" in told
    withheld = "3 of 8 people answered. Nobody knows which."
    assert told.pop("Thornford Armed Forces Covenant Partnership") == [withheld]


def test_a_report_was_given_to_the_committee_noted_and_checked_in_part():
    report = Report.objects.get()

    checks = list(report.checks.order_by("number").values_list("outcome", flat=True))
    assert (report.noted_body, report.minute) == ("Audit and Governance Committee", "AG/31")
    assert checks == [Outcome.SHOWN, Outcome.WAITING, Outcome.WAITING]
    assert report.kept_at.date() < report.noted_on < NOW.date()


def test_members_differ_agree_and_are_still_asked_what_kind_of_partnership_theirs_is(made):
    asked = {k: latest_asking(made.partnerships[k]) for k in ("riverside-youth", "warm-homes")}
    found = {key: compared(asking, NOW.date()) for key, asking in asked.items()}
    waiting = askings_to_answer(made.people["ade"], NOW.date(), 5)

    youth, warm = found["riverside-youth"], found["warm-homes"]
    assert youth.differences[0] == (
        "Thornford District Council sees a commissioned partnership; 4 members see a coordinated "
        f"one; Riverside Boxing and Youth Club and {made.bodies['steady']} see a collaborative one."
    )
    assert youth.has_tie
    assert (warm.agreed, warm.far_apart) == ("COLLABORATIVE", 0)
    assert [asking.partnership.name for asking, _ in waiting] == ["Thornford Food Alliance"]


def test_the_council_said_yes_once_and_no_once_and_is_asked_again():
    asked = Authorisation.objects.order_by("asked_at").select_related("appraisal__partnership")

    told = [(one.appraisal.partnership.name, one.state) for one in asked]
    answering = Appraisal.objects.get(state="OPEN").partnership.name

    assert told == [
        ("Thornford Festival Company", "REFUSED"),
        ("Thornford Shared Transport Scheme", "AUTHORISED"),
        ("Thornford Climate Partnership", "ASKED"),
    ]
    assert answering == "Night-time café on Mill Street"
    assert [one.receipts.get().read_at is None for one in asked] == [False, False, True]


def test_the_youth_project_has_a_late_promise_one_to_confirm_and_all_its_money_from_two(made):
    day, youth = NOW.date(), made.partnerships["riverside-youth"]
    accounts = accounts_of(youth, set(), day)
    promises = [each for account in accounts for each in account.promised]

    states = Counter(each.state for each in promises)
    late = [each.words.partition(" with")[0] for each in promises if each.is_late(day)]
    told = balance_told([each.weighed(day) for each in accounts])

    assert states == {"OPEN": 4, "SAID": 1, "DELIVERED": 1, "RELEASED": 1, "PROPOSED": 1}
    assert late == ["A room"]
    assert told[1] == (
        "2 of 9 members promise all the money, £58,000: Thornford District Council and "
        "Wexmere County Council."
    )
    waiting = {key: len(promises_waiting(made.people[key], day)) for key in ("ade", "beth")}
    assert waiting == {"ade": 3, "beth": 1}


def test_papers_come_into_the_record_on_their_own_day(made):
    forum = made.partnerships["domestic-abuse"]
    changes = Entry.objects.filter(verb="partnership.changed", thing=forum.public_id)

    told = {name: entry.at.date() for entry in changes for name in entry.detail["was"]}

    forum.refresh_from_db()
    assert told == {name: getattr(forum, name) for name in told}
    assert len(told) == 3


def test_a_round_is_open_for_about_twelve_days_more(open_round):
    left = (open_round.closes_on - NOW.date()).days

    assert (9 <= left <= 15, open_round.closes_on.weekday()) == (True, 4)


# Whether three newcomers have not answered yet, or have, one thing throughout.
@pytest.mark.parametrize("value", [None, 1, 2, 3])
def test_the_first_three_sentences_are_the_planted_ones(open_round, made, value):
    newcomers = [made.people[name] for name in ("ade", "lorraine", "colin") if value]
    for ticket in Ticket.objects.filter(review__round=open_round, person__in=newcomers):
        save_answers(ticket, all_answered(open_round, value), at=NOW)
        send_answers(ticket, at=NOW)
    seal_round(open_round, by=made.people["priya"], at=NOW)

    first, second, third = result_of(open_round, "Safer Places group")

    assert (first == SMALL_HAVE_A_SAY) or ("Smaller and voluntary partners" in first and value)
    assert "No faith group answered. 1 place was empty and could not be asked." in second
    assert "“Our written agreement or terms of reference is signed" in third
    assert "the record disagrees. The agreement ran out on 4 April 2025." in third


def test_one_mail_asks_ade_for_both_of_his_partnerships():
    mail = messages_naming("Okafor").filter(kind="round.invitation").first()

    assert [name in mail.body for name in ("Safer Places group", "Thornford Food Alliance")] == [
        True,
        True,
    ]
    assert mail.body.count("/answer/") == 2


def test_whoever_is_asked_how_they_meet_can_read_the_questions_in_welsh(client):
    mail = messages_naming("Baptiste").get(kind="round.invitation", subject__contains="meet")
    token = re.search(r"/answer/([^/\s]+)/", mail.body)[1]

    english = client.get(reverse("answer", args=[token]), {"language": "cy"}).text
    client.post(reverse("answer", args=[token]))
    welsh = client.get(reverse("answer_page", args=[token, 1])).text

    words = ("Mae pawb yn gallu siarad.", "I know before a meeting")
    assert ("Cymraeg" in english, [each in welsh for each in words]) == (True, [True, True])


def test_nothing_waits_to_be_done_and_all_mail_has_gone_when_it_was_written():
    # Only once the district is kept can the emptied boxes of the anonymous round be swept.
    waiting = Job.objects.filter(done_at=None).exclude(name=SWEEP, run_at__gt=NOW).count()
    late = [m.subject for m in Message.objects.all() if m.sent_at != m.queued_at]

    assert (waiting, late) == (0, [])


def test_everybody_who_is_asked_can_be_reached_but_in_the_one_place_planted(made):
    running = Partnership.objects.filter(state__in=RUNNING)
    reached = held_seats(running, NOW.date()).filter(person__email__isnull=False)

    missed = running.exclude(pk__in=reached.values("seat__membership__partnership"))

    assert [each.name for each in missed] == ["Vale Carers Partnership"]
    draft = Round.objects.get(state=RoundState.DRAFT)
    nobody = [review.partnership.name for review in without_anybody([draft], NOW.date())]
    assert nobody == ["Vale Carers Partnership"]


def test_every_partnership_can_be_opened_by_somebody_one_can_be():
    seen = {each.pk for p in players() for each in visible_to(p.person, NOW.date())}

    assert set(Partnership.objects.values_list("pk", flat=True)) == seen


def test_the_three_areas_are_as_easy_to_mistake_as_in_life():
    found = found_by("Thornford Area Partnership", Partnership.objects.all())

    assert [each.name for each in found] == [
        "Aldermere and the Villages Area Partnership",
        "North Thornford Area Partnership",
        "Riverside and Town Area Partnership",
        "Thornford Together",
    ]


def test_five_partnerships_are_public_and_none_tells_of_a_refuge_among_its_members(client):
    pages = [
        client.get(reverse("partnership_for_all", args=[each.public_id])).text
        for each in public_partnerships()
    ]
    found = client.get(reverse("who_answers"), {"about": "refuge"}).text

    assert (len(pages), sum("Refuge" in page for page in [*pages, found])) == (5, 0)
    assert "Nothing was found." in found


@pytest.mark.parametrize("key", [each["key"] for each in content.told("sign-ins")["person"]])
def test_a_sign_in_link_signs_in_and_leads_to_what_needs_one(client, made, key):
    link = reverse("demonstration_sign_in", args=[token_of(made.people[key])])

    page = client.get(link, follow=True)

    assert page.redirect_chain == [("/needs/", 302)]
    assert (page.status_code, made.people[key].name in page.text) == (200, True)


def test_a_person_who_is_not_one_of_those_has_no_link(client, made):
    link = reverse("demonstration_sign_in", args=[token_of(made.people["nadia"])])

    assert client.get(link).status_code == 404


def test_there_is_no_sign_in_where_people_are_real(client, made, settings):
    settings.DEMONSTRATION = False
    link = reverse("demonstration_sign_in", args=[token_of(made.people["priya"])])

    statuses = [client.get(path).status_code for path in (link, reverse("demonstration"))]

    assert (statuses, client.get("/needs/").status_code) == ([404, 404], 302)


def test_a_page_offers_everybody_one_can_be(client):
    page = client.get(reverse("demonstration"))

    names = [each.person.name for each in players()]
    assert [name for name in names if f"Be {name}" not in page.text] == []
    assert len(names) == 9


def test_those_who_are_asked_find_it_among_what_needs_them(made):
    of = {
        "ade": ["Answer"] * 2,
        "colin": ["Answer"] * 2,
        "priya": ["Answer"] * 2,
        "ben": ["Prepare"],
    }

    needs = {name: [need.verb for need in needs_of(made.people[name], NOW)] for name in of}

    assert needs == of


def test_said_again_the_command_only_prints_the_links(capsys, made, settings):
    before = Partnership.objects.count()

    status = main(["demo"])

    said = capsys.readouterr().out
    link = f"Priya Nair (partnership officer, Thornford District Council): {settings.ADDRESS}"
    assert (status, Partnership.objects.count(), link in said) == (0, before, True)
    assert made_at() == NOW


def test_asked_to_serve_it_goes_on_as_another_command(capsys, monkeypatch):
    gone_on = []
    monkeypatch.setattr(os, "execv", lambda path, words: gone_on.append(words[1:]))
    with socket.create_server(("127.0.0.1", 0)) as free:
        monkeypatch.setenv("PORT", str(free.getsockname()[1]))

    main(["demo", "--serve"])

    assert gone_on == [["-m", "joinedup", "serve", "--checked"]]
    assert capsys.readouterr().out.endswith("Press Ctrl and C to stop.\n")


def test_a_demonstration_that_has_aged_says_how_to_begin_again(capsys, clock):
    clock.move_to(NOW + timedelta(days=30))

    main(["demo"])

    assert "This district was made on 15 June 2026. To begin again" in capsys.readouterr().out


def test_one_idea_is_half_compared_and_from_another_a_youth_project_begins():
    priya, day = Person.objects.get(name="Priya Nair"), NOW.date()

    found = {
        str(idea): {str(one.thing): bool(one.answer) for one in overlaps_of(idea, priya, day)}
        for idea in Idea.objects.all()
    }

    assert found == {
        "Warm rooms in the villages": {
            "Warm Homes Thornford": True,
            "Aldermere and the Villages Area Partnership": False,
        },
        "Eastern villages youth project": dict.fromkeys(
            [
                "Riverside Youth Partnership",
                "Safer Places group",
                "Night-time café on Mill Street",
                "Aldermere and the Villages Area Partnership",
                "Fast Villages Broadband Project",
                "Thornford Shared Transport Scheme",
            ],
            False,
        ),
    }


def test_a_network_has_written_its_terms_and_one_member_would_change_one(made):
    agreement = Agreement.objects.get(partnership=made.partnerships["dementia-network"])
    day = NOW.date()

    told = missing_to_offer(draft_of(agreement, day), day)
    assert agreement.partnership == made.partnerships["dementia-network"]
    assert told == [
        "1 proposed change is still open. Take or decline what members proposed.",
    ]


def test_terms_are_signed_by_all_in_one_network_and_wait_for_two_members_in_another(made):
    funding, tools = (
        progress_of(edition_to_sign(made.partnerships[of]), NOW.date())
        for of in ("bids-network", "tool-library")
    )
    by_paper = [each.name for row in funding.rows for each in row.given if each.is_on_paper]

    assert funding.sentence == "Every member has signed version 1."
    assert by_paper == ["Marjorie Teal"]
    assert tools.sentence == "2 of 4 members have signed version 1."
    assert waiting_for(made.people["helen"], NOW.date()).count() == 1
    assert why_not_begin(made.partnerships["tool-library"], NOW.date()) == (
        "Terms of reference: Thornford District Council and Wexmere College have not signed."
    )
