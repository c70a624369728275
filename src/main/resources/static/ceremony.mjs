// The clocks on the wall go by the server's time: a projector's own clock may be wrong. Without this script they stand still.
const wall = document.querySelector("[data-now]");
const ahead = Number(wall.dataset.now) - Date.now();
const clocks = [...wall.querySelectorAll("[data-zone]")].map((element) => ({
  element,
  hour: new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: element.dataset.zone }),
}));

function tick() {
  const now = Date.now() + ahead;
  for (const { element, hour } of clocks) {
    const time = hour.format(now);
    if (element.textContent !== time) element.textContent = time;
  }
  setTimeout(tick, 60_000 - (now % 60_000) + 20);
}

tick();
