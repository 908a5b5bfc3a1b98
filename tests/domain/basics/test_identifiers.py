from joinedup.domain.basics.identifiers import ALPHABET, LENGTH, new_public_id


def test_a_public_identifier_is_ten_letters_that_nobody_mistakes():
    made = {new_public_id() for _ in range(1000)}

    assert len(made) == 1000
    assert {len(identifier) for identifier in made} == {LENGTH}
    assert set("".join(made)) == set(ALPHABET)
