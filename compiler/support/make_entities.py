"""Writes the named character references of HTML that end in a semicolon, as a sorted C++ table.

usage: make_entities.py OUT
"""
import html.entities
import sys


def main() -> None:
    rows = []
    for name, value in sorted(html.entities.html5.items()):
        if name.endswith(";"):
            octal = "".join(f"\\{byte:03o}" for byte in value.encode())
            rows.append(f'    {{"{name[:-1]}", "{octal}"}},\n')
    with open(sys.argv[1], "w", encoding="ascii") as file:
        file.writelines(rows)


main()
