// Opens every page of a site in headless Chromium, in light and dark, narrow and wide, and fails on
// what axe-core finds, on console messages, on requests beyond the site's folder and on pages that
// scroll sideways.
//
// usage: node axe_test.mjs SITE [--every N] [--shots DIR]
//   --every N    only each Nth page, for large sites (the first page always)
//   --shots DIR  also keep a picture of each page
import { readdirSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axeSource = createRequire(import.meta.url)("axe-core").source;
const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const flags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

function parseArguments(words) {
  const options = { site: null, every: 1, shots: null };
  for (let i = 0; i < words.length; ++i) {
    if (words[i] === "--every") options.every = Number(words[++i]);
    else if (words[i] === "--shots") options.shots = words[++i];
    else options.site = path.resolve(words[i]);
  }
  if (!options.site) throw new Error("usage: node axe_test.mjs SITE [--every N] [--shots DIR]");
  return options;
}

function pagesOf(site) {
  return readdirSync(site, { recursive: true })
    .filter((file) => file.endsWith(".html"))
    .sort();
}

/// What is wrong with the page as it lies open.
async function faultsOf(page) {
  await page.evaluate(axeSource);
  // Without `preload`, for axe would fetch the style sheet, which the page's own policy refuses.
  const { violations } = await page.evaluate(() =>
    axe.run(document, { resultTypes: ["violations"], preload: false }));
  const faults = violations.map((violation) =>
    `${violation.id}: ${violation.help} (${violation.nodes.map((node) => node.target).join("; ").slice(0, 300)})`);
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (overhang > 0) faults.push(`the page is ${overhang} pixels wider than the window`);
  return faults;
}

const options = parseArguments(process.argv.slice(2));
const root = pathToFileURL(options.site).href + "/";
const pages = pagesOf(options.site).filter((_, index) => index % options.every === 0);
const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: process.getuid?.() === 0 ? [...flags, "--no-sandbox"] : flags,
});
let faultCount = 0;

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    const heard = [];
    page.on("console", (message) => heard.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(root)) heard.push(`request: ${request.url()}`);
    });
    page.on("requestfailed", (request) => heard.push(`failed: ${request.url()}`));
    for (const file of pages) {
      heard.length = 0;
      await page.goto(root + file.split(path.sep).map(encodeURIComponent).join("/"));
      await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
      for (const fault of [...(await faultsOf(page)), ...heard]) {
        ++faultCount;
        console.error(`${file} (${colorScheme}, ${width}): ${fault}`);
      }
      if (!options.shots) continue;
      mkdirSync(options.shots, { recursive: true });
      const name = `${file.replaceAll(/[\\/]/g, "_")}.${colorScheme}.${width}.png`;
      await page.screenshot({ path: path.join(options.shots, name), fullPage: true });
    }
    await context.close();
  }
}
await browser.close();
console.log(`${pages.length} pages, 4 ways each: ${faultCount} faults`);
process.exit(faultCount ? 1 : 0);
