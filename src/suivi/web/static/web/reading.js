// Keys for the reading page: j and k go through the doubts, a accepts, n says that it is no commitment, g merges; m, c, s
// and t open what changes the mode or the kind, splits, or corrects the title. Everything they do is on the page without them; they can be switched off, and never act while somebody types.
"use strict";

(() => {
  const doubts = [...document.querySelectorAll(".doubt")];
  const help = document.getElementById("keys");
  const wanted = document.getElementById("keys-on");
  if (!help || !wanted || doubts.length === 0) return;
  const OFF = "suivi-keys-off";
  const USED = "suivi-keys-used";
  let here = -1;

  help.hidden = false;
  wanted.checked = sessionStorage.getItem(OFF) === null;
  wanted.addEventListener("change", () => {
    if (wanted.checked) sessionStorage.removeItem(OFF);
    else sessionStorage.setItem(OFF, "yes");
  });
  for (const doubt of doubts) {
    doubt.tabIndex = -1;
    doubt.addEventListener("focusin", () => {
      here = doubts.indexOf(doubt);
    });
  }

  const go = (place) => {
    here = Math.min(Math.max(place, 0), doubts.length - 1);
    doubts[here].focus();
    doubts[here].scrollIntoView({ block: "nearest" });
  };
  const press = (decision) => {
    const button = doubts[here]?.querySelector(`button[value="${decision}"]`);
    if (!button) return;
    sessionStorage.setItem(USED, String(here));
    button.click();
  };
  // A form filled in leads back to the same place as a key does.
  document.addEventListener("submit", (event) => {
    if (wanted.checked && doubts[here]?.contains(event.target)) sessionStorage.setItem(USED, String(here));
  });
  const open = (wanted) => {
    const field = doubts[here]?.querySelector(wanted);
    if (!field) return;
    for (let box = field.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    field.focus();
  };
  const keys = {
    j: () => go(here + 1),
    k: () => go(here - 1),
    a: () => press(doubts[here]?.querySelector('button[value="ended"]') ? "ended" : "accept"),
    n: () => press("not-a-commitment"),
    g: () => press("merge"),
    m: () => open('select[id^="m-"]'),
    c: () => open('select[id^="k-"]'),
    s: () => open('input[id^="w-"]'),
    t: () => open('input[id^="q-"]'),
  };

  document.addEventListener("keydown", (event) => {
    if (!wanted.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // A decision loads the page anew: whoever went through the doubts by keys goes on at the next.
  const used = sessionStorage.getItem(USED);
  if (used !== null) {
    sessionStorage.removeItem(USED);
    // After the browser has gone to the place named in the address. A question that is settled has left its place to the next.
    window.addEventListener("load", () => setTimeout(() => go(Number(used))));
  }
})();
