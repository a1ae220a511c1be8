/** nav.contents of a guide: marks the section that is being read, and keeps its name in sight on a phone. */

const READ_FROM_PX = 140;

export function followReading(): void {
  const contents = document.querySelector<HTMLElement>("nav.contents");
  if (!contents) return;
  const follow = (): void => markRead(contents);
  addEventListener("scroll", follow, { passive: true });
  follow();
}

function markRead(contents: HTMLElement): void {
  const links = [...contents.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  const read = links.filter((link) => sectionTop(link) <= READ_FROM_PX).at(-1) ?? links.at(0);
  if (!read || read.hasAttribute("aria-current")) return;
  links.forEach((link) => link.removeAttribute("aria-current"));
  read.setAttribute("aria-current", "true");
  contents.scrollTo({ left: read.offsetLeft - contents.clientWidth / 3 });
}

function sectionTop(link: HTMLAnchorElement): number {
  return document.getElementById(link.hash.slice(1))?.getBoundingClientRect().top ?? Infinity;
}
