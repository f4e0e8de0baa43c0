// The script of the page that people keep (`build/verify.html`): checks a receipt by the key that stands on it on paper, from a file, without any
// network. The build puts it into that one page.

import { Say, type Verdict } from "./proof";
import { file } from "./receipt";

const form = document.querySelector<HTMLFormElement>("form");
const key = document.querySelector<HTMLTextAreaElement>("textarea");
const chosen = document.querySelector<HTMLInputElement>("input");
const said = document.querySelector<HTMLElement>("output");
if (form && key && chosen && said) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const kept = chosen.files?.[0];
    // A key that was copied from paper may have been broken into lines.
    const keys = [key.value.replace(/\s+/g, "")];
    const check = kept && keys[0] ? kept.text().then((receipt) => file(receipt, keys)) : Promise.reject(new Say({ say: "notOne" }));
    const failed = (error: unknown): Verdict => (error instanceof Say ? error.verdict : { say: "changed" });
    void check.catch(failed).then((verdict) => {
      said.className = verdict.say === "holds" ? "good" : "bad";
      said.textContent = (form.dataset[verdict.say] ?? "").replace("{n}", "n" in verdict ? String(verdict.n) : "");
    });
  });
}
