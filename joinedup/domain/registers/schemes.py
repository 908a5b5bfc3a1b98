"""Which registers there are, by the codes of org-id.guide, and what a number of each looks like.

Facts are those the registers publish of themselves; GSS is the register of places of the Office
for National Statistics, which numbers councils by the place they serve.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

LETTERS_OF_COMPANIES = (
    "AC|CE|CS|ES|FC|FE|GE|GN|GS|IC|IP|LP|NC|NF|NI|NL|NO|NP|NR|NZ|OC|OE|PC|RC|RS|SA|SC|SE|SF|SG"
    "|SI|SL|SO|SP|SR|SZ|ZC"
)
LEI_REMAINDER = 1
LEI_MODULUS = 97


@dataclass(frozen=True)
class Scheme:
    """One register: its name, the words people use for it, and the shape of its numbers.

    ``tidy`` brings what people type, already in capitals and without spaces, into the form in
    which the register writes it.
    """

    label: str
    shape: str
    pattern: str
    words: str = ""
    tidy: Callable[[str], str] = str


def padded(width: int) -> Callable[[str], str]:
    """Return what fills a number up with noughts, as the register does."""
    return lambda text: text.zfill(width) if text.isdigit() else text


def digits_only(text: str) -> str:
    """Return a number without the strokes and dashes people set in it."""
    return re.sub(r"[-/.]", "", text)


def charity(text: str) -> str:
    """Return a charity number of England and Wales; a dash sets off a subsidiary."""
    return text.replace(",", "").replace(".", "").replace("/", "-")


def scottish_charity(text: str) -> str:
    """Return a Scottish charity number: “SCO” is “SC0” typed by ear, and noughts are filled up."""
    figures = digits_only(text).removeprefix("SC").replace("O", "0")
    return f"SC{figures.zfill(6)}" if figures.isdigit() else text


def northern_charity(text: str) -> str:
    """Return a charity number of Northern Ireland, which its register writes without letters."""
    return digits_only(text).removeprefix("NIC")


def company(text: str) -> str:
    """Return a company number of eight: SC, NI, OC and their like count among the eight."""
    text = digits_only(text)
    letters = text[:2] if text[:2].isalpha() else ""
    rest = text[len(letters) :]
    return letters + rest.zfill(8 - len(letters)) if rest.isdigit() else text


def northern_school(text: str) -> str:
    """Return a school number of Northern Ireland: three figures, a dash, four figures."""
    figures = digits_only(text)
    return f"{figures[:3]}-{figures[3:]}" if re.fullmatch(r"\d{7}", figures) else text


def lowered(text: str) -> str:
    """Return a code that its register writes in small letters."""
    return text.lower().rpartition("/")[2]


SCHEMES = {
    "GSS": Scheme(
        "Official area code (GSS)",
        "An area code is a letter and eight figures, such as E07000123.",
        r"[A-Z]\d{8}",
        "ons code, gss code, area code, ons",
    ),
    "GB-CHC": Scheme(
        "Charity number, England and Wales",
        "A charity number has six or seven figures, such as 1234567.",
        r"\d{6,7}(-\d{1,3})?",
        "charity number, charity no, charity, charity commission, registered charity number",
        charity,
    ),
    "GB-SC": Scheme(
        "Charity number, Scotland",
        "A Scottish charity number is SC and six figures, such as SC012345.",
        r"SC\d{6}",
        "scottish charity number, oscr, oscr number",
        scottish_charity,
    ),
    "GB-NIC": Scheme(
        "Charity number, Northern Ireland",
        "A charity number of Northern Ireland has six figures after NIC, such as NIC123456.",
        r"\d{6}",
        "northern ireland charity number, nic number",
        northern_charity,
    ),
    "GB-REV": Scheme(
        "Charity reference of the tax office (HMRC)",
        "A charity reference of the tax office is one or two letters and up to five figures, "
        "such as X1234.",
        r"[A-Z]{1,2}\d{1,5}",
        "hmrc charity number, hmrc reference, hmrc number",
        digits_only,
    ),
    "GB-COH": Scheme(
        "Company number",
        "A company number has eight figures, such as 01234567, or two letters and six figures, "
        "such as SC123456.",
        rf"\d{{8}}|({LETTERS_OF_COMPANIES})\d{{6}}|(IP|SP|NP|RS)\d{{5}}R|R\d{{7}}",
        "company number, company no, companies house, company registration number, crn",
        company,
    ),
    "GB-MPR": Scheme(
        "Mutuals register",
        "A number in the mutuals register has up to six figures, with letters before or after, "
        "such as 2345R or IP012345.",
        r"(IP|RS|SP|NP|RC|SR)?\d{1,6}[A-Z]{0,3}",
        "mutuals register, mutuals public register, fca number, cooperative number",
        digits_only,
    ),
    "GB-LAE": Scheme(
        "Local authority register, England",
        "A code of a council in England has three or four letters, such as ABC.",
        r"[A-Z]{3,4}",
        "local authority code, local authority england",
    ),
    "GB-LAS": Scheme(
        "Local authority register, Scotland",
        "A code of a council in Scotland has three letters, such as ABC.",
        r"[A-Z]{3}",
        "local authority scotland, scottish local authority code",
    ),
    "GB-PLA": Scheme(
        "Principal local authority register, Wales",
        "A code of a council in Wales has three letters, such as ABC.",
        r"[A-Z]{3}",
        "local authority wales, principal local authority, welsh local authority code",
    ),
    "GB-LANI": Scheme(
        "Local authority register, Northern Ireland",
        "A code of a council in Northern Ireland has three letters, such as ABC.",
        r"[A-Z]{3}",
        "local authority northern ireland, northern ireland local authority code",
    ),
    "GB-GOR": Scheme(
        "Government organisation register",
        "A code of a government body is one or two letters and up to four figures, such as D1234.",
        r"[A-Z]{1,2}\d{1,4}",
        "government organisation, government organisation register",
        digits_only,
    ),
    "GB-NHS": Scheme(
        "Health service code (ODS)",
        "A health service code has three to nine letters and figures, such as 01A or A1B2C.",
        r"[A-Z0-9]{3,9}",
        "ods code, ods, nhs code, health service code",
        digits_only,
    ),
    "GB-EDU": Scheme(
        "School number",
        "A school number (URN) has six figures, such as 123456.",
        r"\d{6}",
        "urn, school number, gias, school urn",
        digits_only,
    ),
    "GB-WALEDU": Scheme(
        "School number, Wales",
        "A school number in Wales has seven figures, such as 6601234.",
        r"\d{7}",
        "welsh school number, school number wales",
        digits_only,
    ),
    "GB-SCOTEDU": Scheme(
        "School number, Scotland",
        "A school number in Scotland (SEED) has seven figures, such as 5123456.",
        r"\d{7}",
        "seed code, seed, scottish school number, school number scotland",
        digits_only,
    ),
    "GB-IRN": Scheme(
        "School number, Northern Ireland",
        "A school number in Northern Ireland is three figures, a dash and four figures, "
        "such as 123-4567.",
        r"\d{3}-\d{4}",
        "school reference number, northern ireland school number, institution number",
        northern_school,
    ),
    "GB-UKPRN": Scheme(
        "Learning provider number (UKPRN)",
        "A learning provider number has eight figures and begins with 1, such as 10012345.",
        r"1\d{7}",
        "ukprn, learning provider number, provider reference number",
        digits_only,
    ),
    "GB-HESA": Scheme(
        "Higher education number (HESA)",
        "A higher education number has four figures, such as 0123.",
        r"\d{4}",
        "hesa, hesa code, hesa number, instid",
        padded(4),
    ),
    "GB-SHPE": Scheme(
        "Registered social housing provider, England",
        "A code of a housing provider is four figures, with up to three letters before them, "
        "such as L1234 or LH1234.",
        r"[A-Z]{0,3}\d{4}",
        "registered provider code, housing provider code, rp code, regulator of social housing",
        digits_only,
    ),
    "GB-COE": Scheme(
        "Church of England church code",
        "A church code has six figures, such as 612345.",
        r"\d{6}",
        "church code, church of england code",
        digits_only,
    ),
    "XI-LEI": Scheme(
        "Legal entity identifier (LEI)",
        "A legal entity identifier has twenty letters and figures. One of these is wrong or "
        "missing: please check it.",
        r"[A-Z0-9]{18}\d{2}",
        "lei, legal entity identifier",
        digits_only,
    ),
    "XI-ROR": Scheme(
        "Research organisation register (ROR)",
        "A code of a research body is a nought, six letters and figures, and two figures, "
        "such as 01abc2345.",
        r"0[a-hj-km-np-tv-z0-9]{6}\d{2}",
        "ror, ror id",
        lowered,
    ),
    "XI-WIKIDATA": Scheme(
        "Wikidata",
        "A Wikidata code is Q and figures, such as Q1234.",
        r"Q[1-9]\d*",
        "wikidata, wikidata id, qid",
        lambda text: text.rpartition("/")[2],
    ),
}
