"""The one file of a backup: database, files, settings, and a manifest of what each must be."""

import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any

from joinedup.domain.backups.digests import Digests
from joinedup.domain.backups.kinds import CONFIG, DATABASES, FILES, FORMAT, MANIFEST, Unusable

PIECE = 1 << 20
DAMAGED = "The backup is damaged or not whole, so nothing was taken from it. Use another one."


@dataclass
class Manifest:
    """What a backup holds, and the digests by which it is proven."""

    made_at: str
    version: str
    engine: str
    migrations: list[str]
    tables: Digests
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    product: str = "joinedup"
    format: int = FORMAT

    @property
    def rows(self) -> int:
        """Return how many rows all tables hold together."""
        return sum(int(table["rows"]) for table in self.tables.values())

    @property
    def size(self) -> int:
        """Return how many bytes it takes once unpacked."""
        return sum(int(file["size"]) for file in self.files.values())

    @property
    def database(self) -> str:
        """Return the name of the member that holds the database."""
        return DATABASES[self.engine]


def pack(manifest: Manifest, members: dict[str, Path], archive: Path) -> None:
    """Write members and manifest into an archive that is there wholly or not at all."""
    part = archive.with_name(f".{archive.name}.part")
    part.unlink(missing_ok=True)
    try:
        with open(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
                for name, path in members.items():
                    manifest.files[name] = put(packed, name, path)
                packed.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))
            file.flush()
            os.fsync(file.fileno())
        if archive.exists():
            raise Unusable(f"{archive} is there already, and no backup is written over another.")
        part.rename(archive)
    finally:
        part.unlink(missing_ok=True)
    keep_name_of(archive)


def keep_name_of(path: Path) -> None:
    """See to it that a power cut does not take the name of a new file away."""
    if os.name == "nt":  # pragma: no cover - Windows opens no folders
        return
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put(packed: zipfile.ZipFile, name: str, path: Path) -> dict[str, Any]:
    """Put a file into the archive piece by piece; return its size and digest."""
    said, size = hashlib.sha256(), 0
    info = zipfile.ZipInfo(name)
    # What people send is mostly packed already.
    info.compress_type = zipfile.ZIP_STORED if name.startswith(FILES) else zipfile.ZIP_DEFLATED
    with path.open("rb") as source, packed.open(info, "w", force_zip64=True) as target:
        while piece := source.read(PIECE):
            said.update(piece)
            size += len(piece)
            target.write(piece)
    return {"size": size, "sha256": said.hexdigest()}


@contextmanager
def opened(archive: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """Open an archive of ours, or say in a sentence why it is none."""
    try:
        with zipfile.ZipFile(archive) as packed:
            yield packed, manifest_in(packed)
    except FileNotFoundError:
        raise Unusable(f"There is no file {archive}.") from None
    except (zipfile.BadZipFile, EOFError, zipfile.zlib.error) as problem:  # type: ignore[attr-defined]
        raise Unusable(f"{DAMAGED} ({problem})") from None


def manifest_in(packed: zipfile.ZipFile) -> Manifest:
    """Return what an archive says it holds."""
    try:
        told = json.loads(packed.read(MANIFEST))
        wrong = told.get("product") != "joinedup" or told.get("format", 0) < 1
    except (KeyError, ValueError, AttributeError):
        wrong = True
    if wrong:
        raise Unusable("This is no backup of Joined Up: it holds no list of what is in it.")
    if told["format"] > FORMAT:
        raise Unusable(
            f"This backup was made by version {told.get('version')} in a form that this version "
            "cannot read. Install that version or a newer one."
        )
    return Manifest(**told)


def unpack(packed: zipfile.ZipFile, manifest: Manifest, folder: Path) -> None:
    """Take everything out into ``folder``, each file held to its digest."""
    for name, wanted in manifest.files.items():
        target = folder / name
        if not is_ours(name) or not target.resolve().is_relative_to(folder.resolve()):
            raise Unusable(f"{DAMAGED} ({name} has no place in it.)")
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if take(packed, name, target) != wanted:
            raise Unusable(f"{DAMAGED} ({name} is not what it was.)")


def is_ours(name: str) -> bool:
    """Tell whether a backup may hold a member of this name."""
    parts = PurePosixPath(name).parts
    return name in {CONFIG, *DATABASES.values()} or (name.startswith(FILES) and ".." not in parts)


def take(packed: zipfile.ZipFile, name: str, target: Path) -> dict[str, Any]:
    """Take one file out; return its size and digest."""
    said, size = hashlib.sha256(), 0
    try:
        source: IO[bytes] = packed.open(name)
    except KeyError:
        raise Unusable(f"{DAMAGED} ({name} is missing.)") from None
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with source, os.fdopen(handle, "wb") as kept:
        while piece := source.read(PIECE):
            said.update(piece)
            size += len(piece)
            kept.write(piece)
        kept.flush()
        os.fsync(kept.fileno())
    return {"size": size, "sha256": said.hexdigest()}


def insist_on_room(folder: Path, needed: int) -> None:
    """Refuse to begin what the disk has no room for."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise Unusable(
            f"There is not enough room in {folder}: {needed // 1_000_000 + 1} MB are needed and "
            f"{free // 1_000_000} MB are free. Nothing was begun."
        )
