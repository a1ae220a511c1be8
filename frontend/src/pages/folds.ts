/**
 * Depth on demand is <details class="fold">, which opens by itself. This adds what not every browser does yet: an address inside
 * one opens it, the address of its section does (data-whole: where the section is nothing else), and paper shows all.
 */

export function enhanceFolds(): void {
  addEventListener("hashchange", openWhatIsMeant);
  addEventListener("beforeprint", openForPaper);
  addEventListener("afterprint", closeAgain);
  openWhatIsMeant();
}

function openWhatIsMeant(): void {
  const meant = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!meant) return;
  const folds = [...document.querySelectorAll<HTMLDetailsElement>("details.fold:not([open])")];
  const closed = folds.filter((fold) => fold.contains(meant) || (fold.dataset.whole !== undefined && fold.parentElement === meant));
  for (const fold of closed) fold.open = true;
  if (closed.length) meant.scrollIntoView();
}

const opened = new Set<HTMLDetailsElement>();

function openForPaper(): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>("details.fold:not([open])")) {
    opened.add(fold);
    fold.open = true;
  }
}

function closeAgain(): void {
  for (const fold of opened) fold.open = false;
  opened.clear();
}
