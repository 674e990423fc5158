"""Writes NAMESPACE_files.{h,cpp} into OUT, which hold the given files as bytes.

usage: embed_files.py NAMESPACE OUT FILE...

A file is found by its name without folders, so names must differ.
"""
import os
import sys

CHUNK = 8000  # Compilers promise string literals of 65,536 bytes; escapes take up to four each.


def literal(data: bytes) -> str:
    pieces = []
    for start in range(0, max(len(data), 1), CHUNK):
        body = "".join(
            chr(b) if 32 <= b < 127 and chr(b) not in '"\\?' else f"\\{b:03o}"
            for b in data[start:start + CHUNK])
        pieces.append(f'    "{body}"')
    return "\n".join(pieces)


def write(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def main() -> None:
    space, out, files = sys.argv[1], sys.argv[2], sys.argv[3:]
    os.makedirs(out, exist_ok=True)
    named = sorted((os.path.basename(path), path) for path in files)
    names = [name for name, _ in named]
    if len(set(names)) != len(names):
        sys.exit(f"embed_files.py: two files have one name among {names}")
    write(os.path.join(out, f"{space}_files.h"), f"""#pragma once
#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

namespace cadre::embedded::{space} {{
/// The bytes of the embedded file, or a null StringRef (`data() == nullptr`) when there is none.
llvm::StringRef find(llvm::StringRef fileName);
/// The names of all embedded files, sorted.
llvm::ArrayRef<llvm::StringRef> names();
}}
""")
    rows = []
    for name, path in named:
        with open(path, "rb") as file:
            data = file.read()
        rows.append((name, data))
    consts = "\n".join(
        f"constexpr char file{i}[] =\n{literal(data)};" for i, (_, data) in enumerate(rows))
    table = "\n".join(
        f'    {{"{name}", llvm::StringRef(file{i}, sizeof(file{i}) - 1)}},'
        for i, (name, _) in enumerate(rows))
    listed = ", ".join(f'"{name}"' for name in names)
    write(os.path.join(out, f"{space}_files.cpp"), f"""#include "{space}_files.h"

#include <array>
#include <utility>

namespace {{
{consts}

const std::array<std::pair<llvm::StringRef, llvm::StringRef>, {len(rows)}> files = {{{{
{table}
}}}};
const std::array<llvm::StringRef, {len(rows)}> fileNames = {{{listed}}};
}}  // namespace

llvm::StringRef cadre::embedded::{space}::find(llvm::StringRef fileName) {{
  for (const auto& [name, bytes] : files) {{
    if (name == fileName) return bytes;
  }}
  return {{}};
}}

llvm::ArrayRef<llvm::StringRef> cadre::embedded::{space}::names() {{ return fileNames; }}
""")


main()
