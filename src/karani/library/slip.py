"""Whether one word is another with a slip of the finger: a letter missing, added, changed, or two swapped."""

from functools import lru_cache

SHORTEST_WORD = 4
LONG_WORD = 8


@lru_cache(maxsize=16384)
def is_slip(typed: str, word: str) -> bool:
    """One slip in a word of four letters or more, two in one of eight or more; a beginning of the word is enough."""
    if len(typed) < SHORTEST_WORD or len(word) < SHORTEST_WORD or typed[0] != word[0]:
        return False
    allowed = 2 if len(typed) >= LONG_WORD else 1
    begun = word[: len(typed) + allowed]
    return any(
        slips(typed, begun[:length]) <= allowed for length in range(len(typed) - allowed, len(begun) + 1)
    )


def slips(typed: str, word: str) -> int:
    """Optimal string alignment distance."""
    before: list[int] = []
    above = list(range(len(word) + 1))
    for row, letter in enumerate(typed, 1):
        line = [row]
        for column, other in enumerate(word, 1):
            cost = min(line[-1] + 1, above[column] + 1, above[column - 1] + (letter != other))
            if before and column > 1 and letter == word[column - 2] and typed[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, above = above, line
    return above[-1]
