"""What axe, the checker of accessibility, finds on a page."""

from pathlib import Path

import pytest

# Styles and media are not fetched a second time for axe: no rule that is on needs them.
ASK = """([rules]) => axe.run(document, {resultTypes: ["violations"], preload: false, elementRef: false, rules})
    .then(({violations}) => violations.map(({id, impact, nodes}) => [id, impact, nodes[0].html]))"""
GRAVE = {"serious", "critical"}


def violations(page, **rules: bool) -> list[tuple[str, str]]:
    """The rules that the page breaks, each with the first element that does; `rules` turns some on or off.

    axe writes a style or two itself, which the policy refuses: that is no complaint about the page.
    """
    return [(rule, html) for rule, _impact, html in asked(page, **rules)]


def grave(page) -> list[tuple[str, str]]:
    """Those of them that axe calls serious or critical."""
    return [(rule, html) for rule, impact, html in asked(page) if impact in GRAVE]


def asked(page, **rules: bool) -> list[tuple[str, str, str]]:
    heard = len(page.complaints.heard)
    if not page.evaluate("'axe' in window"):
        source = Path(pytest.importorskip("axe_playwright_python").__file__).with_name("axe.min.js")
        page.evaluate(source.read_text())
    switched = {rule.replace("_", "-"): {"enabled": on} for rule, on in rules.items()}
    found = [tuple(each) for each in page.evaluate(ASK, [switched])]
    del page.complaints.heard[heard:]
    return found
