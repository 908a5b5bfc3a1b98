"""Numbers that look like chance and are always the same for the same place in the register."""

from joinedup.domain.basics.identifiers import ALPHABET, LENGTH

ALL = len(ALPHABET) ** LENGTH
# Odd and no multiple of the number of letters, so that no two rows get the same identifier.
STEP = 522_130_987_654_321
LOW = (1 << 64) - 1
KEYS = (1 << 62) - 1


def mixed(*numbers: int) -> int:
    """Return 64 bits that depend on all of the numbers."""
    told = 0x9E3779B97F4A7C15
    for number in numbers:
        told = (told ^ number) * 0xBF58476D1CE4E5B9 & LOW
        told = (told ^ (told >> 27)) * 0x94D049BB133111EB & LOW
        told ^= told >> 31
    return told


def share(*numbers: int) -> float:
    """Return a number from 0 up to but not including 1."""
    return mixed(*numbers) / (LOW + 1)


def identifier(seed: int, table: int, number: int) -> str:
    """Return the public identifier of row ``number`` of a table: ten letters, no two alike."""
    left = (number * STEP + mixed(seed, table)) % ALL
    letters = []
    for _ in range(LENGTH):
        left, place = divmod(left, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)


def random_key(seed: int, number: int) -> int:
    """Return the key of an answer sheet, which tells nothing of its place in the table."""
    return (number * 0x2545F4914F6CDD1D + mixed(seed, 77)) & KEYS or 1
