// Find your PACT: makes the field and shows the answers. What is typed stays in the page: the field has no name,
// so no form can send it, and the two files fetched on first use are the same for everybody.

const PAUSE = 80; // milliseconds after the last key until the answer is shown
const QUIET = 1000; // and until a screen reader is told of it

function element(tag, attributes, ...content) {
  const made = document.createElement(tag);
  Object.keys(attributes).forEach((name) => made.setAttribute(name, attributes[name]));
  made.append(...content);
  return made;
}

function start(place) {
  const words = place.dataset;
  const field = element("input", {
    id: "finder-field", type: "search", inputmode: "search", enterkeyhint: "search", autocomplete: "off",
    autocapitalize: "none", autocorrect: "off", spellcheck: "false", "aria-describedby": "finder-hint",
  });
  const form = element("form", { role: "search" },
    element("label", { for: "finder-field" }, words.label),
    element("p", { id: "finder-hint" }, words.hint),
    element("div", { class: "finder__row" }, field, element("button", { class: "btn" }, words.button)));
  const status = element("p", { class: "hidden", role: "status" });
  const shown = element("div", { class: "finder__answer" });
  let finder = null, loading = null, showing = 0, telling = 0;

  /** Fetches the list and the program that answers from it, once; again only when that failed. */
  function load() {
    if (!loading) {
      const list = fetch(words.list).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
      loading = Promise.all([list, import(new URL(words.program, document.baseURI).href)])
        .then(([data, program]) => { finder = program.openFinder(data); });
      loading.catch(() => { loading = null; });
    }
    return loading;
  }

  const paragraphs = (lines) => lines.map((line) => element("p", {}, line));
  const link = ([text, path]) => element("a", { href: words.root + path }, text);
  const list = (results) => element("ul", {},
    ...results.map((result) => element("li", {}, link(result.link), ...paragraphs(result.lines))));

  /** Tells those who do not see the page, once the typing has stopped. */
  function tell(sentence) {
    window.clearTimeout(telling);
    telling = window.setTimeout(() => { status.textContent = sentence; }, QUIET);
  }

  function show(answer) {
    shown.textContent = "";
    tell(answer ? `${answer.heading}. ${answer.text[0] || ""}` : "");
    if (!answer) return;
    shown.append(element("h2", { tabindex: "-1" }, answer.heading), ...paragraphs(answer.text));
    if (answer.results.length) shown.append(list(answer.results));
    if (answer.others.length) shown.append(element("h3", {}, answer.othersHeading), list(answer.others));
    shown.append(...answer.links.map((one) => element("p", { class: "more" }, link(one))));
  }

  function showFailure() {
    shown.textContent = "";
    tell(`${words.failed}. ${words.failedText}`);
    const wards = element("a", { href: words.wardsPage }, words.wards);
    shown.append(element("h2", { tabindex: "-1" }, words.failed), element("p", {}, words.failedText), element("p", {}, wards));
  }

  /** Shows the answer: to what was sent, always; while it is being typed, once there is enough of it. */
  function answerNow(isSent) {
    const answer = () => show(field.value.trim() || isSent ? finder.answer(field.value, !isSent) : null);
    window.clearTimeout(showing);
    if (finder || !(field.value.trim() || isSent)) return Promise.resolve(answer());
    shown.textContent = words.loading;
    return load().then(answer, showFailure);
  }

  field.addEventListener("focus", () => { load().catch(() => {}); });
  field.addEventListener("input", () => {
    window.clearTimeout(showing);
    showing = window.setTimeout(() => answerNow(false), field.value ? PAUSE : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answerNow(true).then(() => {
      shown.querySelector("h2").focus();
      tell(""); // the heading is read out as it is come to: not a second time
    });
  });
  place.append(form, status, shown);
}

document.querySelectorAll(".finder").forEach(start);
