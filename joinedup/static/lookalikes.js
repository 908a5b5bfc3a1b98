// Only improves: shows organisations of a like name while one is typed. Without it, the page asks
// once the form is sent.
const place = document.querySelector("[data-lookalikes]");
const box = document.getElementById("id_name");

if (place && box) {
  let waiting = 0;
  let asked = "";

  const show = async () => {
    const name = box.value.trim();
    if (name === asked) return;
    asked = name;
    const address = `${place.dataset.lookalikes}?name=${encodeURIComponent(name)}`;
    try {
      const answer = await fetch(address, { credentials: "same-origin" });
      if (answer.ok && !answer.redirected && name === box.value.trim()) {
        place.innerHTML = await answer.text();
      }
    } catch {
      // Nothing is shown; the page asks once the form is sent.
    }
  };

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 300);
  });
}
