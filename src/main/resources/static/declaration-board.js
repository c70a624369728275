// Keeps a page up to date while somebody looks at it. Without this script a reload does the same.
// <div id="board" data-source="the moving part as HTML" data-changes="server-sent events, while there is anything to come">
const board = document.getElementById("board");
// Lines are few (a browser has six for one host) and may be refused: then the page asks by itself, less often.
const without = 5000;
let line = null;
let asking = false;
let again = false;
let version = board?.querySelector("[data-version]")?.dataset.version;

// One question at a time; what happens meanwhile is asked for after the answer.
async function refresh() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  try {
    do {
      again = false;
      const answer = await fetch(board.dataset.source, { headers: { Accept: "text/html" }, redirect: "error" });
      if (answer.ok) replace(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } while (again);
  } catch {
    // Out of reach for a moment, or logged out: the next sign of life asks again.
  } finally {
    asking = false;
  }
}

// The hidden form token and open menus change although nothing has happened.
function comparable(part) {
  return part.innerHTML.replace(/name="_csrf" value="[^"]*"/g, "").replace(/ open(="")?(?=[ >])/g, "");
}

function replace(fresh) {
  version = fresh.querySelector("[data-version]")?.dataset.version;
  for (const part of fresh.querySelectorAll("[data-part]")) {
    const old = document.getElementById(part.id);
    if (!old || comparable(old) === comparable(part)) continue;
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const place = focused?.id || focused?.closest("[id]")?.id;
    old.querySelectorAll("details[open][id]").forEach((one) =>
      part.querySelector(`#${CSS.escape(one.id)}`)?.setAttribute("open", ""));
    // The sentence's element stays, so that a screen reader hears its new text.
    const sentence = old.querySelector(".sentence");
    const words = part.querySelector(".sentence")?.textContent;
    if (sentence && words) part.querySelector(".sentence").replaceWith(sentence);
    old.replaceWith(part);
    if (sentence && words && sentence.textContent !== words) sentence.textContent = words;
    const target = place && document.getElementById(place);
    (target?.matches("a, button, summary") ? target : target?.querySelector("a, button, summary"))?.focus();
  }
}

function listen() {
  if (line || document.hidden || !board.dataset.changes) return;
  line = new EventSource(board.dataset.changes);
  line.addEventListener("change", (event) => event.data === version || refresh());
  // What stands in no audit trail, such as a step that was given up, shows at the next beat.
  line.addEventListener("beat", refresh);
  line.addEventListener("error", () => {
    if (line?.readyState !== EventSource.CLOSED) return;
    line = null;
    setTimeout(() => refresh().then(listen), without);
  });
}

// Nobody looks: the line is given back.
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) return listen();
  line?.close();
  line = null;
});

// Any other menu closes when one opens, and all of them on Escape or a click beside them.
function closeMenus(except) {
  document.querySelectorAll("details.menu[open]").forEach((one) => one === except || one.removeAttribute("open"));
}
document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.activeElement?.closest("details.menu[open]")?.querySelector("summary").focus();
  closeMenus(null);
});

if (board) listen();
