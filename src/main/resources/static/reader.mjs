// Shows the document in the page: only the pages near the reader's eye are drawn, each with its text over it, so that it can be
// selected, searched and read aloud. Without this script the link beside it opens the same file.
// Drawing takes half a megabyte of pdf.js: it is fetched, with the document, when somebody comes to the frame or to the answer.
// Where no readable text stands before it, the frame is in view from the start: then the first sign of a reader opens it.

const frame = document.getElementById("reader");
const box = frame.querySelector(".reader-pages");
const status = frame.querySelector(".reader-status");
const place = frame.querySelector(".reader-place");
const tools = frame.querySelector(".reader-tools");
const offer = frame.querySelector(".reader-offer");
const words = frame.dataset;
const library = new URL(words.library, location.href);

// Larger canvases than this stay blank on some phones.
const MAX_PIXELS = 12_000_000;
// A page that is fitted to a wide screen would show three lines of itself.
const WIDEST = 960;
const ZOOMS = [1, 1.25, 1.5, 2, 2.5, 3, 4];

/** Roles of the PDF's structure (ISO 32000-1, 14.8.4) that a screen reader can tell apart. */
const ROLES = { H: ["heading", 1], L: ["list"], LI: ["listitem"], Table: ["table"], THead: ["rowgroup"], TBody: ["rowgroup"],
  TR: ["row"], TH: ["columnheader"], TD: ["cell"], Figure: ["figure"], Formula: ["math"], BlockQuote: ["blockquote"] };

let pdfjs;
let received;
let opening;
let pages = [];
let zoom = 0;
let scale = 1;

function say(text) {
  status.textContent = text;
  status.hidden = !text;
}

async function fetched() {
  const answer = await fetch(words.document, { cache: "no-store", credentials: "same-origin" });
  if (!answer.ok || !answer.headers.get("Content-Type")?.startsWith("application/pdf")) {
    throw new Error(answer.redirected ? "over" : "failed");
  }
  showFingerprint(answer.headers.get("Repr-Digest"));
  return new Uint8Array(await answer.arrayBuffer());
}

/** Somebody may have signed since this page was made: what counts is the file that has just arrived. */
function showFingerprint(digest) {
  const encoded = /^sha-256=:([^:]+):/.exec(digest ?? "");
  if (encoded) {
    const hex = Array.from(atob(encoded[1]), byte => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
    document.querySelector("[data-fingerprint=short]").textContent = `${hex.slice(0, 8)} … ${hex.slice(-8)}`;
    document.querySelector("[data-fingerprint=full]").textContent = hex;
  }
}

async function open() {
  say(status.dataset.loading);
  const data = (received = fetched());
  pdfjs = await import(new URL("legacy/build/pdf.min.mjs", library));
  pdfjs.GlobalWorkerOptions.workerSrc = new URL("legacy/build/pdf.worker.min.mjs", library).href;
  const pdf = await pdfjs.getDocument({
    data: await data,
    cMapUrl: new URL("cmaps/", library).href,
    standardFontDataUrl: new URL("standard_fonts/", library).href,
    wasmUrl: new URL("wasm/", library).href,
    // Our content security policy allows no code made at run time.
    isEvalSupported: false,
    useWasm: false,
  }).promise;
  const first = await pdf.getPage(1);
  pages = Array.from({ length: pdf.numPages }, (_, i) => made(i + 1, pdf, first));
  box.replaceChildren(...pages.map(page => page.holder));
  place.replaceChildren(...pages.map(page => new Option(label(page.number, pages.length), page.number)));
  box.hidden = place.hidden = tools.hidden = false;
  frame.classList.add("open");
  say("");
  arrange();
  const nearby = new IntersectionObserver(entries => entries.forEach(seen), { root: box, rootMargin: "120% 0px" });
  pages.forEach(page => nearby.observe(page.holder));
  new ResizeObserver(arrange).observe(box);
  box.addEventListener("scroll", tellPlace, { passive: true });
  tellPlace();
}

function made(number, pdf, first) {
  const holder = document.createElement("div");
  holder.className = "page";
  holder.setAttribute("role", "group");
  holder.setAttribute("aria-label", label(number, pdf.numPages));
  // Until a page is opened it is taken to be as large as the first.
  return { number, pdf, holder, near: false, size: first.getViewport({ scale: 1 }), drawing: null, drawnAt: 0, opened: null };
}

function label(number, count) {
  return words.page.replace("%1", number).replace("%2", count);
}

function seen(entry) {
  const page = pages.find(one => one.holder === entry.target);
  page.near = entry.isIntersecting;
  if (page.near) {
    draw(page);
  } else {
    forget(page);
  }
}

/** Gives back a far page's memory; its place stays. */
function forget(page) {
  page.drawing?.cancel();
  page.drawing = null;
  page.drawnAt = 0;
  page.holder.replaceChildren();
}

async function draw(page) {
  if (page.drawnAt === scale) {
    return;
  }
  const at = scale;
  page.drawnAt = at;
  page.drawing?.cancel();
  page.opened ??= page.pdf.getPage(page.number);
  const opened = await page.opened;
  page.size = opened.getViewport({ scale: 1 });
  fit(page);
  const { width, height } = page.size;
  const sharp = Math.min(window.devicePixelRatio || 1, Math.sqrt(MAX_PIXELS / (width * height)) / at);
  const viewport = opened.getViewport({ scale: at * sharp });
  const canvas = document.createElement("canvas");
  canvas.className = "page-canvas";
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.setAttribute("aria-hidden", "true");
  const drawing = opened.render({ canvas, viewport });
  page.drawing = drawing;
  try {
    await drawing.promise;
  } catch (stopped) {
    if (page.drawnAt === at) {
      page.drawnAt = 0;
    }
    if (stopped?.name !== "RenderingCancelledException") {
      throw stopped;
    }
    return;
  }
  if (!page.near || page.drawnAt !== at) {
    return;
  }
  page.holder.querySelector("canvas")?.remove();
  page.holder.prepend(canvas);
  if (!page.holder.querySelector(".page-text")) {
    await write(page, opened);
  }
}

/** The page's words in their places, invisible over the drawing, and its structure for those who do not see the drawing. */
async function write(page, opened) {
  const text = document.createElement("div");
  text.className = "page-text textLayer";
  page.holder.append(text);
  const source = opened.streamTextContent({ includeMarkedContent: true, disableNormalization: true });
  const layer = new pdfjs.TextLayer({ textContentSource: source, container: text, viewport: opened.getViewport({ scale: 1 }) });
  const [tree] = await Promise.all([opened.getStructTree(), layer.render()]);
  if (tree && text.isConnected) {
    const structure = structured(tree);
    structure.classList.add("page-structure");
    page.holder.append(structure);
  }
}

function structured(node) {
  const element = document.createElement("span");
  if (node.type === "content") {
    element.setAttribute("aria-owns", node.id);
    return element;
  }
  const heading = /^H([1-6])$/.exec(node.role ?? "");
  const [role, level] = heading ? ["heading", heading[1]] : ROLES[node.role] ?? [];
  if (role) {
    element.setAttribute("role", role);
  }
  if (level) {
    element.setAttribute("aria-level", level);
  }
  if (node.alt) {
    element.setAttribute("aria-label", node.alt);
  }
  if (node.lang) {
    element.lang = node.lang;
  }
  element.append(...(node.children ?? []).map(structured));
  return element;
}

/** Fits the widest page to the box, times the reader's zoom, and keeps the place where the reader was. */
function arrange() {
  const style = getComputedStyle(box);
  const room = box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  if (room <= 0) {
    return;
  }
  const next = (Math.min(room, WIDEST) / Math.max(...pages.map(page => page.size.width))) * ZOOMS[zoom];
  if (Math.abs(next - scale) < 0.001 && box.style.getPropertyValue("--total-scale-factor")) {
    return;
  }
  const middle = (box.scrollTop + box.clientHeight / 2) / box.scrollHeight;
  const centre = (box.scrollLeft + box.clientWidth / 2) / box.scrollWidth;
  const top = box.scrollTop === 0;
  scale = next;
  box.style.setProperty("--total-scale-factor", scale);
  pages.forEach(fit);
  box.scrollTop = top ? 0 : middle * box.scrollHeight - box.clientHeight / 2;
  box.scrollLeft = centre * box.scrollWidth - box.clientWidth / 2;
  pages.filter(page => page.near).forEach(draw);
  tools.querySelector("[data-tool=smaller]").disabled = zoom === 0;
  tools.querySelector("[data-tool=larger]").disabled = zoom === ZOOMS.length - 1;
}

function fit(page) {
  page.holder.style.width = `${page.size.width * scale}px`;
  page.holder.style.height = `${page.size.height * scale}px`;
}

function tellPlace() {
  const middle = box.scrollTop + box.clientHeight / 2;
  const current = pages.findLast(page => page.holder.offsetTop <= middle) ?? pages[0];
  place.value = current.number;
}

// The list of pages shows where the reader is, and leads elsewhere.
place.addEventListener("change", () => turn(place.value));

function turn(number) {
  const page = pages[number - 1];
  if (page) {
    box.scrollTop = page.holder.offsetTop;
    box.focus({ preventScroll: true });
  }
}

function fill(full) {
  const button = tools.querySelector("[data-tool=full]");
  frame.classList.toggle("full", full);
  document.documentElement.classList.toggle("reading", full);
  button.querySelector("span").textContent = full ? words.small : words.full;
  arrange();
}

tools.addEventListener("click", event => {
  const tool = event.target.closest("[data-tool]")?.dataset.tool;
  if (tool === "full") {
    fill(!frame.classList.contains("full"));
  } else if (tool) {
    zoom = Math.min(ZOOMS.length - 1, Math.max(0, zoom + (tool === "larger" ? 1 : -1)));
    arrange();
  }
});

frame.addEventListener("keydown", event => {
  if (event.key === "Escape" && frame.classList.contains("full")) {
    fill(false);
  }
});

function start() {
  if (!received) {
    const asked = document.activeElement === offer;
    offer.hidden = true;
    opening = open().catch(trouble => {
      box.hidden = place.hidden = tools.hidden = true;
      frame.classList.remove("open");
      say(trouble.message === "over" ? words.over : words.failed);
    });
    if (asked) {
      opening.then(() => box.focus({ preventScroll: true }));
    }
  }
}

// A link to a page of the PDF, where a language begins, turns the pages here; without this script it opens the file there.
for (const link of document.querySelectorAll("a[data-page]")) {
  link.addEventListener("click", event => {
    event.preventDefault();
    frame.scrollIntoView();
    start();
    opening.then(() => turn(link.dataset.page));
  });
}

const answer = document.querySelector("[data-answers]");
const signs = ["pointerdown", "touchstart", "wheel", "scroll", "keydown"];
// A preview without an answer beside it was asked for: it needs no sign.
let attended = !answer;
let inView = false;

function attend() {
  attended = true;
  signs.forEach(sign => removeEventListener(sign, attend));
  if (inView) {
    start();
  }
}

signs.forEach(sign => addEventListener(sign, attend, { passive: true }));
offer.addEventListener("click", start);

new IntersectionObserver((entries, observer) => {
  inView = entries.some(entry => entry.isIntersecting);
  if (inView) {
    observer.disconnect();
    if (attended) {
      start();
    } else {
      offer.hidden = false;
      say("");
    }
  }
}).observe(frame);

// Nobody signs what this browser has not received: who answers without having come by the frame waits for the document.
answer?.addEventListener("focusin", start);
answer?.addEventListener("change", start);
answer?.addEventListener(
  "submit",
  event => {
    event.preventDefault();
    start();
    received.catch(() => {}).then(() => answer.submit());
  },
);
