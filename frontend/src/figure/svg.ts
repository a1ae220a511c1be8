/** A figure's text as an element of the page, with ids that no other figure has. */

let made = 0;

export function figureFrom(text: string): SVGSVGElement {
  const id = /id="([^"]+)"/.exec(text)?.[1];
  const own = id ? text.replaceAll(id, `figure-${++made}`) : text;
  const parsed = new DOMParser().parseFromString(own, "image/svg+xml").documentElement;
  if (!(parsed instanceof SVGSVGElement)) throw new Error("What came is no figure.");
  return document.importNode(parsed, true);
}
