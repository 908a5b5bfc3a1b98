"""Matters as tests list them: of the Safer Places group, which is public."""

from joinedup.domain.matters.actions import list_matter, tell_public_page

PURPOSE = "We keep the streets of Thornford safe."
MOPEDS = {
    "other_words": "motorbikes, scooters, noise after midnight",
    "post_title": "Neighbourhood Manager",
    "email": "streets@thornford.example",
    "if_not_helped": "Write to the complaints team of the council.",
}


def show(partnership, by, at, *, is_public=True):
    """Choose that anybody may read of a partnership."""
    tell_public_page(
        partnership,
        version=1,
        is_public=is_public,
        purpose=PURPOSE,
        joining="Write to us.",
        by=by,
        at=at,
    )


def mopeds(cast, at, **more):
    """List mopeds at night, for which the district council is asked to answer."""
    told = {"organisation": cast.thornford, **MOPEDS, **more}
    return list_matter(cast.safer, "Mopeds at night", by=cast.ruth, at=at, **told)
