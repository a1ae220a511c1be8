"""Heavy work of the pages: done in processes of its own, once, and kept by what it depends on."""

from karani.web.computing.computing import Computing
from karani.web.computing.errors import ComputingError, ComputingStopped, Outdated
from karani.web.computing.job import LATER, NOW, SOON, SPARE
from karani.web.computing.work import Work, digest_of_files, digest_of_packages, versions_of

__all__ = [
    "LATER",
    "NOW",
    "SOON",
    "SPARE",
    "Computing",
    "ComputingError",
    "ComputingStopped",
    "Outdated",
    "Work",
    "digest_of_files",
    "digest_of_packages",
    "versions_of",
]
