// Keeps the board up to date while somebody looks at it. Without this script a reload does the same.
const board = document.getElementById("board");
const every = 3000;
let shown = null;

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(board.dataset.source, { headers: { Accept: "text/html" }, redirect: "error" });
  if (!answer.ok) throw new Error(String(answer.status));
  const text = comparable(await answer.text());
  if (text.key !== shown) replace(text.html);
  shown = text.key;
}

// The hidden form token is the one thing that changes although nothing has happened.
function comparable(html) {
  return { html, key: html.replace(/name="_csrf" value="[^"]*"/g, "") };
}

function replace(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("moving");
  const old = document.getElementById("moving");
  if (!fresh || !old) return;
  const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
  const open = [...old.querySelectorAll("details[open]")].map((part) => part.id);
  // The sentence's element stays, so that a screen reader hears its new text.
  const sentence = old.querySelector(".sentence");
  const freshSentence = fresh.querySelector(".sentence");
  const words = freshSentence.textContent;
  freshSentence.replaceWith(sentence);
  old.replaceWith(fresh);
  if (sentence.textContent !== words) sentence.textContent = words;
  open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  if (focused) document.getElementById(focused)?.focus();
}

async function loop() {
  let wait = every;
  try {
    await refresh();
  } catch {
    wait = every * 5;
  }
  setTimeout(loop, wait);
}

if (board) loop();
