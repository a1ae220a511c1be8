"""The key of a plate that stands alone: each state with its steps."""

from karani.figure.plate.shade import STATE_WORDS, STEPS, STRONG, State

KEY_WIDTH, KEY_HEIGHT, KEY_GAP_PX = 800, 84, 8
SWATCH_PX, GAP_PX, LETTER_PX = 13, 26, 8.4
TURN_PX = 26


def key(left: float, top: float, credit: str) -> str:
    x, parts = left, []
    for state in STRONG:
        parts.append(entry(x, top, state, [f"k-{state}{step}" for step in range(1, STEPS + 1)]))
        x += STEPS * SWATCH_PX + GAP_PX + LETTER_PX * len(STATE_WORDS[state])
    x = left
    for state in (State.SLACK, State.REST, State.NOT_COMPUTED):
        parts.append(entry(x, top + TURN_PX, state, [f"k-{state}"]))
        x += SWATCH_PX + GAP_PX + LETTER_PX * len(STATE_WORDS[state])
    note = f"Darker is stronger. Model, not measurement; the typical error is a third. {credit}"
    return (
        f'<g class="k-key" aria-hidden="true">{"".join(parts)}'
        f'<text class="k-note" x="{left:g}" y="{top + 2 * TURN_PX + 12:g}">{note}</text></g>'
    )


def entry(left: float, top: float, state: State, colors: list[str]) -> str:
    swatches = "".join(
        f'<rect class="k-swatch {color}" x="{left + number * SWATCH_PX:g}" y="{top:g}" width="12" height="12" rx="2"/>'
        for number, color in enumerate(colors)
    )
    after = left + len(colors) * SWATCH_PX + 6
    return f'{swatches}<text class="k-key-word" x="{after:g}" y="{top + 11:g}">{STATE_WORDS[state]}</text>'
