// Small courtesies, each of them a few lines.

/** Buttons that only a script can serve are hidden in the markup and shown here. */
export function copyAndPrint(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      void navigator.clipboard.writeText(button.dataset.copy ?? "").then(() => {
        const word = button.querySelector("[data-word]");
        if (word) word.textContent = button.dataset.done ?? word.textContent;
      });
    });
  }
}

/** After a refused form the summary of errors is read first. */
export function focusErrors(): void {
  document.querySelector<HTMLElement>(".errsum")?.focus();
}

/** A second press while the first is on its way is ignored. (The idempotency key would catch it; this spares the wait.) */
export function guardSubmit(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== "post") return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
  // Back from the next page: the form may be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) delete form.dataset.sent;
  });
}
