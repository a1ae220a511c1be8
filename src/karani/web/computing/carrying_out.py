"""What the computing process does with one piece of work: the result goes to its file, a mistake back as a sentence."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from karani.errors import KaraniError
from karani.web.computing.results import keep_result

MISTAKE_OF_OURS = (
    "A mistake of ours keeps this from being computed; the window in which Karani runs says more."
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """`sentence` is empty when the result stands in its file; a `lasting` mistake would come again."""

    sentence: str = ""
    lasting: bool = False


def carry_out(run: Callable[..., bytes], arguments: tuple[Any, ...], file: Path) -> Outcome:
    try:
        keep_result(file, run(*arguments))
    except KaraniError as error:
        return Outcome(str(error), lasting=True)
    except OSError as error:
        return Outcome(f"The result could not be kept in {file.parent}: {error.strerror}.")
    except Exception:
        logging.getLogger(__name__).exception("%s failed", run.__qualname__)
        return Outcome(MISTAKE_OF_OURS)
    return Outcome()
