/* A file may be dropped anywhere on the form, not only on its field. Without this script the field takes it by itself. */
for (const form of document.querySelectorAll("form[data-drop]")) {
  const field = form.querySelector("input[type=file]");
  const dragged = (event) => event.dataTransfer?.types.includes("Files");
  let depth = 0;
  const over = (by) => {
    depth = Math.max(0, depth + by);
    form.classList.toggle("dropping", depth > 0);
  };
  form.addEventListener("dragenter", (event) => dragged(event) && over(1));
  form.addEventListener("dragleave", (event) => dragged(event) && over(-1));
  form.addEventListener("dragover", (event) => dragged(event) && event.preventDefault());
  form.addEventListener("drop", (event) => {
    if (!dragged(event)) return;
    event.preventDefault();
    over(-depth);
    field.files = event.dataTransfer.files;
    field.focus();
  });
}
