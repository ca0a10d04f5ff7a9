import stat
from pathlib import Path
from uuid import UUID

import pytest
from bomiljo.kernel import sealing
from cryptography.exceptions import InvalidTag

ROW, OTHER = UUID(int=1), UUID(int=2)


def test_a_sealed_number_opens_in_its_own_row_only(tmp_path: Path) -> None:
    seal = sealing.load(tmp_path / "key", make=True)
    sealed = seal.close("15859010099", ROW)
    assert b"15859010099" not in sealed
    assert seal.open(sealed, ROW) == "15859010099"
    with pytest.raises(InvalidTag):
        seal.open(sealed, OTHER)


def test_the_same_number_looks_different_each_time_and_is_found_by_its_hash(
    tmp_path: Path,
) -> None:
    seal = sealing.load(tmp_path / "key", make=True)
    assert seal.close("15859010099", ROW) != seal.close("15859010099", ROW)
    assert seal.hash("fnr", "15859010099") == seal.hash("fnr", "15859010099")
    assert seal.hash("fnr", "15859010099") != seal.hash("dnr", "15859010099")


def test_the_key_is_made_once_for_its_owner_only_and_then_kept(tmp_path: Path) -> None:
    file = tmp_path / "keys" / "identifiers.key"
    first, second = (sealing.load(file, make=True) for _ in range(2))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert second.open(first.close("1", ROW), ROW) == "1"


def test_in_production_a_lost_key_is_never_replaced_in_silence(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sealing.load(tmp_path / "lost", make=False)
    (tmp_path / "short").write_bytes(b"x" * 31)
    with pytest.raises(ValueError, match="32 random bytes"):
        sealing.load(tmp_path / "short", make=False)
