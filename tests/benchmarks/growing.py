"""Texts of many shapes within the bounds, each at a fraction of its size: the whole is `part` 1, the half 2."""

from collections.abc import Callable

from tests.benchmarks.hostile_requests import note, notes

MANY = "\u0301\u0323"
GROWING: dict[str, Callable[[int], str]] = {
    "one long text": lambda part: "<p>" + "a " * (1_400_000 // part),
    "one long word": lambda part: "<p>" + "ا" * (1_400_000 // part),
    "spaces": lambda part: "<p>a" + " " * (2_800_000 // part) + "b",
    "no-break spaces": lambda part: "<p>" + "a\u00a0" * (99_000 // part),
    "combining marks on one letter": lambda part: "<p>a" + MANY * (600_000 // part),
    "combining marks on many letters": lambda part: "<p>" + ("a" + MANY * 20) * (30_000 // part),
    "Hangul": lambda part: "<p>" + "\u1100\u1161\u11a8" * (300_000 // part),
    "paragraphs": lambda part: "<p>a</p>" * (19_000 // part),
    "marks by turns": lambda part: "<p>" + "<b>a</b><i>b</i>" * (9_000 // part),
    "elements and text by turns": lambda part: "<p>" + "<b>a</b>c" * (19_000 // part),
    "nested blocks": lambda part: ("<div>" * 90 + "a" + "</div>" * 90) * (210 // part),
    "nested quotations": lambda part: ("<blockquote>" * 90 + "a" + "</blockquote>" * 90) * (210 // part),
    "nested spans": lambda part: "<p>" + ("<span lang=ar>" * 90 + "a" + "</span>" * 90) * (210 // part),
    "nested lists": lambda part: ("<ul><li>" * 30 + "a" + "</li></ul>" * 30) * (300 // part),
    "attributes": lambda part: ("<a " + " ".join(f"a{n}" for n in range(99)) + ">x</a>") * (4_000 // part),
    "a long attribute": lambda part: '<a href="/' + "a" * (2_800_000 // part) + '">x</a>',
    "footnotes": lambda part: (
        "<p>"
        + "".join(note(n, str(n)) for n in range(4_000 // part))
        + "</p>"
        + notes([*map(str, range(4_000 // part))])
    ),
    "references to one footnote": lambda part: "<p>" + note(1, "1") * (9_000 // part) + "</p>" + notes(["1"]),
    "sections of footnotes": lambda part: '<section class="footnotes"><p>a</section>' * (9_000 // part),
    "cells": lambda part: "<table>" + ("<tr>" + "<td>a</td>" * 10 + "</tr>") * (1_700 // part) + "</table>",
    "cells of one row": lambda part: "<table><tr>" + "<td>a</td>" * (19_000 // part) + "</table>",
    "rows": lambda part: "<table>" + "<tr><td>a</td></tr>" * (9_500 // part) + "</table>",
    "tables": lambda part: "<table><tr><td>a<tr><td>b</table>" * (3_500 // part),
    "links": lambda part: "<p>" + '<a href="https://e.example/">a</a> ' * (19_000 // part),
    "lists": lambda part: "<ul><li>a</ul><ol><li>a</ol>" * (4_500 // part),
    "items": lambda part: "<ul>" + "<li>a</li>" * (19_000 // part) + "</ul>",
    "loose text in a list": lambda part: "<ul>" + "a<li>b" * (9_500 // part) + "</ul>",
    "entities": lambda part: "<p>" + "&lt;" * (99_000 // part),
    "ampersands": lambda part: "<p>" + "& " * (99_000 // part),
    "isolates": lambda part: "<p>" + "\u2067a\u2069" * (400_000 // part),
    "controls left open": lambda part: "<p>" + "\u202aa" * (700_000 // part),
    "line breaks": lambda part: "<p>a" + "<br>" * (39_000 // part) + "b",
    "pictures": lambda part: "<p>" + ('<img src="/media/' + "a" * 64 + '.png">') * (19_000 // part),
    "equal headings": lambda part: "<h2>a</h2>" * (19_000 // part),
    "preformatted lines": lambda part: "<pre>" + "a\n" * (39_000 // part) + "</pre>",
    "comments": lambda part: "<!--a-->b" * (39_000 // part),
    "end tags that close nothing": lambda part: "<div>" * 90 + "</b>" * (39_000 // part),
}
