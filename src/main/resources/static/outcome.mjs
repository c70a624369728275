// While a signature is being applied, asks again now and then and lets the page say so when it stands. Without this script the
// reader reloads the page by its button.
const PAUSE = 3000;
const ATTEMPTS = 40;

async function ask(left) {
  try {
    const answer = await fetch(location.pathname, { cache: "no-store", credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("outcome");
    if (answer.ok && next && !next.dataset.waiting) {
      const outcome = document.getElementById("outcome");
      outcome.replaceChildren(...next.childNodes);
      document.title = page.title;
      return;
    }
  } catch {
    // Offline for a moment: the next attempt may get through.
  }
  if (left > 1) {
    setTimeout(ask, PAUSE, left - 1);
  }
}

setTimeout(ask, PAUSE, ATTEMPTS);
