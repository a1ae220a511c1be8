"""A practice takes along what is known of the person's own body, until its track is being made: then it stays as it is."""

from dataclasses import replace

from karani.library.pose import Pose
from karani.practice import Practice, write_script
from karani.practice.settled import tell_rest
from karani.web.computing import SOON
from karani.web.own_body import (
    ask_for,
    find_numbers,
    find_rest,
    known_body,
    list_rest_works,
    list_works,
    loads_work,
    missing,
)
from karani.web.pages.own_body_part import OwnBodyPart, compose_own_body
from karani.web.pages.spared import Spared, compose_spared, list_sparing
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


def spared_in(pose: Pose, here: Services, *, ask: bool = False) -> Spared:
    """What a guide says of its forms and of the person's own distance; `ask`: have computed what is missing."""
    person, computing, library = here.known().person, here.computing, here.library
    family = [form.slug for form in list_sparing(pose, library)]
    compared = [library.pose(slug) for slug in dict.fromkeys([pose.root, *family])] if family else []
    found = {each.slug: find_numbers(each, person, computing) for each in compared}
    rest = find_rest(pose, person, computing)
    rests = list(list_rest_works(person, [pose]))
    wanted = missing([*rests, *(loads_work(each, person) for each in compared)], computing)
    if ask:
        ask_for(wanted, computing, SOON)
    return compose_spared(
        pose,
        {slug: numbers for slug, numbers in found.items() if numbers is not None},
        library,
        rest=tell_rest(rest) if rest else "",
        rest_waits=bool(missing(rests, computing)),
        waits=bool(wanted),
    )


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
        ask_for(wanted, here.computing, SOON)
    return compose_own_body(practice_id, practice, person, here.library, waits=bool(wanted))
