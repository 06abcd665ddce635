// Bundles the page into dist/, each file compressed and named after what is in it, so that browsers may keep it for
// ever; only index.html is asked for anew. `--tests` bundles the tests instead.
import { build } from "esbuild";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

const shared = {
  bundle: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  inject: ["./buffer.ts"],
  logLevel: "warning",
  write: false,
};

async function bundle(entry, options = {}) {
  const result = await build({ ...shared, minify: true, legalComments: "none", entryPoints: [entry], ...options });
  return Buffer.from(result.outputFiles[0].contents);
}

function named(name, content) {
  const dot = name.lastIndexOf(".");
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 10);
  return `${name.slice(0, dot)}-${digest}${name.slice(dot)}`;
}

async function page() {
  await rm("dist", { recursive: true, force: true });
  await mkdir("dist");
  const files = new Map();
  const worker = await bundle("wire/worker.ts");
  const workerName = named("worker.js", worker);
  files.set(workerName, worker);
  const app = await bundle("app.tsx", { define: { WORKER: JSON.stringify(`/page/${workerName}`) }, inject: [] });
  const appName = named("app.js", app);
  files.set(appName, app);
  const style = await bundle("style.css", { inject: [] });
  const styleName = named("style.css", style);
  files.set(styleName, style);
  const html = (await readFile("index.html", "utf8")).replace("app.js", appName).replace("style.css", styleName);
  files.set("index.html", Buffer.from(html));
  for (const [name, content] of files) {
    await writeFile(`dist/${name}.gz`, gzipSync(content, { level: 9 }));
  }
  await writeFile("dist/files", [...files.keys()].sort().join("\n") + "\n");
}

async function tests() {
  const entries = (await readdir("tests")).filter((name) => name.endsWith(".test.ts"));
  await rm("tests/built", { recursive: true, force: true });
  for (const name of entries) {
    const code = await bundle(`tests/${name}`, { platform: "node", minify: false, sourcemap: "inline", inject: [] });
    await mkdir("tests/built", { recursive: true });
    await writeFile(`tests/built/${name.replace(".ts", ".mjs")}`, code);
  }
}

await (process.argv.includes("--tests") ? tests() : page());
