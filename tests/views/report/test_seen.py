"""Looked at with the programs people open reports with, where these are installed: a browser, LibreOffice."""

import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest

from asnkarier.views.report.book import xlsx
from asnkarier.views.report.page import html
from tests.views.report.samples import report

BROWSER = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
OFFICE = shutil.which("soffice")
MEASURE = """<script>addEventListener("load", () => {
  const wide = document.documentElement.scrollWidth, seen = document.documentElement.clientWidth;
  const small = [...document.querySelectorAll("svg text")].map(t => t.getBoundingClientRect().height);
  document.title = [wide, seen, Math.min(...small).toFixed(1)].join(" ");
})</script>"""


def browse(folder: Path, width: int) -> tuple[float, ...]:
    """Open the page in a window of this width; return how wide it is, how wide the window, how high the smallest word drawn."""
    page = folder / f"{width}.html"
    # The page has no script of its own; the ruler is laid on a copy, inside a frame of the wanted width.
    page.write_text(html(report()).replace("</head>", MEASURE + "</head>"), encoding="utf-8")
    command = [
        str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--dump-dom",
        f"--user-data-dir={folder}/profile", f"--window-size={width},900", page.as_uri(),
    ]  # fmt: skip
    said = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False).stdout
    title = re.search(r"<title>([\d. ]+)</title>", said)
    assert title is not None, said[:400]
    return tuple(float(part) for part in title[1].split())


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here")
@pytest.mark.parametrize("width", [500, 1200])
def test_a_page_fits_its_window(tmp_path: Path, width: int) -> None:
    wide, seen, smallest = browse(tmp_path, width)
    assert wide <= seen
    assert smallest >= 9


def converted(path: Path, form: str, into: Path) -> Path:
    """Open a file with LibreOffice and save it in another form; it asks nothing, so what needs repair fails."""
    into.mkdir(exist_ok=True)
    command = [
        str(OFFICE), f"-env:UserInstallation=file://{into}/profile", "--headless", "--convert-to", form,
        "--outdir", str(into), str(path),
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, timeout=180, check=True)
    return into / f"{path.stem}.{form}"


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice here")
def test_libreoffice_reads_the_workbook_and_its_charts(tmp_path: Path) -> None:
    book = tmp_path / "report.xlsx"
    book.write_bytes(xlsx(report()))
    printed = converted(book, "pdf", tmp_path / "seen").read_bytes()
    drawn = b"".join(
        zlib.decompress(part)
        for part in re.findall(rb"FlateDecode[^>]*>>\s*stream\r?\n(.*?)endstream", printed, re.S)[:40]
        if part[:1] == b"x"
    )
    assert printed.startswith(b"%PDF-")
    assert drawn
