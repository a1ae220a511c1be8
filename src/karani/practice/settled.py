"""What a person reads of the distance from the wall at which their body rests."""

from karani.library.distances import distance_words
from karani.practice.own_body import Rest


def tell_rest(rest: Rest) -> str:
    """The person's own distance, and from where to where it stays restful, as a sentence."""
    words = distance_words(rest.distance_cm)
    told = f"For your body: about {words} from the wall, {rest.distance_cm:.0f} cm"
    if rest.nearest_cm is None or rest.farthest_cm is None:
        return f"{told}. No distance is quite restful; this one asks the least."
    if not rest.nearest_cm <= rest.distance_cm <= rest.farthest_cm:
        return f"{told}; quite restful only between {rest.nearest_cm:.0f} and {rest.farthest_cm:.0f} cm."
    return f"{told}; restful between {rest.nearest_cm:.0f} and {rest.farthest_cm:.0f} cm."
