/** The figure on the person's page takes another skin and other clothes as soon as they are chosen: both are classes. */

const CLASSES: Record<string, RegExp> = {
  tone: /\bkf-(light|tan|brown|deep)\b/,
  clothes: /\bkf-(coral|ochre|sage)\b/,
};

export function enhanceLook(): void {
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.value) return;
    const known = CLASSES[target.dataset.look ?? ""];
    const figure = document.querySelector("[data-looks] .kf");
    if (known && figure) figure.setAttribute("class", (figure.getAttribute("class") ?? "").replace(known, `kf-${target.value}`));
  });
}
