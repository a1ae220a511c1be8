/**
 * Finding poses in the browser as the server finds them (karani/library/search.py): every word typed must be met, by the
 * name, another name, or a kind; one slip in a word of four letters is forgiven, two in one of eight. Pure functions.
 */

export interface Entry {
  slug: string;
  name: string;
  sanskrit_name: string;
  /** Folded: the name, and the Sanskrit name. */
  names: string[];
  others: string;
  kinds: string;
}

const NAME_STARTS = 0;
const NAME_HOLDS = 1;
const OTHER_NAME = 2;
const KIND = 3;
const SLIP = 5;
const SHORTEST_WORD = 4;
const LONG_WORD = 8;
const LONGEST_QUERY = 200;

/** Best first; nothing where nothing is asked. */
export function findPoses(entries: readonly Entry[], text: string): Entry[] {
  const asked = listWords(fold(text.slice(0, LONGEST_QUERY)));
  if (!asked.length) return [];
  return entries
    .map((entry, place) => ({ entry, place, score: scoreEntry(entry, asked) }))
    .filter((found) => found.score !== null)
    .sort((one, other) => (one.score ?? 0) - (other.score ?? 0) || one.place - other.place)
    .map((found) => found.entry);
}

/** "Viparīta Karaṇī" as "viparita karani". */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
}

export function listWords(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function scoreEntry(entry: Entry, asked: readonly string[]): number | null {
  let sum = 0;
  for (const word of asked) {
    const score = scoreWord(entry, word);
    if (score === null) return null;
    sum += score;
  }
  return sum;
}

function scoreWord(entry: Entry, word: string): number | null {
  const names = entry.names.flatMap(listWords);
  if (names.some((part) => part.startsWith(word))) return NAME_STARTS;
  if (names.some((part) => part.includes(word))) return NAME_HOLDS;
  const others = listWords(entry.others);
  if (others.some((part) => part.startsWith(word))) return OTHER_NAME;
  const kinds = listWords(entry.kinds);
  if (kinds.some((part) => part.startsWith(word))) return KIND;
  return [...names, ...others, ...kinds].some((part) => isSlip(word, part)) ? SLIP : null;
}

/** Whether a word was meant: a letter missing, added, changed, or two swapped; a beginning of the word is enough. */
export function isSlip(typed: string, word: string): boolean {
  if (typed.length < SHORTEST_WORD || word.length < SHORTEST_WORD || typed[0] !== word[0]) return false;
  const allowed = typed.length >= LONG_WORD ? 2 : 1;
  const begun = word.slice(0, typed.length + allowed);
  for (let length = typed.length - allowed; length <= begun.length; length++) {
    if (countSlips(typed, begun.slice(0, length)) <= allowed) return true;
  }
  return false;
}

/** Optimal string alignment distance. */
function countSlips(typed: string, word: string): number {
  let before: number[] = [];
  let above = Array.from({ length: word.length + 1 }, (_, place) => place);
  for (let row = 1; row <= typed.length; row++) {
    const line = [row];
    for (let column = 1; column <= word.length; column++) {
      const changed = typed[row - 1] === word[column - 1] ? 0 : 1;
      let cost = Math.min(line[column - 1]! + 1, above[column]! + 1, above[column - 1]! + changed);
      const swapped = row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      if (swapped) cost = Math.min(cost, before[column - 2]! + 1);
      line.push(cost);
    }
    before = above;
    above = line;
  }
  return above.at(-1) ?? 0;
}
