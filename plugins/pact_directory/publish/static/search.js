/* The search of every page, on /search/ alone. Pagefind and its index are asked for when somebody begins to type or
   steps into the field; nothing that is typed leaves this device, but for which parts of the index are fetched. */
(() => {
  "use strict";

  const AT_ONCE = 10; // results shown, and added by "show more"
  const FEWEST = 2; // letters before a search begins
  const PAUSE = 250; // milliseconds after the last keystroke
  const PATIENCE = 700; // milliseconds before we say that it takes a while

  const place = document.getElementById("search");
  if (!place) return;
  const says = place.dataset;
  const copy = (id) => document.getElementById(id).content.cloneNode(true);
  place.appendChild(copy("search-form"));
  const field = place.querySelector("input");
  const count = place.querySelector(".search__count");
  const list = place.querySelector(".search__found");
  const more = place.querySelector(".search__more");

  let engine = null; // the promise of Pagefind
  let turn = 0; // of the newest search: answers to older ones are thrown away
  let waiting = 0;
  let results = [];
  let help = null;

  const load = () => {
    if (!engine) {
      engine = import(new URL(says.index, document.baseURI).href).then(async (pagefind) => {
        await pagefind.options({ excerptLength: 28 });
        await pagefind.init();
        return pagefind;
      });
      engine.catch(() => { engine = null; });
    }
    return engine;
  };

  const make = (tag, text) => {
    const element = document.createElement(tag);
    element.textContent = text || "";
    return element;
  };

  // Pagefind marks words with <mark> and writes "<" as "&lt;". We take it apart: no HTML is ever read.
  const excerpt = (page) => {
    const line = make("p", page.content.startsWith(page.plain_excerpt) ? "" : "… ");
    `${page.excerpt}${page.content.endsWith(page.plain_excerpt) ? "" : " …"}`.split(/<(\/?)mark>/).forEach((piece, at, pieces) => {
      if (at % 2 || !piece) return;
      let text = piece.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
      if (at && pieces[at - 1] === "") {
        const word = text.replace(/[.,:;!?)]+$/, "");
        line.appendChild(make("mark", word));
        text = text.slice(word.length);
      }
      line.appendChild(document.createTextNode(text));
    });
    return line;
  };

  const entry = (page) => {
    const found = make("li");
    const title = make("h3");
    const link = make("a", page.meta.title);
    link.href = says.root + page.raw_url.replace(/^\/+/, "");
    title.appendChild(link);
    found.appendChild(title);
    if (page.meta.kind) found.appendChild(make("p", page.meta.kind)).className = "meta";
    found.appendChild(excerpt(page));
    return found;
  };

  const phrase = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  const clear = () => {
    results = [];
    list.textContent = "";
    more.hidden = true;
    if (help) help.remove();
    help = null;
  };

  const offer = (id) => {
    help = make("div");
    help.appendChild(copy(id));
    place.appendChild(help);
  };

  // Adds the next results; the first of them, so that the keyboard can go on from there.
  const add = async (mine) => {
    const from = list.children.length;
    const pages = await Promise.all(results.slice(from, from + AT_ONCE).map((result) => result.data()));
    if (mine !== turn) return null;
    pages.forEach((page) => list.appendChild(entry(page)));
    more.hidden = list.children.length >= results.length;
    return list.children[from];
  };

  // Pagefind remembers what it could not fetch: it begins anew with the next search.
  const fail = (mine) => {
    if (engine) engine.then((pagefind) => pagefind.destroy()).catch(() => {});
    engine = null;
    if (mine !== turn) return;
    clear();
    count.textContent = says.failed;
    offer("search-failed");
  };

  // Pagefind says "nothing found" too when the line is down: ask whether it is.
  const ask = async () => {
    const answer = await fetch(new URL("pagefind-entry.json", new URL(says.index, document.baseURI)).href, { cache: "no-store" });
    if (!answer.ok) throw new Error("the index cannot be reached");
  };

  const look = async (words, mine) => {
    const found = await (await load()).search(words);
    if (mine === turn && !found.results.length) await ask();
    if (mine !== turn) return;
    clear();
    results = found.results;
    await add(mine);
    if (mine !== turn) return;
    const known = { n: results.length.toLocaleString("en-GB"), words };
    count.textContent = phrase([says.none, says.one][results.length] || says.many, known);
    if (!results.length) offer("search-none");
  };

  const search = async () => {
    clearTimeout(waiting);
    const mine = ++turn;
    const words = field.value.trim();
    if (words.length < FEWEST) {
      clear();
      count.textContent = "";
      return;
    }
    const slow = setTimeout(() => { if (mine === turn) count.textContent = says.busy; }, PATIENCE);
    try {
      await look(words, mine);
    } catch (error) {
      fail(mine);
    }
    clearTimeout(slow);
  };

  field.addEventListener("focus", () => { load().catch(() => {}); });
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, PAUSE);
  });
  place.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  more.addEventListener("click", async () => {
    try {
      const first = await add(turn);
      if (!first) return;
      first.querySelector("a").focus();
      const known = { shown: list.children.length.toLocaleString("en-GB"), n: results.length.toLocaleString("en-GB") };
      count.textContent = phrase(says.shown, known);
    } catch (error) {
      fail(turn);
    }
  });

  // A link may bring words along, /search/#q=speeding: what follows "#" is never sent to the server.
  const brought = /^#q=(.+)/.exec(location.hash);
  if (brought) {
    try {
      field.value = decodeURIComponent(brought[1].replace(/\+/g, " "));
      search();
    } catch (error) {
      field.value = "";
    }
  }
})();
