import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.imports.actions import choose_mapping, discard_import
from joinedup.domain.imports.queries import mapping_for_import, plan_of
from joinedup.domain.mappings.headings import choices_of, mapping_from
from joinedup.domain.mappings.mapping import Mapping, Part
from tests.domain.imports.bringing import answered, staged


def without(file, column):
    mapping = mapping_for_import(file)
    choices = {name: key for name, key in choices_of(mapping).items() if name != column}
    return mapping_from(mapping.kind, choices, mapping)


def test_a_column_can_be_left_unread(cast, now):
    file = staged(cast, now)

    choose_mapping(file, without(file, "Partners"), version=1, by=cast.priya, at=now)

    planned = plan_of(file, cast.priya, day_of(now))
    assert (file.version, len(planned.steps_of("memberships"))) == (2, 2)


def test_a_mapping_that_names_no_partnership_is_refused(cast, now):
    file = staged(cast, now)

    with pytest.raises(Refused, match="Say which column holds the name of the partnership"):
        choose_mapping(file, Mapping("partnerships"), version=1, by=cast.priya, at=now)


def test_somebody_elses_choice_is_not_overwritten(cast, now):
    file = staged(cast, now)
    choose_mapping(file, mapping_for_import(file), version=1, by=cast.priya, at=now)

    with pytest.raises(Overtaken):
        choose_mapping(file, mapping_for_import(file), version=1, by=cast.priya, at=now)


def test_an_officer_of_another_body_cannot_go_on_with_it(cast, now):
    file = staged(cast, now)

    with pytest.raises(Refused, match="Only a partnership officer or manager of Thornford"):
        choose_mapping(file, mapping_for_import(file), version=1, by=cast.ben, at=now)


def test_an_answer_can_be_given_and_taken_back(cast, now):
    file = answered(
        staged(cast, now), cast, now, **{"organisation:x": "new", "problems": "leave-out"}
    )

    answered(file, cast, now, **{"organisation:x": ""})

    assert file.answers == {"problems": "leave-out"}


def test_a_file_put_aside_cannot_be_gone_on_with(cast, now):
    file = staged(cast, now)
    discard_import(file, version=1, by=cast.priya, at=now)

    with pytest.raises(Refused, match="This file was put aside"):
        answered(file, cast, now, **{"organisation:x": "new"})


def test_a_mapping_of_unknown_fields_is_refused(cast, now):
    file = staged(cast, now)
    mapping = Mapping("partnerships", Part({"colour": "Host"}))

    with pytest.raises(Refused, match="“colour” is not a field of a partnership"):
        choose_mapping(file, mapping, version=1, by=cast.priya, at=now)
