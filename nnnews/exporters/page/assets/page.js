"use strict";
// The list: what is loaded, filtered, shown; the state stands in the address behind the #.

const nnnews = {
  promises: new Map(),
  waiting: new Map(),
  take(name, data) { this.waiting.get(name)(data); },
  // Data come as scripts: from file:// a page may not fetch.
  load(name, version) {
    if (!this.promises.has(name)) this.promises.set(name, new Promise((resolve, reject) => {
      this.waiting.set(name, resolve);
      const script = document.createElement("script");
      script.src = `${name}.js?v=${version}`;
      script.onerror = () => { this.promises.delete(name); reject(new Error(name)); };
      document.head.append(script);
    }));
    return this.promises.get(name);
  },
  // The fields of a row, in the order of rows.py; those of a text follow.
  row([id, day, title, district, topics, site, source, relevant, ...text]) {
    return { id, day, title, district, topics, site, source, relevant, text };
  },
};

const form = document.getElementById("filters");
const list = document.getElementById("list");
const count = document.getElementById("count");
const more = document.getElementById("more");
const newest = [...list.children];
const SMALL = 5000; // articles whose rows are read whenever it is searched, so that the finds go by day
let catalogue, shown, turn = 0;

function state() {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));
}

function fill() {
  const given = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : location.search);
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = given.has(field.name);
    else if (field.name) field.value = given.get(field.name) ?? "";
  }
}

function matches(row, wanted) {
  return (!wanted.district || row.district === wanted.district)
    && (!wanted.topic || row.topics.includes(wanted.topic))
    && (!wanted.site || row.site === wanted.site)
    && (!wanted.from || row.day >= wanted.from)
    && (!wanted.to || row.day <= wanted.to)
    && (!wanted.relevant || row.relevant);
}

async function rows(wanted) {
  const parts = catalogue.list.filter(([name]) =>
    (!wanted.from || name.slice(0, 7) >= wanted.from.slice(0, 7)) && (!wanted.to || name.slice(0, 7) <= wanted.to.slice(0, 7)));
  const loaded = await Promise.all(parts.map(([name, , version]) => nnnews.load(`list/${name}`, version)));
  const found = loaded.flat().map(nnnews.row).filter((row) => matches(row, wanted));
  return found.sort((one, two) => (one.day < two.day ? 1 : one.day > two.day ? -1 : two.id - one.id));
}

// What is to be shown: how many, and a function that gives the rows from one place to another.
async function find({ q, ...wanted }) {
  const filtered = Object.keys(wanted).length > 0 || Number(count.dataset.total) <= SMALL;
  const found = !q || filtered ? await rows(wanted) : null;
  if (!q) return { total: found.length, page: 50, take: async (from, to) => found.slice(from, to) };
  const within = found && new Map(found.map((row, place) => [row.id, place]));
  const years = catalogue.years.filter(([year]) =>
    (!wanted.from || year >= wanted.from.slice(0, 4)) && (!wanted.to || year <= wanted.to.slice(0, 4)));
  return nnnews.search(q, { catalogue, years, within });
}

function element(name, attributes, ...children) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...children);
  return made;
}

function item(row) {
  const address = `a/${Math.floor(row.id / catalogue.sizes.pages)}/${row.id}.html`;
  const source = row.source || form.elements.site.querySelector(`option[value="${CSS.escape(row.site)}"]`)?.dataset.title || "";
  const tags = [row.district, ...row.topics].filter(Boolean).map((name) => element("span", { className: "tag" }, name));
  const made = element("li", {},
    element("a", { className: "title", href: address }, element("bdi", {}, row.title || "无题")),
    element("p", { className: "about" }, element("time", { dateTime: row.day }, row.day), " ", element("bdi", {}, source), " ", ...tags));
  if (row.excerpt) made.append(element("p", { className: "excerpt" }, ...row.excerpt.map(([text, hit]) => (hit ? element("mark", {}, text) : text))));
  return made;
}

async function extend(result, mine) {
  const from = result.shown ?? 0;
  const next = await result.take(from, from + result.page);
  if (mine !== turn) return;
  if (!from) list.replaceChildren();
  list.append(...next.map(item));
  result.shown = from + result.page;
  more.hidden = result.shown >= result.total;
}

async function show() {
  const wanted = state();
  const mine = ++turn;
  const hash = new URLSearchParams(wanted).toString();
  history.replaceState(null, "", hash ? `#${hash}` : location.pathname);
  try {
    if (!hash) {
      list.replaceChildren(...newest);
      count.textContent = `共 ${count.dataset.total} 篇`;
      more.hidden = Number(count.dataset.total) <= newest.length;
      shown = null;
      return;
    }
    count.textContent = "查找中…";
    catalogue ??= await nnnews.load("list/catalogue", form.dataset.version);
    const result = await find(wanted);
    if (mine !== turn) return;
    shown = result;
    await extend(result, mine);
    if (mine === turn) count.textContent = result.message ?? `${result.about ? "约" : "共"} ${result.total} 篇`;
  } catch (error) {
    if (mine === turn) count.textContent = `数据未能载入（${error.message}），请刷新页面再试`;
  }
}

async function showMore() {
  const mine = turn;
  if (!shown) {
    catalogue ??= await nnnews.load("list/catalogue", form.dataset.version);
    shown = { ...(await find({})), shown: newest.length };
  }
  await extend(shown, mine);
}

function move(step) {
  const links = [...list.querySelectorAll("a.title")];
  const place = links.indexOf(document.activeElement) + step;
  (links[place] ?? (place < 0 ? form.elements.q : null))?.focus();
}

let delay;
form.hidden = false;
form.addEventListener("input", () => { clearTimeout(delay); delay = setTimeout(show, 150); });
form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(delay); show(); });
form.addEventListener("reset", () => setTimeout(show));
more.addEventListener("click", showMore);
addEventListener("hashchange", () => { fill(); show(); });
addEventListener("keydown", (event) => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "/" && !typing) { event.preventDefault(); form.elements.q.focus(); form.elements.q.select(); }
  if (event.key === "Escape" && typing) document.activeElement.blur();
  if (event.key === "ArrowDown" && (list.contains(document.activeElement) || document.activeElement === form.elements.q)) { event.preventDefault(); move(1); }
  if (event.key === "ArrowUp" && list.contains(document.activeElement)) { event.preventDefault(); move(-1); }
});
addEventListener("DOMContentLoaded", () => { fill(); show(); });
