// A form with data-draft="name" keeps what is typed on this device until it has been sent.
// Never kept: hidden fields, passwords, and anything marked data-private (names, phones).
// The receipt page carries data-draft-done="name" and clears it.

const DAYS = 14;

type Kept = { at: number; values: Record<string, string> };

function fields(form: HTMLFormElement): HTMLInputElement[] {
  return Array.from(form.elements).filter(
    (element): element is HTMLInputElement =>
      "name" in element && (element as HTMLInputElement).name !== "" && !["hidden", "password", "submit", "button"].includes((element as HTMLInputElement).type)
      && !element.hasAttribute("data-private"),
  );
}

function read(key: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;
    return kept && Date.now() - kept.at < DAYS * 86_400_000 ? kept : null;
  } catch {
    return null; // storage is off, or holds something else: no draft, no error
  }
}

export function keepDrafts(): void {
  const done = document.querySelector<HTMLElement>("[data-draft-done]");
  if (done) {
    try {
      localStorage.removeItem(`lx-draft-${done.dataset.draftDone}`);
    } catch { /* as above */ }
  }
  const form = document.querySelector<HTMLFormElement>("form[data-draft]");
  if (!form) return;
  const key = `lx-draft-${form.dataset.draft}`;
  const note = document.querySelector<HTMLElement>("[data-draft-note]");
  const kept = read(key);
  // What the server sent back (after an error) is newer than the draft, so a filled field is left alone.
  if (kept && !form.hasAttribute("data-answered")) {
    for (const field of fields(form)) {
      const value = kept.values[field.name];
      if (value === undefined) continue;
      if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === value;
      else if (field.value === "") field.value = value;
    }
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }
  let timer = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const values: Record<string, string> = {};
      for (const field of fields(form)) {
        if ((field.type === "radio" || field.type === "checkbox") && !field.checked) continue;
        if (field.value !== "") values[field.name] = field.value;
      }
      try {
        localStorage.setItem(key, JSON.stringify({ at: Date.now(), values }));
        if (note) note.hidden = false;
      } catch { /* full or forbidden: the page simply says nothing about a draft */ }
    }, 400);
  });
}
