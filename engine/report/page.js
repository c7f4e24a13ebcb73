"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const cards = [...document.querySelectorAll(".card")];
  const sections = [...document.querySelectorAll("main > section")];
  const folds = [...document.querySelectorAll(".outlet-uniques")];
  const events = [...document.querySelectorAll("details[data-story]")];
  const controls = byId("controls");
  const search = byId("search");
  const story = byId("story");  // null where there is one event only
  const outlet = byId("outlet");
  const severity = byId("severity");

  // What a card is searched by, read when it is first asked for.
  const known = new Map();
  const factsOf = (card) => {
    if (!known.has(card)) {
      const names = [...card.querySelectorAll(".outlet")];
      known.set(card, {
        words: card.textContent.toLowerCase(),
        outlets: new Set(names.map((at) => at.textContent)),
      });
    }
    return known.get(card);
  };

  const show = (element, shown) => {
    if (element.hidden === shown) element.hidden = !shown;
  };

  // Counts beside the headings say how much of each part is shown.
  const recount = (narrowed) => {
    for (const section of sections) {
      const count = section.querySelector("h2 .count");
      const all = section.querySelectorAll(".card").length;
      if (!count || all === 0) continue;
      count.dataset.all ||= count.textContent;
      const shown = section.querySelectorAll(".card:not([hidden])").length;
      count.textContent =
        narrowed ? `${shown} of ${count.dataset.all}` : count.dataset.all;
      section.classList.toggle("emptied", narrowed && shown === 0);
    }
  };

  const filter = () => {
    const query = search.value.trim().toLowerCase();
    const event = story ? story.value : "";
    const narrowed =
      Boolean(query || event || outlet.value || severity.value);
    let found = 0;
    for (const card of cards) {
      const fits =
        (!event || card.dataset.story === event) &&
        (!severity.value || !card.dataset.severity ||
          card.dataset.severity === severity.value) &&
        (!query || factsOf(card).words.includes(query)) &&
        (!outlet.value || factsOf(card).outlets.has(outlet.value));
      show(card, fits);
      if (fits) found += 1;
    }
    for (const fold of folds) {
      const any = fold.querySelector(".card:not([hidden])") !== null;
      show(fold, any);
      if (query && any) fold.open = true;
    }
    for (const fold of events) {
      show(fold, !event || fold.dataset.story === event);
    }
    recount(narrowed);
    byId("found").textContent =
      narrowed ? `${found} of ${cards.length} shown` : "";
  };

  // Opens what folds around the place that the address names, and goes there.
  const reveal = () => {
    const place = byId(location.hash.slice(1));
    if (!place) return;
    for (let at = place; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
      if (at.hidden) at.hidden = false;
    }
    const whole = place.tagName === "SECTION" || place.tagName === "DETAILS";
    place.scrollIntoView({block: whole ? "start" : "center"});
    if (place.tabIndex === -1) place.focus({preventScroll: true});
  };

  const step = (by) => {
    const shown = cards.filter((card) => card.getClientRects().length > 0);
    const here = shown.indexOf(document.activeElement.closest(".card"));
    const next = shown[here < 0 ? 0 : here + by];
    if (!next) return;
    next.focus({preventScroll: true});
    next.scrollIntoView({block: "center"});
  };

  const follow = () => {
    const card = document.activeElement;
    if (!card.classList.contains("card")) return;
    card.querySelector("a.outlet")?.click();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && event.target === search) {
      search.value = "";
      search.blur();
      filter();
    }
    if (/^(INPUT|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "/") {
      event.preventDefault();
      search.focus();
    }
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
    if (event.key === "Enter") follow();
  });
  controls.addEventListener("submit", (event) => event.preventDefault());
  controls.addEventListener("input", filter);
  window.addEventListener("hashchange", reveal);

  // On paper all is unfolded; afterwards as it was.
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const box of folded) box.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const box of folded) box.open = false;
  });
  controls.hidden = false;
  if (location.hash) reveal();
})();
