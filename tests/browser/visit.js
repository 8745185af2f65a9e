// Opens the exported pages in Chromium as a reader does, and prints what it met as one JSON object.
// node visit.js ADDRESS-OF-EXPORTS CHROMIUM < {"pages": {name: path}, "filters": [hash], "words": [word],
//                                          "looks": [name of LOOKS], "pictures": folder to be filled, or ""}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const [address, executablePath] = process.argv.slice(2);
const asked = JSON.parse(readFileSync(0, "utf-8"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const LOOKS = {
  light: { scheme: "light", width: 1100 },
  dark: { scheme: "dark", width: 1100 },
  phone: { scheme: "light", width: 390 },
};
const met = { errors: [], requests: [], filters: {}, words: {}, axe: {}, charts: {}, wide: [] };
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });

async function open(script = true) {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width: 1100, height: 900 });
  // A browser asks for an icon at the root by itself where a page names none.
  const wanted = (message) => ["error", "warn"].includes(message.type()) && !message.location().url?.endsWith("/favicon.ico");
  page.on("console", (message) => { if (wanted(message)) met.errors.push(message.text()); });
  page.on("pageerror", (error) => met.errors.push(String(error)));
  page.on("dialog", (dialog) => { met.errors.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => met.requests.push(request.url()));
  return page;
}

const settled = (page) => page.waitForFunction(() => {
  const count = document.getElementById("count");
  return !count || count.textContent !== "查找中…";
});

async function answer(page, act) {
  await page.evaluate(() => { document.getElementById("count").textContent = "查找中…"; });
  await act();
  await settled(page);
  return page.evaluate(() => ({
    focused: document.activeElement.id,
    count: document.getElementById("count").textContent,
    shown: document.querySelectorAll("#list > li").length,
    marks: document.querySelectorAll("#list mark").length,
  }));
}

async function filter(page) {
  for (const hash of asked.filters)
    met.filters[hash] = await answer(page, () => page.evaluate((given) => { location.hash = given; }, hash));
  await answer(page, () => page.evaluate(() => document.getElementById("filters").reset()));
}

async function search(page) {
  for (const word of asked.words) {
    const before = met.requests.length;
    await page.evaluate(() => document.activeElement.blur());
    const found = await answer(page, async () => { await page.keyboard.press("/"); await page.keyboard.type(word); });
    const whole = await answer(page, () => page.keyboard.press("Enter"));
    met.words[word] = { ...whole, focused: found.focused, asked: met.requests.slice(before), hash: new URL(page.url()).hash };
  }
  await answer(page, () => page.evaluate(() => document.getElementById("filters").reset()));
}

async function look(page, name, path) {
  for (const look of asked.looks) {
    const { scheme, width } = LOOKS[look];
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.setViewport({ width, height: 900 });
    await page.goto(address + path, { waitUntil: "load" });
    await settled(page);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run({ preload: false }));
    met.axe[`${name} ${look}`] = violations.map((one) => `${one.id}: ${one.nodes[0].html}`);
    met.charts[name] = await page.evaluate(() => document.querySelectorAll(".drawn svg path").length);
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) met.wide.push(`${name} ${look}`);
    if (asked.pictures) await page.screenshot({ path: `${asked.pictures}/${name}-${look}.png` });
  }
}

const page = await open();
await page.goto(`${address}index.html`, { waitUntil: "load" });
await filter(page);
await search(page);
for (const [name, path] of Object.entries(asked.pages)) await look(page, name, path);
met.printed = (await page.pdf()).length;

const plain = await open(false);
await plain.goto(`${address}index.html`);
met.plain = await plain.$$eval("#list > li a.title", (links) => links.length);
await browser.close();
console.log(JSON.stringify(met));
