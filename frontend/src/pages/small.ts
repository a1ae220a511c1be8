/** Small helps for server-made pages; each page is whole without them. */

export function enhanceForms(): void {
  document.addEventListener("submit", confirmFirst, true);
  document.addEventListener("input", sayValue);
  document.addEventListener("click", print);
  document.addEventListener("click", sayName);
  document.querySelectorAll<HTMLInputElement>("input[data-value-text]").forEach(showValue);
  document.querySelectorAll<HTMLElement>("[data-print], [data-say]").forEach((button) => (button.hidden = false));
}

/** form[data-confirm="Delete this entry for good?"]: the first tap asks on the button itself, the second does it. */
function confirmFirst(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.dataset.confirm || form.dataset.asked) return;
  const button = event.submitter ?? form.querySelector("button");
  if (!(button instanceof HTMLElement)) return;
  event.preventDefault();
  event.stopPropagation();
  const words = [...button.childNodes];
  form.dataset.asked = "yes";
  button.textContent = form.dataset.confirm;
  button.addEventListener("blur", () => takeBack(form, button, words), { once: true });
}

function takeBack(form: HTMLFormElement, button: HTMLElement, words: ChildNode[]): void {
  delete form.dataset.asked;
  button.replaceChildren(...words);
}

function sayValue(event: Event): void {
  if (event.target instanceof HTMLInputElement && event.target.dataset.valueText) showValue(event.target);
}

/** data-value-text="{} of 100": what a screen reader says; the output beside the slider shows the number. */
function showValue(input: HTMLInputElement): void {
  input.setAttribute("aria-valuetext", (input.dataset.valueText ?? "{}").replace("{}", input.value));
  const output = document.querySelector<HTMLOutputElement>(`output[for="${input.id}"]`);
  if (output) output.textContent = input.value;
}

function print(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest("[data-print]")) window.print();
}

/** A button with data-say="address" plays what lies there; it is busy until the voice has said it, or says that it cannot. */
function sayName(event: MouseEvent): void {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-say]") : null;
  if (!button?.dataset.say || button.ariaBusy === "true") return;
  const said = new Audio(button.dataset.say);
  button.ariaBusy = "true";
  said.addEventListener("ended", () => (button.ariaBusy = null));
  said.addEventListener("error", () => cannotSay(button));
  said.play().catch(() => cannotSay(button));
}

function cannotSay(button: HTMLElement): void {
  button.ariaBusy = null;
  const sentence = document.createElement("span");
  sentence.setAttribute("role", "status");
  sentence.className = "soft";
  sentence.textContent = "The voice cannot say it now.";
  button.replaceWith(sentence);
}
