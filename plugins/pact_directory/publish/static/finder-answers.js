// The answers of "find your PACT", worked out in the page from finder.json, which publish/finder.py writes.

const UNIT_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"; // no postcode ends in C, I, K, M, O or V
const WHOLE = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][ABD-HJLNP-UW-Z]{2})$/;
const BEGINNING = /^[A-Z]{1,2}[0-9][A-Z0-9]?([0-9][ABD-HJLNP-UW-Z]?)?$/;
const LOOKS_LIKE_ONE = /^[A-Z]{1,2}[0-9][A-Z0-9]{2,4}$/;
const WITHIN = /\b[A-Z]{1,2}[0-9][A-Z0-9]? *[0-9][A-Z]{2}\b/;
const MOST_SHOWN = 12;

// How well a name fits what was typed, best first.
const EXACT = 0, BEGINS = 1, HOLDS = 2, MISSPELT = 3, PARTLY = 4;
// Which kind of name comes first where names fit alike.
const PACT = 0, ALIAS = 1, WARD = 2, TOPIC = 3, PARISH = 4, TOWN = 5, SEAT = 6, AGENCY = 7, AREA = 8;

const unique = (list) => Array.from(new Set(list));
const fill = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const unbroken = (postcode) => postcode.replace(" ", "\u00a0");
const join = (typed) => typed.toUpperCase().replace(/[^A-Z0-9]/g, "");

/** Folds a name as the rest of the directory does: case, accents, apostrophes and "&" or "and" do not count. */
export function fold(text) {
  return text.normalize("NFKC").toLowerCase().replace(/&/g, " and ").normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/['\u2018\u2019\u02bc`.]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** The fewest slips (a letter wrong, missing or too many, or two swapped) that make `name` of `typed`, or its start. */
function slips(typed, name) {
  let before = [], last = Array.from({ length: name.length + 1 }, (_, at) => at);
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    for (let j = 1; j <= name.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (typed[i - 1] === name[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...row) > 2) return 3; // too many already, for a name of any length
    before = last;
    last = row;
  }
  // Of a few letters, with a slip among them, half the words there are could be the start.
  return typed.length < 6 ? last[name.length] : Math.min(last[name.length], Math.min(...last.slice(typed.length - 1)) + 0.5);
}

/** A word without its ending: "dealers" goes with "dealing". */
const stem = (word) => word.replace(/(.{4})(ies|ing|ers?|ed|es|e|y)$|(.{3})s$/, "$1$3");

// How well one typed word fits one word of a name, as [how well, slips]; false when it does not.
const plainFit = (typed, word) => word.startsWith(typed) && (typed === word ? [EXACT, 0] : typed.length > 2 && [BEGINS, 0]);
const stemFit = (typed, word) => stem(typed) === stem(word) && [BEGINS, 0.1];
function misspeltFit(typed, word) {
  if (typed.length < 4 || word.length < Math.max(4, typed.length - 2) || /\d/.test(typed)) return false;
  // Of four letters, "fast" is no slip for "east".
  if (typed.length < 5 && typed[0] !== word[0] && !word.endsWith(typed)) return false;
  const wrong = slips(typed, word);
  return wrong < (typed.length < 8 ? 2 : 3) && wrong < word.length / 3 && [MISSPELT, wrong];
}

/** How well typed words fit a name's: how well, slips, words met and missed, words of the name left over; or null. */
function fit(typed, fits, entry) {
  const isArea = entry.rank === AREA;
  const found = typed.map((word, one) => {
    const fitting = entry.words.map((other, at) => [fits[one].get(other), at])
      .filter(([how]) => how && (!isArea || !how[0] || word.length > 3));
    return fitting.sort(([a], [b]) => a[0] - b[0] || a[1] - b[1])[0];
  });
  // A sentence about an area has many words: those typed must stand in it as they are, one after another.
  const inRow = !isArea || ` ${entry.words.join(" ")}`.includes(` ${typed.join(" ")}`);
  const met = found.filter(Boolean);
  const missed = typed.length - met.length;
  if (!met.length || (isArea && !inRow && met.length < 2)) return null;
  const left = entry.words.length - unique(met.map(([, at]) => at)).length;
  let level = Math.max(...met.map(([one]) => one[0]));
  if (missed || !inRow) level = PARTLY;
  else if (level < MISSPELT && (level || left)) level = met.every(([, at], place) => at === place) ? BEGINS : HOLDS;
  level = Math.max(level, entry.atBest);
  const words = isArea ? [] : typed.filter((_, at) => found[at]);
  return { entry, level, missed, left, words, wrong: met.reduce((sum, [one]) => sum + one[1] + (missed && one[0] / 9), 0) };
}

const better = (a, b) =>
  a.level - b.level || a.missed - b.missed || (a.missed && !!a.left - !!b.left) ||
  a.wrong - b.wrong || a.entry.atBest - b.entry.atBest || a.entry.rank - b.entry.rank || a.left - b.left;

/** The finder over what finder.json says. */
export function openFinder(data) {
  const { say, area } = data;
  const noise = new Set(data.noise);
  const sectors = new Map(data.sectors.map((row) => [row[0], row]));
  const districts = new Set(data.sectors.map((row) => row[0].split(" ")[0]));
  const allWards = [say.all_wards, data.ways.wards];
  const authorities = data.answers.filter((one) => !Array.isArray(one));
  const entries = [];
  const known = new Map(); // each word there is, and whether it is of a name
  const pairs = new Map(); // "flytipping" to "fly tipping"

  const wordsOf = (text) => {
    const all = fold(text).split(" ").map((word) => (word === "saint" ? "st" : word)).filter(Boolean);
    const telling = all.filter((word) => !noise.has(word) && !/^\d+[a-z]?$/.test(word));
    return telling.length ? telling : all;
  };
  const enter = (rank, name, target, note, atBest = EXACT) => {
    const words = wordsOf(name);
    words.forEach((word, at) => {
      known.set(word, known.get(word) || rank !== AREA);
      if (at && rank !== AREA) pairs.set(words[at - 1] + word, [words[at - 1], word]);
    });
    entries.push({ rank, name, words, target, note, atBest });
  };

  const pacts = data.pacts.map(([name, path, what, standing, covers, meets, aliases, users, isClosed]) => {
    const pact = { link: [name, path], what, standing, covers, meets };
    const target = { pact };
    const atBest = isClosed ? HOLDS : EXACT;
    enter(PACT, name, target, "", atBest);
    aliases.forEach((alias, at) => enter(ALIAS, alias, target, fill(say[`called_${users[at]}`], { alias }), atBest));
    if (covers && !isClosed) enter(AREA, covers, target);
    return pact;
  });
  const wards = data.wards.map(([name, town, full, path, state, by, perhaps, others, spellings, parishes, seats]) => {
    const ward = { name, full, path, state, by, perhaps, others };
    const target = { ward };
    [name, ...spellings].forEach((one) => enter(WARD, one, target));
    if (town) enter(TOWN, town, target, "", BEGINS);
    parishes.forEach((parish) => enter(PARISH, parish, target, fill(say.parish, { parish })));
    seats.forEach((seat) => enter(SEAT, seat, target, fill(say.councillor, { name: seat })));
    return ward;
  });
  data.topics.forEach(([name, path, known]) => {
    const target = { link: [name, path], lines: [say.topic] };
    [name, ...known].forEach((one) => enter(TOPIC, one, target));
  });
  data.agencies.forEach(([name, path]) => enter(AGENCY, name, { link: [name, path], lines: [say.agency] }));

  // Answers: a heading, sentences, results (a link with lines about it), others apart, and links onwards.
  const answer = (heading, text, results = [], links = [allWards], others = []) =>
    ({ heading, text, results, links, others, othersHeading: say.others });
  const noPostcodes = answer(say.no_postcodes, [say.no_postcodes_text]);
  const tooLittle = answer(say.too_little, [say.too_little_text]);
  const pactResult = ({ link, what, standing, meets }, ...about) =>
    ({ link, lines: [what, standing, ...about, meets].filter(Boolean) });
  const pactsOf = (ward) => ward.by.concat(ward.perhaps).map((at) => pacts[at]);
  const wardResult = (ward, ...about) => ({
    link: [ward.full, ward.path],
    lines: [...about.filter(Boolean), pactsOf(ward).map((pact) => pact.link[0]).join(", ") || say[`${ward.state}_short`]],
  });

  /** What to say of a ward, or of a postcode in it: the PACTs that cover it, perhaps do, and do not. */
  function wardAnswer(ward, [by, perhaps, outside], postcode) {
    const results = by.concat(perhaps).map((at) => pactResult(pacts[at], by.length + perhaps.length > 1 && pacts[at].covers));
    const away = outside.map((at) => pactResult({ ...pacts[at], what: "" }, pacts[at].covers));
    const values = { ward: ward.name, postcode: postcode && unbroken(postcode), n: results.length, pact: (results[0] || { link: [] }).link[0] };
    let code = ward.state;
    if (by.length) code = results.length > 1 ? "several" : postcode ? "yours" : "one";
    else if (perhaps.length) code = perhaps.length > 1 ? "share" : "part";
    else if (outside.length) code = "outside";
    const where = postcode && fill(say.in_ward, { ...values, ward: ward.full });
    const advice = !postcode && perhaps.length ? say.by_ward_text : say[`${code}_text`];
    return answer(fill(say[code], values), [where, advice].filter(Boolean),
      results.length ? results : away,
      [[fill(say[ward.state === "pact" ? "see_ward" : "see_help"], values), ward.path],
        ...(code === "outside" ? [[say.start_one_here, data.ways.start]] : [])],
      ward.others.map((at) => pactResult(pacts[at])));
  }

  /** The row of `answers` for a postcode in its usual form; undefined when it is not in use. */
  function lookUp(postcode) {
    const row = sectors.get(postcode.slice(0, -2));
    const unit = UNIT_LETTERS.indexOf(postcode.slice(-2, -1)) * 20 + UNIT_LETTERS.indexOf(postcode.slice(-1));
    return row && data.answers[row[1][row[2].charCodeAt(unit) - 97]];
  }

  /** The wards and the other authorities of the postcodes that begin with "ME4", "ME4 6" or "ME4 6A", most first. */
  function placesFrom(start) {
    const [district, [digit, letter] = []] = start.split(" ");
    const count = new Map();
    sectors.forEach(([sector, own, signs]) => {
      if (sector.slice(0, -2) !== district || (digit && sector.slice(-1) !== digit)) return;
      Array.from(signs).forEach((sign, unit) => {
        if (sign === "." || (letter && UNIT_LETTERS[Math.floor(unit / 20)] !== letter)) return;
        const found = data.answers[own[sign.charCodeAt(0) - 97]];
        const place = Array.isArray(found) ? wards[found[0]] : found;
        count.set(place, (count.get(place) || 0) + 1);
      });
    });
    const places = Array.from(count.keys()).sort((a, b) => count.get(b) - count.get(a));
    return [places.filter((one) => one.path), places.filter((one) => !one.path)];
  }

  function postcodeAnswer(postcode) {
    const found = lookUp(postcode);
    if (Array.isArray(found)) return wardAnswer(wards[found[0]], found.slice(1), postcode);
    const sector = postcode.slice(0, -2);
    const code = found ? "elsewhere" : sectors.has(sector) && authorities.length ? "not_live" : "not_held";
    const results = found ? [] : placesFrom(sector)[0].map((ward) => wardResult(ward));
    const values = { postcode: unbroken(postcode), sector: unbroken(sector), area, authority: found };
    const text = [fill(say[`${code}_text`], values)].concat(results.length ? fill(say.not_live_wards, values) : []);
    return answer(fill(say[code], values), text, results);
  }

  function startAnswer(start) {
    const [inside, authorities] = placesFrom(start);
    const values = { start: unbroken(start), area, authority: authorities.join(", "), ward: inside.length && inside[0].full };
    if (!inside.length) return authorities.length ? answer(fill(say.start_elsewhere, values), [say.start_text]) : null;
    const text = [say.start_text].concat(authorities.length ? fill(say.start_also, values) : []);
    return answer(fill(inside.length > 1 ? say.start : say.start_one, values), text, inside.map((ward) => wardResult(ward)));
  }

  /** "me46" as "ME4 6", "me1" as "ME1"; what can be read in two ways ("ME11") is read in both. */
  function startsOf(typed) {
    const joined = join(typed);
    const spaced = /\d.* /.test(typed) && typed.toUpperCase().split(" ");
    return [0, 1, 2].map((size) => [joined.slice(0, joined.length - size), joined.slice(joined.length - size)])
      .filter(([district, rest]) => districts.has(district) && /^([0-9][A-Z]?)?$/.test(rest))
      .filter(([district]) => !spaced || spaced.length > 2 || spaced[0] === district)
      .map(([district, rest]) => `${district} ${rest}`.trim());
  }

  /** What a postcode may have been meant to be: O for 0, I or L for 1, and the other way round. */
  function meant(joined) {
    const digits = (part) => part.replace(/O/g, "0").replace(/[IL]/g, "1");
    const letters = (part) => part.replace(/0/g, "O").replace(/1/g, "L");
    return [1, 2].map((size) => [
      letters(joined.slice(0, size)) + digits(joined.slice(size, -3)),
      digits(joined.slice(-3, -2)) + letters(joined.slice(-2)),
    ].join(" ")).find((postcode) => WHOLE.test(postcode.replace(" ", "")) && sectors.has(postcode.slice(0, -2)));
  }

  function byPostcode(typed) {
    const joined = join(typed);
    const whole = WHOLE.exec(joined) || WHOLE.exec(join((WITHIN.exec(typed.toUpperCase()) || [""])[0]));
    if (whole && !sectors.size) return noPostcodes;
    const postcode = whole && `${whole[1]} ${whole[2]}`;
    const likely = /^(?=.*[0-9])[A-Z0-9]{5,7}$/.test(joined) && !sectors.has(postcode && postcode.slice(0, -2)) && meant(joined);
    if (postcode && !likely) return postcodeAnswer(postcode);
    if (BEGINNING.test(joined)) {
      const found = startsOf(typed).map(startAnswer).filter(Boolean).sort((a, b) => b.results.length - a.results.length);
      const more = found.slice(1);
      if (found.length) return { ...found[0], text: found[0].text.concat(more.map((one) => `${one.heading}.`)) };
    }
    if (!likely) return null;
    const read = postcodeAnswer(likely);
    return { ...read, text: [fill(say.read_as, { typed, postcode: unbroken(likely) }), ...read.text] };
  }

  /** For what looks like a postcode or its beginning, and is the name of nothing. */
  function strayPostcode(typed) {
    const joined = join(typed);
    const values = { typed, start: typed.toUpperCase(), area };
    if (BEGINNING.test(joined)) {
      return sectors.size ? answer(fill(say.start_unknown, values), [fill(say.start_unknown_text, values)]) : noPostcodes;
    }
    return LOOKS_LIKE_ONE.test(joined) ? answer(fill(say.not_postcode, values), [say.not_postcode_text]) : null;
  }

  /** The words with "all hallows" as "allhallows" and "flytipping" as "fly tipping", where those are the known ones. */
  function respaced(words) {
    const made = [];
    words.forEach((word) => {
      const joined = made.length && made[made.length - 1] + word;
      if (joined && known.has(joined)) made[made.length - 1] = joined;
      else made.push(...(!known.has(word) && (pairs.get(word) || pairs.get(`${word}s`)) || [word]));
    });
    return unique(made);
  }

  /** How a typed word fits each word there is. Only what no name has is tried with another ending, and then as a slip. */
  function fitsOf(typed) {
    const fits = new Map();
    let isKnown = false;
    [plainFit, stemFit, misspeltFit].forEach((fitting) => isKnown || known.forEach((isOfName, word) => {
      const found = (fitting === plainFit || isOfName) && fitting(typed, word);
      if (found && !fits.has(word)) fits.set(word, found);
      isKnown = isKnown || (found && isOfName && fitting);
    }));
    return fits;
  }

  function matches(words) {
    if (words.join("").length < 3) return [];
    const fits = words.map(fitsOf);
    const best = new Map();
    entries.forEach((entry) => {
      const found = fit(words, fits, entry);
      if (!found) return;
      const before = best.get(entry.target);
      const met = before ? before.words.concat(found.words) : found.words;
      best.set(entry.target, { ...(before && better(before, found) <= 0 ? before : found), words: met });
    });
    // A problem or a place may have all the words under several of its names: "school parking".
    const all = Array.from(best.values(), (one) =>
      (one.missed && unique(one.words).length === words.length ? { ...one, missed: 0, level: one.wrong < 1 ? HOLDS : MISSPELT } : one));
    const [first] = all.sort(better);
    const isTopic = (one) => one.entry.rank === TOPIC;
    // Where nothing has every word, "speeding in Luton" is two questions, and half of a longer name is no answer.
    return all.filter((one) => one.level <= Math.max(first.level, HOLDS) && (one.missed === first.missed
      ? !one.missed || !one.left || first.left : !one.left && isTopic(one) !== isTopic(first)));
  }

  /** The sentence about an area that has the words; the whole text where they are spread over more. */
  function sentenceWith(covers, words) {
    const has = (sentence) => words.every((word) => wordsOf(sentence).some((other) => other.startsWith(word)));
    return (covers.match(/[^.]+\.?/g) || []).map((one) => one.trim()).find(has) || covers;
  }

  function matchResult({ entry: { rank, target, note } }, words) {
    const { pact, ward } = target;
    if (ward) return wardResult(ward, note);
    return pact ? pactResult(pact, rank === AREA ? sentenceWith(pact.covers, words) : note) : target;
  }

  function byName(typed) {
    const words = respaced(wordsOf(typed));
    if (words.every((word) => noise.has(word))) return typed.length < 3 ? null : tooLittle;
    // "12 Castle Road" has a number that tells nothing; of "Zone 1" and "Zone 2", it tells which is meant.
    const numbers = fold(typed).split(" ").filter((word) => /\d/.test(word));
    const hasNumbers = ({ name }) => numbers.every((one) => fold(name).split(" ").includes(one));
    const found = matches(words).sort((a, b) => a.level - b.level || hasNumbers(b.entry) - hasNumbers(a.entry));
    const exact = found.filter((one) => one.level === EXACT).map((one) => one.entry);
    const wholeWard = ({ target: { ward } }) => wardAnswer(ward, [ward.by, ward.perhaps, []]);
    const ward = exact.find((one) => one.rank === WARD);
    const isPactsName = exact.some((one) => one.rank <= ALIAS && fold(one.name) === fold(typed));
    if (ward && !isPactsName) return wholeWard(ward);
    const authority = authorities.find((one) => fold(one) === fold(typed));
    if (authority) return answer(fill(say.not_here, { authority, area }), [fill(say.elsewhere_text, { authority, area })]);
    if (!found.length) return null;
    // A ward adds nothing where all its PACTs are in the list.
    const fitting = isPactsName ? found.filter((one) => one.level === EXACT) : found;
    const listed = fitting.map((one) => one.entry.target.pact);
    const kept = fitting.filter(({ entry: { target } }) =>
      !target.ward || !pactsOf(target.ward).length || !pactsOf(target.ward).every((pact) => listed.includes(pact)));
    const [first] = kept;
    if (kept.length === 1 && first.entry.rank === WARD && first.level <= HOLDS) return wholeWard(first.entry);
    const code = `${first.level > HOLDS ? "closest" : "found"}${kept.length > 1 ? "" : "_one"}`;
    const text = first.level === PARTLY && first.missed ? [say.closest_text] : [];
    const isPlace = first.entry.target.ward || first.entry.target.pact;
    if (!text.length && kept.length > 1 && isPlace && sectors.size) text.push(say.start_text);
    if (kept.length > MOST_SHOWN) text.push(fill(say.first, { n: MOST_SHOWN }));
    return answer(fill(say[code], { typed, n: kept.length }), text,
      kept.slice(0, MOST_SHOWN).map((one) => matchResult(one, words)), code === "found_one" ? [] : [allWards]);
  }

  /** The answer to what was typed. Where it is too little to go by, null while it is `unfinished`. */
  function answerTo(typed, unfinished) {
    const words = typed.normalize("NFKC").replace(/\s+/g, " ").trim().slice(0, 100);
    const found = byPostcode(words) || byName(words) || strayPostcode(words);
    if (found) return found;
    if (words.length < 3) return unfinished ? null : tooLittle;
    return answer(fill(say.nothing, { typed: words }), [say.nothing_text], [], [allWards, [say.all_topics, data.ways.topics], [say.ask, data.ways.contact]]);
  }
  return { answer: answerTo, lookUp };
}
