"""What the model would give of a person's own body, as if it had been computed before."""

import json
from collections.abc import Mapping

from karani.library import Library
from karani.muscles.loads import PARTS
from karani.web.computing import Work
from karani.web.own_body import loads_work, rest_work
from tests.web.browser import Browser


def keep_rest(browser: Browser, slug: str, library: Library, distance_cm: float) -> None:
    here = browser.app.state.services
    content = {"distance_cm": distance_cm, "nearest_cm": distance_cm - 4, "farthest_cm": 60.0}
    keep(browser, rest_work(library.pose(slug), here.known().person), content)


def keep_loads(browser: Browser, slug: str, library: Library, amounts: Mapping[str, float | None]) -> None:
    here = browser.app.state.services
    content = dict.fromkeys(PARTS, 50.0) | dict(amounts)
    keep(browser, loads_work(library.pose(slug), here.known().person), content)


def keep(browser: Browser, work: Work, content: Mapping[str, float | None]) -> None:
    results = browser.app.state.services.computing.results
    results.file(work.key).write_bytes(json.dumps(content).encode())
