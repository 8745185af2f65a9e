"use strict";
// Exact search on the index that search_index.py writes; the same words as the store's own search.

{
  const HAN = "〇㐀-䶿一-鿿豈-\uFAFF\u{20000}-\u{323AF}";
  const RUN = new RegExp(`([${HAN}]+)|(?:(?![${HAN}])[\\p{L}\\p{N}])+(?:\\.[0-9]+)*`, "gu");
  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const VALUES = Object.fromEntries([...DIGITS].map((digit, value) => [digit, value]));
  const SHELF = 128;
  const CHECKED = 1000; // texts read at most to count the finds of longer words
  const AROUND = 40; // characters before and behind a find

  const fold = (text) => text.normalize("NFKC").toLowerCase();

  function tokens(word) {
    const found = [];
    for (const [run, han] of word.matchAll(RUN)) {
      const characters = [...run];
      if (!han) found.push(run);
      else for (let i = 0; i + 1 < characters.length; i++) found.push(characters[i] + characters[i + 1]);
    }
    return found;
  }

  // FNV-1a over the characters.
  function shardOf(token, shards) {
    let value = 0x811c9dc5;
    for (const character of token) value = Math.imul(value ^ character.codePointAt(0), 0x01000193) >>> 0;
    return value % shards;
  }

  function decode(text) {
    let place = text.startsWith("!") ? 1 : 0, last = 0;
    const number = () => {
      for (let value = 0, power = 1; ; power *= 32) {
        const digit = VALUES[text[place++]];
        value += (digit & 31) * power;
        if (digit < 32) return value;
      }
    };
    const ids = [];
    if (place) {
      for (let first = number(); place < text.length; place++, first += 6)
        for (let bit = 0; bit < 6; bit++) if (VALUES[text[place]] >> bit & 1) ids.push(first + bit);
    } else while (place < text.length) ids.push(last += number());
    return ids;
  }

  async function simplify(words, { simplified }) {
    if (!/\p{Script=Han}/u.test(words)) return words;
    const pairs = (await nnnews.load("list/simplified", simplified)).matchAll(/(.)(.)/gu);
    const simple = new Map([...pairs].map(([, one, other]) => [one, other]));
    return [...words].map((one) => simple.get(one) ?? one).join("");
  }

  // The articles of a year that may hold all tokens, and those of them whose text must be read to know.
  async function candidates([year, shards, version, tail, changed, changes], wanted) {
    const files = await Promise.all(wanted.map((token) => {
      const shard = shardOf(token, shards);
      return nnnews.load(`idx/${year}/${Math.floor(shard / SHELF)}/${shard}`, version);
    }));
    const lacking = files.map((file) => [...tail.filter((id) => id > file.upto), ...changed.slice(changed.length - changes + file.changes)]);
    const sets = files.map((file, i) => new Set([...decode(file.words[wanted[i]] ?? ""), ...lacking[i]]));
    const ids = [...sets[0]].filter((id) => sets.every((set) => set.has(id)));
    return { ids, unsure: new Set(lacking.flat()) };
  }

  async function text(catalogue, id) {
    const { texts, shelf } = catalogue.sizes;
    const folder = Math.floor(id / shelf);
    const part = await nnnews.load(`text/${folder}/${Math.floor(id / texts)}`, catalogue.texts[folder]);
    return nnnews.row(part.find(([own]) => own === id));
  }

  const holds = (row, words) => {
    row.folded ??= row.text.map(fold);
    return words.every((word) => row.folded.some((field) => field.includes(word)));
  };

  // Pieces of the text around the first find, each with whether it is one.
  function excerpt(row, words) {
    const [, body, people] = row.text;
    const field = [body, people].find((one) => words.some((word) => fold(one).includes(word))) ?? body;
    const flat = fold(field).length === field.length ? field.replaceAll("\n", "　") : fold(field);
    const low = fold(flat);
    const first = Math.min(...words.map((word) => low.indexOf(word)).filter((place) => place >= 0), low.length);
    const start = first === low.length ? 0 : Math.max(0, first - AROUND), end = Math.min(low.length, start + 3 * AROUND);
    const pieces = start ? [["…", false]] : [];
    for (let place = start; place < end;) {
      const next = words.map((word) => [low.indexOf(word, place), word.length]).filter(([at]) => at >= 0 && at < end).sort(([a], [b]) => a - b)[0] ?? [end, 0];
      pieces.push([flat.slice(place, next[0]), false], [flat.slice(next[0], next[0] + next[1]), true]);
      place = next[0] + next[1];
    }
    return [...pieces, [end < low.length ? "…" : "", false]].filter(([piece]) => piece);
  }

  nnnews.search = async (q, { catalogue, years, within }) => {
    const words = fold(await simplify(q, catalogue)).split(/\s+/).filter((word) => word.match(RUN));
    const wanted = [...new Set(words.flatMap(tokens))];
    if (!wanted.length) return { message: "请输入至少两个字", total: 0, page: 1, take: async () => [] };
    const whole = words.every((word) => { const own = tokens(word); return own.length === 1 && own[0] === word; });
    const found = await Promise.all(years.map((year) => candidates(year, wanted)));
    let ids = [], left = CHECKED;
    for (const { ids: own, unsure } of found) ids.push(...own.sort((one, two) => two - one).map((id) => [id, whole && !unsure.has(id)]));
    if (within) ids = ids.filter(([id]) => within.has(id)).sort(([one], [two]) => within.get(one) - within.get(two));
    const right = await Promise.all(ids.map(async ([id, sure]) => sure || left-- <= 0 || holds(await text(catalogue, id), words)));
    ids = ids.filter((_, i) => right[i]).map(([id]) => id);
    const take = async (from, to) => {
      const rows = await Promise.all(ids.slice(from, to).map((id) => text(catalogue, id)));
      return rows.filter((row) => holds(row, words)).map((row) => ({ ...row, excerpt: excerpt(row, words) }));
    };
    return { total: ids.length, about: left < 0, page: 20, take };
  };
}
