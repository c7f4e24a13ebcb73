"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const cards = [...document.querySelectorAll(".card")];
  const controls = byId("controls");
  const search = byId("search");
  const outlet = byId("outlet");
  const severity = byId("severity");
  const words = new Map();  // a card's text, read when first searched

  const wordsOf = (card) => {
    if (!words.has(card)) words.set(card, card.textContent.toLowerCase());
    return words.get(card);
  };
  const isFrom = (card, name) =>
    [...card.querySelectorAll(".outlet")].some((at) => at.textContent === name);

  const filter = () => {
    const query = search.value.trim().toLowerCase();
    const narrowed = query || outlet.value || severity.value;
    let shown = 0;
    for (const card of cards) {
      const fits =
        (!query || wordsOf(card).includes(query)) &&
        (!outlet.value || isFrom(card, outlet.value)) &&
        (!severity.value || !card.dataset.severity ||
          card.dataset.severity === severity.value);
      card.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const box of document.querySelectorAll(".outlet-uniques")) {
      const any = box.querySelector(".card:not([hidden])") !== null;
      box.hidden = !any;
      if (query) box.open = any;
    }
    byId("found").textContent =
      narrowed ? `${shown} of ${cards.length} shown` : "";
  };

  // Opens what folds around the place that the address names, and goes there.
  const reveal = () => {
    const place = byId(location.hash.slice(1));
    if (!place) return;
    for (let at = place; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
    place.scrollIntoView({block: "center"});
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
  });
  controls.addEventListener("submit", (event) => event.preventDefault());
  controls.addEventListener("input", filter);
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", () => {
    for (const box of document.querySelectorAll("details")) box.open = true;
  });
  controls.hidden = false;
  reveal();
})();
