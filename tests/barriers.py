"""What axe-core finds on a page that shuts a reader out: WCAG 2.2 A and AA, and its best practices."""

from typing import Any, Final

from axe_playwright_python.sync_playwright import Axe

EVERY_RULE: Final = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CONTRAST: Final = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}

# Of what passes nothing is gathered or sent back from the browser: on a long page that takes twice the time of the rules.
FINDINGS: Final = """options => axe.run({...options, resultTypes: ['violations']})
  .then(found => found.violations.map(each => [each.id, each.nodes[0].html.slice(0, 160)]))"""


def barriers(page: Any, rules: dict[str, Any] = EVERY_RULE) -> list[tuple[str, str]]:
    """The rules broken on the page of a browser as it stands, each with the markup of the first place that breaks it.

    The page must let scripts in: a window opened past its policy (`bypass_csp`), or a file without one.
    """
    if not page.evaluate("() => typeof axe === 'object'"):
        page.evaluate(Axe().axe_script)
    return [(rule, markup) for rule, markup in page.evaluate(FINDINGS, rules)]
