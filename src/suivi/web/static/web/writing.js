// Saves a report while it is written: two seconds after the last key, and when the page is left. The same as the button
// “Save”, which is there without this script. It never overwrites: where a colleague has saved since, it stops and says so.
"use strict";

(() => {
  const form = document.getElementById("writing");
  const says = document.getElementById("kept");
  if (!form || !says) return;
  const PAUSE = 2000;
  let timer = 0;
  let changed = false;
  let saving = false;
  let stopped = false;

  const mark = () => {
    for (const box of form.querySelectorAll("textarea[data-last]")) {
      const word = box.parentElement.querySelector(".unchanged");
      if (word) word.hidden = !box.dataset.last || box.value.trim() !== box.dataset.last.trim();
    }
  };

  const save = async (leaving) => {
    if (!changed || saving || stopped) return;
    changed = false;
    saving = true;
    says.textContent = form.dataset.saving;
    const body = new FormData(form);
    body.set("do", "save");
    try {
      const answer = await fetch(form.getAttribute("action"), {
        method: "POST",
        body: new URLSearchParams(body),
        headers: { Accept: "application/json" },
        redirect: "error",
        keepalive: leaving === true,
      });
      if (answer.status === 409) {
        stopped = true;
        says.textContent = form.dataset.clash;
      } else if (answer.ok) {
        const kept = await answer.json();
        form.elements.version.value = kept.version;
        says.textContent = form.dataset.saved;
      } else {
        throw new Error(String(answer.status));
      }
    } catch {
      changed = true;
      says.textContent = form.dataset.failed;
    } finally {
      saving = false;
    }
    if (changed && !stopped) later();
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };

  form.addEventListener("input", () => {
    changed = true;
    mark();
    later();
  });
  form.addEventListener("submit", () => {
    stopped = true;
    clearTimeout(timer);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save(true);
  });
})();
