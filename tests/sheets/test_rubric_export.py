"""Rubrics given away as files, and taken from packages again."""

import io
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from qa_desktop.base.problems import ProblemError
from qa_desktop.rubrics.exchange.formats import ExportFormat, file_stem
from qa_desktop.rubrics.exchange.packages import pack, unpack
from qa_desktop.rubrics.exchange.readme import readme
from qa_desktop.rubrics.library import shipped_rubrics
from qa_desktop.rubrics.loader import MAX_BYTES, load_rubric
from qa_desktop.sheets.blank_form_export import exported, write_export

NAME, SOURCE = shipped_rubrics()[-2]
RUBRIC = load_rubric(SOURCE, NAME)


def export(form: ExportFormat, language: str = "en") -> bytes:
    return exported(RUBRIC, SOURCE.decode(), form, language=language)


def test_yaml_is_the_file_as_it_was_published() -> None:
    assert export(ExportFormat.YAML) == SOURCE


@pytest.mark.parametrize(("name", "source"), shipped_rubrics())
def test_json_keeps_the_hash(name: str, source: bytes) -> None:
    rubric = load_rubric(source, name)
    made = exported(rubric, source.decode(), ExportFormat.JSON, language="en")
    assert load_rubric(made, "x").content_hash == rubric.content_hash


def test_a_package_has_the_rubric_its_help_and_its_forms() -> None:
    package = export(ExportFormat.ZIP)
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        names = archive.namelist()
        for name in names:
            if name.endswith(".pdf"):
                assert PdfReader(io.BytesIO(archive.read(name))).pages
        english = archive.read("README.en.md").decode("utf-8")
    stem = file_stem(RUBRIC)
    assert set(names) == {
        f"{stem}.yaml",
        "README.en.md",
        "README.zh-CN.md",
        *(f"{stem}-form.{language}.pdf" for language in ("en", "zh-CN", "both")),
    }
    for item in RUBRIC.items():
        assert item.text.to("en") in english
    assert unpack(package, "p.zip") == (f"{stem}.yaml", SOURCE)


def test_the_help_says_what_each_part_is_worth() -> None:
    chinese = readme(RUBRIC, "zh-CN")
    assert RUBRIC.content_hash in chinese
    assert f"## {RUBRIC.sections[0].title.to('zh-CN')} · 25 %" in chinese


def test_packages_that_are_none() -> None:
    for files in ({}, {"a.yaml": b"x", "b.yml": b"y"}, {f"{n}.txt": b"" for n in range(200)}):
        with pytest.raises(ProblemError, match="package_rubrics"):
            unpack(pack(files), "p.zip")
    with pytest.raises(ProblemError, match="bad_package"):
        unpack(export(ExportFormat.ZIP)[:400], "p.zip")
    # What other systems leave in archives is no rubric.
    mac = pack({"__MACOSX/._r.yaml": b"", ".hidden.yaml": b"", "folder/r.yaml": b"id: x"})
    assert unpack(mac, "p.zip") == ("r.yaml", b"id: x")


def test_a_bomb_in_a_package_is_read_no_further_than_a_rubric() -> None:
    name, content = unpack(pack({"r.yaml": b" " * 50_000_000}), "p.zip")
    assert (name, len(content)) == ("r.yaml", MAX_BYTES + 1)


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "r.yaml"
    write_export(b"old", file)
    write_export(b"new", file)
    assert file.read_bytes() == b"new"
    with pytest.raises(ProblemError, match="not_written"):
        write_export(b"x", tmp_path / "missing" / "r.yaml")
    assert [entry.name for entry in tmp_path.iterdir()] == ["r.yaml"]
