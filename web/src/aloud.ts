// Read-aloud, only where the browser has a voice for the page's language (decisions 15).

export function readAloud(): void {
  const buttons = Array.from(document.querySelectorAll<HTMLButtonElement>("button[data-aloud]"));
  const speech = window.speechSynthesis;
  if (buttons.length === 0 || !speech) return;
  const language = document.documentElement.lang.slice(0, 2).toLowerCase();
  let reading = false;
  const show = (): void => {
    const voice = speech.getVoices().find((one) => one.lang.toLowerCase().startsWith(language));
    for (const button of buttons) {
      button.hidden = !voice;
      button.setAttribute("aria-pressed", String(reading));
    }
  };
  const toggle = (): void => {
    if (reading) {
      speech.cancel();
      reading = false;
      return show();
    }
    const voice = speech.getVoices().find((one) => one.lang.toLowerCase().startsWith(language));
    // Sentence by sentence: long texts stall in several browsers.
    const words = (document.querySelector("main") as HTMLElement | null)?.innerText ?? "";
    const parts = (words.match(/[^。！？.!?\n]+[。！？.!?]*/gu) ?? []).map((part) => part.trim()).filter(Boolean);
    reading = parts.length > 0;
    parts.forEach((part, index) => {
      const say = new SpeechSynthesisUtterance(part);
      say.lang = document.documentElement.lang;
      say.rate = 0.9;
      if (voice) say.voice = voice;
      if (index === parts.length - 1) say.onend = () => { reading = false; show(); };
      speech.speak(say);
    });
    show();
  };
  for (const button of buttons) button.addEventListener("click", toggle);
  window.addEventListener("pagehide", () => speech.cancel());
  speech.addEventListener?.("voiceschanged", show);
  show();
}
