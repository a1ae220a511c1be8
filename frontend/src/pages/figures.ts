/**
 * Drawn figures take the place of line drawings:
 *   svg[data-figure]             the address of the figure that belongs here; fetched when it comes near the screen
 *   ol[data-stills][data-way]    the address of all stills of a pose, for the places `.still` of its steps
 *   [data-breathing]             a button that lets the large figure of the page breathe, or hold still
 * What cannot be had leaves the drawing where it is.
 */

import { breathingOf, naturalBreath } from "../figure/breathing";
import { figureFrom } from "../figure/svg";
import { wantsLessMotion } from "../player/motion";
import { fetchFigure, fetchPoseFigures, type PoseFigures } from "../store/server";

const NEAR = "300px";
const WAIT_MS = 400;
const WAITING = "Drawing the figure. The page is ready to read meanwhile.";
const FRAME_MS = 45;

/** So many small figures are asked for at once: a browser has six lines to a server, and more important things wait too. */
const AT_ONCE = 3;

const figures = new Map<string, Promise<string>>();
const inLine: (() => void)[] = [];
let underWay = 0;

export function showFigures(root: ParentNode): void {
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      void (target instanceof SVGElement ? takePlace(target) : fillSteps(target as HTMLElement));
    }
  }, { rootMargin: NEAR });
  for (const place of root.querySelectorAll("[data-figure], [data-stills]")) near.observe(place);
}

async function takePlace(place: SVGElement): Promise<void> {
  const told = tellIfLong(place);
  try {
    const figure = figureFrom(await fetchOnce(place.dataset.figure ?? "", place.closest(".scene-hero") !== null));
    figure.classList.add("arriving");
    place.replaceWith(figure);
    if (figure.closest(".scene-hero")) {
      breathe(figure);
      sayTrouble(figure.dataset.trouble ?? "");
    }
  } catch {
    // Away, or it cannot be drawn: the line drawing stays.
  }
  told();
}

/** The drawn body does not quite reach the pose: that is said beside it. */
function sayTrouble(sentence: string): void {
  const place = document.querySelector<HTMLElement>(".trouble");
  if (!place) return;
  place.textContent = sentence;
  place.hidden = !sentence;
}

function fetchOnce(url: string, first: boolean): Promise<string> {
  const known = figures.get(url) ?? (first ? fetchFigure(url) : fetchInTurn(url));
  figures.set(url, known);
  known.catch(() => figures.delete(url));
  return known;
}

async function fetchInTurn(url: string): Promise<string> {
  if (underWay >= AT_ONCE) await new Promise<void>((resolve) => inLine.push(resolve));
  underWay += 1;
  try {
    return await fetchFigure(url);
  } finally {
    underWay -= 1;
    inLine.shift()?.();
  }
}

/** Only the large figure says that it is on its way. */
function tellIfLong(place: Element): () => void {
  const hero = place.closest(".scene-hero");
  if (!hero) return () => undefined;
  const words = document.createElement("p");
  words.className = "drawing-wait";
  words.setAttribute("role", "status");
  hero.append(words);
  const timer = window.setTimeout(() => (words.textContent = WAITING), WAIT_MS);
  return () => {
    clearTimeout(timer);
    words.remove();
  };
}

const ways = new Map<string, Promise<PoseFigures>>();

async function fillSteps(list: HTMLElement): Promise<void> {
  const { stills = "", way = "" } = list.dataset;
  try {
    const pose = ways.get(stills) ?? fetchPoseFigures(stills);
    ways.set(stills, pose);
    const { figures, ...shown } = await pose;
    const numbers = way === "enter" ? shown.enter : shown.exit;
    for (const place of list.querySelectorAll<HTMLElement>(".still")) {
      const text = figures[numbers[Number(place.dataset.step)] ?? -1];
      if (!text) continue;
      const figure = figureFrom(text);
      figure.classList.add("arriving");
      place.replaceChildren(figure);
    }
  } catch {
    // The words alone tell the way.
  }
  delete list.dataset.stills;
}

let still = false;

/** The figure that was in the page from the start breathes too. */
export function breatheOnPage(): void {
  const figure = document.querySelector<SVGElement>(".scene-hero .kf");
  if (figure) breathe(figure);
}

function breathe(figure: SVGElement): void {
  const button = document.querySelector<HTMLButtonElement>("[data-breathing]");
  if (!button || wantsLessMotion()) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    still = !still;
    button.setAttribute("aria-pressed", String(still));
  });
  move(figure);
}

function move(figure: SVGElement): void {
  const breatheTo = breathingOf(figure);
  let shown_ms = 0;
  const onFrame = (now_ms: number): void => {
    if (!figure.isConnected) return;
    requestAnimationFrame(onFrame);
    if (still || now_ms - shown_ms < FRAME_MS) return;
    shown_ms = now_ms;
    breatheTo(naturalBreath(now_ms / 1000));
  };
  requestAnimationFrame(onFrame);
}
