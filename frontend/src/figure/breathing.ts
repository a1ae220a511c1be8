/**
 * A figure that breathes: a path with `data-in` has there the same path at the end of breathing in, with the same commands
 * and as many numbers. Breath b (0 out, 1 in) is each number of `d` plus b times its difference.
 */

const NUMBER = /-?(?:\d+\.?\d*|\.\d+)/g;
const TENTHS = 10;

/** Less than this moves no line that anybody sees. */
const LEAST_CHANGE = 0.004;

interface MovingPath {
  path: SVGPathElement;
  /** What stands before each number: a command, or a space. */
  before: string[];
  end: string;
  out: number[];
  difference: number[];
}

export type Breathe = (breath: number) => void;

/** The function that lets a figure breathe; one that does not move is left alone. */
export function breathingOf(figure: SVGElement): Breathe {
  const moving = [...figure.querySelectorAll<SVGPathElement>("path[data-in]")].map(readPath);
  let shown = 0;
  return (breath) => {
    if (Math.abs(breath - shown) < LEAST_CHANGE) return;
    shown = breath;
    for (const each of moving) each.path.setAttribute("d", pathAt(each, breath));
  };
}

function readPath(path: SVGPathElement): MovingPath {
  const still = path.getAttribute("d") ?? "";
  const out = numbersIn(still);
  const full = numbersIn(path.getAttribute("data-in") ?? "");
  const difference = out.map((number, index) => (full[index] ?? number) - number);
  const between = still.split(NUMBER);
  return { path, before: between.slice(0, -1).map((text) => text.trim() || " "), end: between.at(-1) ?? "", out, difference };
}

function numbersIn(path: string): number[] {
  return (path.match(NUMBER) ?? []).map(Number);
}

function pathAt({ before, end, out, difference }: MovingPath, breath: number): string {
  let text = "";
  for (let index = 0; index < out.length; index++) {
    const number = (out[index] ?? 0) + breath * (difference[index] ?? 0);
    text += (before[index] ?? " ") + Math.round(number * TENTHS) / TENTHS;
  }
  return text + end;
}

const IN_S = 3.4;
const OUT_S = 4.4;
const REST_S = 0.8;

/** How far somebody who lies quietly has breathed in at this time: 0 to 1. */
export function naturalBreath(at_s: number): number {
  const within_s = at_s % (IN_S + OUT_S + REST_S);
  if (within_s < IN_S) return eased(within_s / IN_S);
  return within_s < IN_S + OUT_S ? 1 - eased((within_s - IN_S) / OUT_S) : 0;
}

function eased(share: number): number {
  return (1 - Math.cos(Math.PI * share)) / 2;
}
