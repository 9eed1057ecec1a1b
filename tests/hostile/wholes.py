"""What a right file becomes as a whole: in another encoding, as an archive, as another format."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from random import Random

LIMIT = 1024 * 1024

#: The right text as bytes in another encoding.
ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "utf-16-le": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16-be": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "utf-16-le-without-mark": lambda text: text.encode("utf-16-le"),
    "utf-16-be-without-mark": lambda text: text.encode("utf-16-be"),
    "utf-32-le": lambda text: b"\xff\xfe\0\0" + text.encode("utf-32-le"),
    "utf-32-be": lambda text: b"\0\0\xfe\xff" + text.encode("utf-32-be"),
    "utf-32-le-without-mark": lambda text: text.encode("utf-32-le"),
    "latin-1": lambda text: text.encode("latin-1"),
    "windows-1252": lambda text: text.encode("cp1252"),
    "macintosh": lambda text: text.encode("mac_roman"),
    "dos": lambda text: text.encode("cp850"),
    "utf-7": lambda text: text.encode("utf-7"),
    "ebcdic": lambda text: text.encode("cp500"),
    "rot": lambda text: bytes((byte + 13) % 256 for byte in text.encode()),
    "two-marks": lambda text: b"\xef\xbb\xbf\xef\xbb\xbf" + text.encode(),
    "twice-encoded": lambda text: text.encode().decode("latin-1").encode(),
    "escaped-as-json-text": lambda text: json.dumps(text).encode(),
    "lines-turned": lambda text: "\n".join(reversed(text.splitlines())).encode(),
    "no-line-breaks": lambda text: text.replace("\n", " ").encode(),
    "no-spaces": lambda text: text.replace(" ", "").encode(),
    "tabs-for-spaces": lambda text: text.replace("  ", "\t").encode(),
    "twice": lambda text: (text + text).encode(),
    "capitals": lambda text: text.upper().encode(),
    "quotes-from-a-word-processor": lambda text: text.replace(": ", ": \u201d").encode(),
    "spaces-that-do-not-break": lambda text: text.replace(" ", "\u00a0").encode(),
    "html": lambda text: f"<html><pre>{text}</pre></html>".encode(),
    "markdown": lambda text: f"```yaml\n{text}```\n".encode(),
    "conflict": lambda text: f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> b\n".encode(),
    "difference": lambda text: "".join(f"+{row}\n" for row in text.splitlines()).encode(),
}

#: Whole files that are no YAML or JSON of ours.
FOREIGN: dict[str, bytes] = {
    "empty": b"",
    "one-line-break": b"\n",
    "blank": b" " * 1000,
    "mark-only": b"\xef\xbb\xbf",
    "comments-only": b"# \n" * 100_000,
    "document-mark-only": b"---\n",
    "end-mark-only": b"...\n",
    "nul-only": b"\0",
    "many-nuls": bytes(LIMIT),
    "one-byte-too-large": b"#" + b"a" * LIMIT,
    "largest": b"#" + b"a" * (LIMIT - 1),
    "largest-word": b"a" * LIMIT,
    "two-megabytes": b"a: 1\n" * 400_000,
    "json-null": b"null",
    "json-number": b"1",
    "json-text": b'"text"',
    "json-list": b"[]",
    "json-empty": b"{}",
    "json-with-comments": b'{"schema": "spur-rules/checklist/1", // here\n"catalog": "mini"}',
    "json-with-block-comment": b'/* here */ {"schema": 1}',
    "json-with-last-comma": b'{"schema": "spur-rules/checklist/1", "answers": {},}',
    "json-with-single-quotes": b"{'schema': 'spur-rules/checklist/1'}",
    "json-not-a-number": b'{"schema": NaN, "x": Infinity, "y": -Infinity}',
    "json-lines": b'{"schema": 1}\n{"schema": 2}\n',
    "json-never-closed": b'{"schema": "spur-rules/checklist/1", "answers": {"A1": "upp',
    "json-key-twice": b'{"schema": 1, "schema": 2}',
    "json-deep": b'{"a":' * 200_000,
    "json-with-a-control-character": b'{"schema": "a\x01b"}',
    "json-with-a-raw-line-break": b'{"schema": "a\nb"}',
    "csv": b"indikator;status\r\nA1;uppfyllt\r\n",
    "toml": b'schema = "spur-rules/checklist/1"\n[answers]\nA1 = "uppfyllt"\n',
    "ini": b"[answers]\nA1=uppfyllt\n",
    "xml": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    "python": b"import os; os.system('touch HARMED')\n",
    "shell": b"#!/bin/sh\ntouch HARMED\n",
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <</Type /Catalog>> endobj\n%%EOF",
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "elf": b"\x7fELF\x02\x01\x01" + bytes(64),
    "old-word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
    "rtf": b"{\\rtf1\\ansi A1: uppfyllt}",
    "sqlite": b"SQLite format 3\0" + bytes(100),
    "noise": Random(4).randbytes(4096),
    "noise-of-a-megabyte": Random(5).randbytes(LIMIT),
    "noise-of-letters": bytes(Random(6).choices(range(32, 127), k=100_000)),
    "noise-of-marks": bytes(Random(7).choices(b"[]{}:,-?&*!|>'\"%@` \n", k=100_000)),
}


def archives(text: str) -> dict[str, bytes]:
    """The right file within what other programs save."""
    inner = text.encode()
    return {
        "gzip": gzip.compress(inner, mtime=0),
        "gzip-bomb": gzip.compress(bytes(50 * LIMIT), mtime=0),
        "bzip2": bz2.compress(inner),
        "xz": lzma.compress(inner),
        "zip": _zipped({"input.yaml": inner}),
        "zip-bomb": _zipped({"input.yaml": bytes(50 * LIMIT)}),
        "xlsx": _zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}),
        "docx": _zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}),
        "tar": _tarred(inner),
    }


def _zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), content)
    return stream.getvalue()


def _tarred(content: bytes) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        entry = tarfile.TarInfo("input.yaml")
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    return stream.getvalue()
