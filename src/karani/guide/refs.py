"""How a guide names other poses, forms and props."""

from collections.abc import Iterable

from karani.guide.guide import GuideForm, GuideProp, PoseRef
from karani.library import Library
from karani.library.pose import Pose, PropUse


def refer_to(pose: Pose) -> PoseRef:
    return PoseRef(pose.slug, pose.name, pose.sanskrit_name, pose.summary, pose.glyph, stands_at_wall(pose))


def stands_at_wall(pose: Pose) -> bool:
    return any(contact.surface == "wall" for contact in pose.posture.contacts)


def refer_to_all(slugs: Iterable[str], library: Library) -> tuple[PoseRef, ...]:
    return tuple(refer_to(library.pose(slug)) for slug in slugs)


def list_variations(pose: Pose, library: Library) -> tuple[GuideForm, ...]:
    """A pose's forms; for a form, the pose itself and its sisters."""
    family = (library.pose(pose.root), *library.forms_of(pose.root))
    return tuple(describe_form(member, library) for member in family if member.slug != pose.slug)


def describe_form(form: Pose, library: Library) -> GuideForm:
    props = tuple(library.props[use.prop].name for use in form.props if not use.optional)
    return GuideForm(refer_to(form), form.helps, props)


def describe_prop(use: PropUse, library: Library) -> GuideProp:
    prop = library.props[use.prop]
    return GuideProp(prop.slug, prop.name, use.count, use.optional, prop.household)
