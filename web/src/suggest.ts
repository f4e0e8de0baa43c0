// The numbers to call when the text speaks of danger, and the likely kind of matter, while one writes. The server answers with a rendered fragment in the reader's language.

export function suggestKind(): void {
  const text = document.querySelector<HTMLTextAreaElement>("textarea[data-suggest]");
  const place = document.querySelector<HTMLElement>("[data-suggest-into]");
  const kind = document.querySelector<HTMLSelectElement>("select[name=kind]");
  // Where it is: others may have reported it there.
  const where = Array.from(document.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[name=area], [name=words]"));
  const address = text?.dataset.suggest;
  if (!text || !place || !address) return;
  let timer = 0;
  let asked: AbortController | undefined;
  let last = "";
  const ask = async (): Promise<void> => {
    const words = text.value.trim();
    const body = new URLSearchParams({ text: words, kind: kind?.value ?? "" });
    for (const field of where) body.set(field.name, field.value);
    if (body.toString() === last) return;
    last = body.toString();
    asked?.abort();
    if (words.length < 2) return place.replaceChildren();
    asked = new AbortController();
    try {
      const answer = await fetch(address, { method: "POST", body, signal: asked.signal, headers: { accept: "text/html" } });
      if (!answer.ok || answer.status === 204) return place.replaceChildren();
      const fragment = new DOMParser().parseFromString(await answer.text(), "text/html").body;
      place.replaceChildren(...Array.from(fragment.childNodes));
    } catch { /* offline or slow: the list of kinds is right below */ }
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), 600);
  };
  text.addEventListener("input", soon);
  for (const field of where) field.addEventListener("change", soon);
  // The fragment's pills set the list below it, so that one field travels and not two.
  place.addEventListener("change", (event) => {
    const choice = event.target as HTMLInputElement;
    if (kind && choice.dataset.kind !== undefined) {
      kind.value = choice.dataset.kind;
      if (choice.hasAttribute("data-ask")) kind.focus();
    }
  });
  if (text.value) void ask();
}
