// Keys for staff. Each key presses something that is on the page anyway and says so on its face.
import "../styles/desk.css";

type Row = HTMLTableRowElement;
const one = <T extends HTMLElement>(selector: string, within: ParentNode = document): T | null => within.querySelector<T>(selector);
const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ["TEXTAREA", "SELECT"].includes(target.tagName)
    || (target instanceof HTMLInputElement && !["radio", "checkbox", "submit", "button"].includes(target.type)));

/** What Enter presses by itself: a link, a button, the head of something that opens. */
const pressed = (target: EventTarget | null): boolean =>
  target instanceof HTMLAnchorElement || target instanceof HTMLButtonElement || (target instanceof HTMLElement && target.tagName === "SUMMARY");

const rows = (): Row[] => Array.from(document.querySelectorAll<Row>("tr[data-row]"));
const current = (): Row | undefined => rows().find((row) => row.classList.contains("on"));

function move(by: number): void {
  const all = rows();
  if (all.length === 0) return jump(by);
  const here = all.findIndex((row) => row.classList.contains("on"));
  const next = all[Math.min(Math.max(here + by, 0), all.length - 1)];
  for (const row of all) row.classList.remove("on");
  next?.classList.add("on");
  next?.scrollIntoView({ block: "nearest" });
  one<HTMLAnchorElement>("a.t", next)?.focus({ preventScroll: true });
}

/** On the dispatch desk J and K go through the queue. */
function jump(by: number): void {
  const queue = Array.from(document.querySelectorAll<HTMLAnchorElement>(".ql a"));
  const here = queue.findIndex((link) => link.hasAttribute("aria-current"));
  const next = queue[here + by];
  if (next && here >= 0) location.assign(next.href);
}

let group = "unit"; // which set of suggestions the digits choose from
const GROUPS: Record<string, string> = { q: "kind", w: "complexity", e: "unit" };

function choose(digit: string): boolean {
  const desk = one<HTMLFormElement>("form[data-dispatch]");
  const option = desk?.querySelector<HTMLInputElement>(`[data-group="${group}"] input[data-digit="${digit}"]`);
  if (!desk || !option) return false;
  option.checked = true;
  option.dispatchEvent(new Event("change", { bubbles: true }));
  option.focus();
  return true;
}

/** The next step is a button to press, or a field to write in. */
function nextStep(step: HTMLElement | null): void {
  if (step instanceof HTMLTextAreaElement || step instanceof HTMLInputElement) step.focus();
  else step?.click();
}

function help(): void {
  const dialog = one<HTMLDialogElement>("dialog#keys");
  if (dialog?.open) dialog.close();
  else dialog?.showModal();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey && event.key === "Enter" && typing(event.target)) {
    (event.target as HTMLElement).closest("form")?.requestSubmit();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape" && typing(event.target)) return (event.target as HTMLElement).blur();
  if (typing(event.target) || one("dialog[open]")) return;
  const key = event.key.toLowerCase();
  const desk = one<HTMLFormElement>("form[data-dispatch]");
  let taken = true;
  if (key === "j") move(1);
  else if (key === "k") move(-1);
  else if (key === "?") help();
  else if (key === "/") one<HTMLInputElement>("[data-find]")?.focus();
  else if (desk && key in GROUPS) {
    group = GROUPS[key] ?? group;
    // Asked one after the other: a list of selectors gives what stands first on the page, which is not what is ticked.
    (one(`[data-group="${group}"] input:checked`, desk) ?? one(`[data-group="${group}"] input`, desk))?.focus();
  } else if (desk && /^[1-9]$/.test(key)) taken = choose(key);
  else if (desk && key === "enter" && !pressed(event.target)) desk.requestSubmit();
  else if (/^[1-4]$/.test(key)) {
    const tab = one<HTMLAnchorElement>(`[data-tab="${key}"]`);
    if (tab) location.assign(tab.href);
    else taken = false;
  } else if ((key === "o" || key === "enter") && current() && !(event.target instanceof HTMLButtonElement)) one<HTMLAnchorElement>("a.t", current())?.click();
  else if (key === "a") nextStep(one<HTMLElement>("[data-next]", current() ?? document));
  else taken = false;
  if (taken) event.preventDefault();
});

for (const button of document.querySelectorAll<HTMLElement>("[data-help]")) {
  button.hidden = false;
  button.addEventListener("click", help);
}

// "Another kind" or "another unit" chosen from the list unchecks the suggestions above it, and the other way round.
for (const list of document.querySelectorAll<HTMLSelectElement>("select[data-instead]")) {
  const radios = Array.from(document.querySelectorAll<HTMLInputElement>(`[data-group="${list.dataset.instead}"] input[type=radio]`));
  list.addEventListener("change", () => { if (list.value) for (const radio of radios) radio.checked = false; });
  for (const radio of radios) radio.addEventListener("change", () => { list.value = ""; });
}
