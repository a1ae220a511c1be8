"""How a pose meets each condition: screening rules and the pose's own words brought together.

Of several rules for a condition the strictest holds, among equals the first; the pose's own word overrides them all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from karani.library.pose import Action, Caution, Features
from karani.library.vocabulary import Rule

STRICTNESS: Mapping[Action, int] = {"avoid": 0, "modify": 1, "ask_doctor": 2, "caution": 3}


def resolve_cautions(
    features: Features, rules: Iterable[Rule], own: Iterable[Caution], instead: Mapping[str, str]
) -> tuple[Caution, ...]:
    """Strictest first; within an action by condition."""
    found = strictest_by_rule(features, rules) | {caution.condition: caution for caution in own}
    with_instead = (replace(caution, instead=instead.get(condition)) for condition, caution in found.items())
    return tuple(sorted(with_instead, key=lambda caution: (STRICTNESS[caution.action], caution.condition)))


def strictest_by_rule(features: Features, rules: Iterable[Rule]) -> dict[str, Caution]:
    found: dict[str, Caution] = {}
    for rule in rules:
        if not holds_for(rule, features):
            continue
        earlier = found.get(rule.condition)
        if earlier is None or STRICTNESS[rule.action] < STRICTNESS[earlier.action]:
            found[rule.condition] = Caution(rule.condition, rule.action, rule.basis, rule.why, None)
    return found


def holds_for(rule: Rule, features: Features) -> bool:
    """Whether the pose has every feature that the rule names."""
    return all(getattr(features, name) in wanted for name, wanted in rule.when.items())
