"""Pictures of figures as plain SVG, each with the sentence and the table that say the same.

They know nothing of partnerships or reviews: figures and names go in, a picture comes out.
"""

from joinedup.domain.figures.charts.bands import BandsOverYears, YearOfBands
from joinedup.domain.figures.charts.beside import PeopleAgainstOrganisations
from joinedup.domain.figures.charts.influence import InfluenceAgainstInterest, Weighed
from joinedup.domain.figures.charts.places import Place, StrengthAgainstImportance
from joinedup.domain.figures.charts.profile import Section, SectionProfile
from joinedup.domain.figures.charts.scale import BANDS, Band
from joinedup.domain.figures.charts.spread import StatementAnswers, StatementSpread
from joinedup.domain.figures.charts.years import Series, YearsSideBySide

__all__ = [
    "BANDS",
    "Band",
    "BandsOverYears",
    "InfluenceAgainstInterest",
    "PeopleAgainstOrganisations",
    "Place",
    "Section",
    "SectionProfile",
    "Series",
    "StatementAnswers",
    "StatementSpread",
    "StrengthAgainstImportance",
    "Weighed",
    "YearOfBands",
    "YearsSideBySide",
]
