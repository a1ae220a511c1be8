"""What a pose asks of single joints of a body, computed in a process of its own."""

import json
from dataclasses import asdict

from karani.muscles import loads_of
from karani.web.anatomy_work import Asked, depends, muscles_of, solved
from karani.web.computing.work import Work


def loads_work(asked: Asked) -> Work:
    return Work("loads", compute_loads, (asked,), depends())


def compute_loads(asked: Asked) -> bytes:
    found = solved(asked)
    loads = loads_of(found.posture, muscles_of(asked.person, asked.models), found.muscles)
    return json.dumps(asdict(loads)).encode()
