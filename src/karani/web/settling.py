"""A practice takes along what is known of the person's own body, until its track is being made: then it stays as it is."""

from dataclasses import replace

from karani.practice import Practice, write_script
from karani.web.own_body import known_body, list_works, missing
from karani.web.pages.own_body_part import OwnBodyPart, compose_own_body
from karani.web.services import Services
from karani.web.sounding import Asked, sounding_for


def settle(practice_id: str, practice: Practice, here: Services) -> Practice:
    """The practice with what is known now, and kept so."""
    body = known_body(practice, here.storage.find_person(), here.computing, here.library)
    if body == practice.body or is_being_made(practice, here):
        return practice
    settled = replace(practice, body=body)
    here.storage.save_practice(practice_id, settled, here.clock())
    return settled


def is_being_made(practice: Practice, here: Services) -> bool:
    """Whether its track is on its way, as the person wishes it to sound."""
    sounding = sounding_for(Asked(), here.storage.find_person().wishes, here.voices)
    script = write_script(practice, here.library)
    return here.tracks.is_being_made(here.tracks.digest(script, sounding.levels, sounding.voice))


def own_body_part(practice_id: str, practice: Practice, here: Services, *, ask: bool = False) -> OwnBodyPart:
    """What the plan says of it; `ask`: have computed what is missing."""
    person = here.storage.find_person()
    wanted = missing(list_works(practice, person, here.library), here.computing)
    if ask:
        for work in wanted:
            here.computing.ask(work)
    return compose_own_body(practice_id, practice, person, here.library, waits=bool(wanted))
