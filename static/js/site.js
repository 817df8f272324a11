// Small comforts on top of pages that work without them.

const root = document.documentElement;
const SWITCHES = document.querySelectorAll("[data-theme-switch]");

function showTheme() {
  const theme = root.dataset.theme ?? "system";
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
  }
}

function chooseTheme(theme) {
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // Storage may be forbidden; the choice then lasts for this page.
  }
  showTheme();
}

for (const group of SWITCHES) {
  group.hidden = false;
  group.addEventListener("click", (event) => {
    const button = event.target.closest("[data-theme-choice]");
    if (button) chooseTheme(button.dataset.themeChoice);
  });
}
showTheme();

// Remembers the language for addresses that carry none. Lives as long as Django's own cookie.
for (const link of document.querySelectorAll("[data-language]")) {
  link.addEventListener("click", () => {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `language=${link.dataset.language}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  });
}

// What draft.js keeps of texts goes when somebody signs out; where a session ended by itself it waits three
// days for its writer. Only the portal's own pages lead to the former, so that no foreign link deletes it.
const RESTS = 3 * 24 * 3600 * 1000; // milliseconds
const isSignedOut = location.hash === "#signed-out" && document.referrer.startsWith(`${location.origin}/`);
const hasRested = (text) => {
  try {
    return !(Date.now() - JSON.parse(text).at < RESTS);
  } catch {
    return true;
  }
};
try {
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith("draft:")) continue;
    if (isSignedOut || hasRested(localStorage.getItem(name))) localStorage.removeItem(name);
  }
} catch {
  // Where storage is forbidden nothing was kept.
}
if (isSignedOut) history.replaceState(null, "", location.pathname + location.search);

// A file that is too large is refused before it travels: over a slow line that takes minutes.
addEventListener("change", ({ target }) => {
  if (!target.dataset?.largest) return;
  target.parentElement.querySelector("[data-refusal]")?.remove();
  if ([...target.files].every((file) => file.size <= Number(target.dataset.largest))) return;
  target.value = "";
  const refusal = document.createElement("ul");
  refusal.className = "errorlist";
  refusal.dataset.refusal = "";
  refusal.setAttribute("role", "alert");
  refusal.append(document.createElement("li"));
  refusal.firstChild.textContent = target.dataset.tooLarge;
  target.before(refusal);
});

// After a refused form the summary of its errors is read first.
document.querySelector("[data-error-summary]")?.focus();

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(source.value ?? source.innerText);
    button.nextElementSibling.firstElementChild.hidden = false;
  });
}
