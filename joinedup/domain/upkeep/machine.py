"""What the machine must be like: whose its folders are, which disk they are on, how full it is."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MOUNTS = Path("/proc/mounts")
# File systems that reach over a network, where the write-ahead log of SQLite does not hold.
FAR = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "davfs", "ncpfs"}
FAR_BY_FUSE = ("fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.davfs", "fuse.glusterfs")
WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH
ROOM_NEEDED = 200_000_000


def unsafe_places(settings: Any) -> Iterator[str]:
    """Yield why this machine may not hold a real installation's records as things are."""
    file, data = settings.CONFIGURATION.file, Path(settings.DATA)
    if file is not None and (reason := why_not_config(file)):
        yield reason
    reasons = (why_not_folder(data), why_not_write(data))
    yield from (reason for reason in reasons if reason)
    if settings.CONFIGURATION["database"]:
        return
    mounts = MOUNTS.read_text(errors="replace") if MOUNTS.exists() else ""
    if reason := why_not_disk(data, mounts):
        yield reason


def stop_mark(data: Path) -> Path:
    """Return the file that stops all writing while it is there: the disk has failed once."""
    return data / "writing-stopped"


def why_not_write(data: Path) -> str | None:
    """Return why nothing may be written to this disk until somebody has looked, or None."""
    mark = stop_mark(data)
    if not mark.exists():
        return None
    return (
        f"The disk failed ({mark.read_text(errors='replace')[:200]}), so writing was stopped. Look "
        f"at the disk, prove the records by joinedup backup, and then delete {mark}"
    )


def why_not_config(file: Path) -> str | None:
    """Return why a file with secrets may not lie like this, or None."""
    mode = mode_of(file)
    if mode is None or not mode & (stat.S_IRWXO | stat.S_IWGRP):
        return None
    return f"{file} holds secrets, and others on this machine can open it. Say: chmod 600 {file}"


def why_not_folder(folder: Path) -> str | None:
    """Return why records may not be kept in a folder like this, or None."""
    mode = mode_of(folder)
    if mode is None or not mode & WRITABLE_BY_OTHERS:
        return None
    return f"data: others on this machine can write in {folder}. Say: chmod 700 {folder}"


def mode_of(path: Path) -> int | None:
    """Return who may do what with a path, or None where there is none or nobody can tell."""
    if os.name == "nt":  # pragma: no cover - Windows says this by other means
        return None
    try:
        return path.stat().st_mode
    except OSError:
        return None


def why_not_disk(folder: Path, mounts: str) -> str | None:
    """Return why a database cannot lie on the disk of this folder, or None; by /proc/mounts."""
    kind = kind_of_disk(folder, mounts)
    if kind not in FAR and not kind.startswith(FAR_BY_FUSE):
        return None
    return (
        f"data: {folder} is on a disk of another machine ({kind}), where SQLite loses writes. "
        "Choose a folder on a disk of this machine, or use PostgreSQL (database)."
    )


def kind_of_disk(folder: Path, mounts: str) -> str:
    """Return the kind of file system a folder is on, or nothing where that is not known."""
    place = nearest(folder).resolve()
    found, depth = "", -1
    for line in mounts.splitlines():
        words = line.split()
        where = Path(words[1].replace("\\040", " ")) if len(words) > 2 else None
        if where is not None and place.is_relative_to(where) and len(where.parts) >= depth:
            found, depth = words[2], len(where.parts)
    return found


def nearest(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that there is."""
    return next((each for each in (folder, *folder.parents) if each.exists()), Path("/"))


def room(folder: Path) -> int:
    """Return how many bytes can still be written where a folder is or will be."""
    return shutil.disk_usage(nearest(folder)).free


def same_disk(one: Path, other: Path) -> bool:
    """Tell whether two folders would be lost together with one disk."""
    return nearest(one).stat().st_dev == nearest(other).stat().st_dev
