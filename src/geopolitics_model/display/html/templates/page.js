"use strict";
(() => {
  const root = document.documentElement;
  const one = (selector, inside = document) => inside.querySelector(selector);
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  root.classList.add("scripted");

  // Light and dark: as the system has it, until the button is pressed.
  const button = one("#theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const show = () => button.setAttribute("aria-pressed", String(dark()));
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    show();
  });
  system.addEventListener("change", show);
  show();

  // What is shown, by class; without script the style sheet sees to it.
  for (const box of all(".key input")) {
    const set = () => root.classList.toggle(box.id.replace("show-", "no-"), !box.checked);
    box.addEventListener("change", set);
    set(); // the browser keeps the choice when the page is loaded again
  }

  // The words of a fact: offsets count code points, as Python does.
  const sized = (text) => (/[\ud800-\udbff]/.test(text) ? [...text].length : text.length);
  const units = (text, points) => (sized(text) === text.length ? points : [...text].slice(0, points).join("").length);
  function ranges(section, spans) {
    const found = [];
    for (const words of all(".words", section)) {
      let at = Number(words.dataset.at);
      const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const size = sized(node.data);
        for (const [start, end] of spans) {
          if (start < at + size && end > at) {
            const range = new Range();
            range.setStart(node, units(node.data, Math.max(0, start - at)));
            range.setEnd(node, units(node.data, Math.min(size, end - at)));
            found.push(range);
          }
        }
        at += size;
      }
    }
    return found;
  }
  const pairs = (list) => list.split(",").map((span) => span.split("-").map(Number));
  const ITEM = ".facts > *, .known li";

  // A page of many articles holds the words of a fact once, in the text: its card gets them here.
  for (const section of all(".article")) {
    const cards = all(".facts p:is(.w, .q)", section);
    if (!cards.length) continue;
    const text = all(".words", section).map((words) => words.textContent).join("");
    const points = sized(text) === text.length ? text : [...text];
    const words = (start, end) => [].concat(points.slice(start, end)).join("").replace(/[ \t\n\r]+/g, " ");
    for (const card of cards) {
      const spans = pairs(card.dataset.w ?? one(".no", card.parentNode).dataset.w);
      const said = spans.map(([start, end]) => words(start, end)).join(" ");
      card.textContent = card.className === "q" ? `“${said}”` : said;
    }
  }

  // The words of a link: those it names, or else all that lead to the item it stands in.
  function meant(link) {
    const section = link.closest(".article");
    if (link.dataset.w) return ranges(section, pairs(link.dataset.w));
    const item = link.matches(".no, .known li > a:first-child") && link.closest(ITEM);
    return (item ? all(`.words a:not([aria-label])[href="#${item.id}"]`, section) : []).map((name) => {
      const range = new Range();
      range.selectNodeContents(name);
      return range;
    });
  }
  function light(name, link) {
    if (!window.Highlight) return;
    CSS.highlights.delete(name);
    if (link) CSS.highlights.set(name, new Highlight(...meant(link)));
  }

  // A passage leads to the shortest fact that was read from it.
  function factAt(passage) {
    const words = passage.closest(".words");
    const before = new Range();
    before.setStart(words, 0);
    before.setEndBefore(passage);
    const at = Number(words.dataset.at) + sized(before.toString());
    const found = all(".facts .no[data-w]", words.closest(".article")).flatMap((link) =>
      pairs(link.dataset.w)
        .filter(([start, end]) => start <= at && at < end)
        .map(([start, end]) => [end - start, link.closest(ITEM).id]));
    return found.sort((a, b) => a[0] - b[0])[0]?.[1];
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) return light("words", link);
    const passage = event.target.closest(".words :is(.st, .po)");
    const fact = passage && getSelection().isCollapsed && factAt(passage);
    if (fact) location.hash = fact;
  });
  document.addEventListener("mouseover", (event) => {
    const item = event.target.closest(ITEM);
    light("near", item && one(".no, a", item));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") light("words", null);
  });
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.matches(ITEM)) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  });

  // What has to do with one entity: its facts, its names, the articles that have either.
  const who = one("#who");
  const said = one("#said");
  const chosen = () => who.options[who.selectedIndex].text.replace(/ \(\d+\)$/, "");
  function filter() {
    const id = who.value;
    let facts = 0;
    let articles = 0;
    for (const hit of all(".hit")) hit.classList.remove("hit");
    for (const section of all(".article[id]")) {
      let here = 0;
      for (const card of all(".facts > *", section)) {
        card.hidden = Boolean(id) && !(card.dataset.e ?? "").split(",").includes(id);
        here += card.hidden ? 0 : 1;
      }
      const names = id ? all(`.words a[href$="e${id}"]`, section) : [];
      for (const name of names) name.classList.add("hit");
      section.hidden = Boolean(id) && !here && !names.length;
      const entry = document.getElementById(`i${section.id}`);
      if (entry) entry.hidden = section.hidden;
      facts += here;
      articles += section.hidden ? 0 : 1;
    }
    const count = (number, name) => `${number} ${name}${number === 1 ? "" : "s"}`;
    said.textContent = id ? `${count(facts, "fact")} in ${count(articles, "article")} about ${chosen()}` : "";
  }
  if (who) {
    who.addEventListener("change", filter);
    if (who.value) filter(); // the browser keeps the choice when the page is loaded again
  }
})();
