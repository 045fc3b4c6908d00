// Only comfort: every page works without it.

// On a phone the sections are a strip wider than the screen: the one of this page is in sight.
const strip = document.querySelector(".sections");
const current = strip?.querySelector("[aria-current=page]");
if (current && strip.scrollWidth > strip.clientWidth) strip.scrollLeft = current.offsetLeft - (strip.clientWidth - current.offsetWidth) / 2;

// A page that lets one wait says that it is coming; one that is there says nothing.
const setWaiting = waits => {
  document.documentElement.classList.toggle("waiting", waits);
  const main = document.querySelector("main");
  if (waits) main?.setAttribute("aria-busy", "true");
  else main?.removeAttribute("aria-busy");
};
document.addEventListener("click", event => {
  const link = event.target.closest("a[href]");
  const elsewhere = event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  // What opens elsewhere, becomes a file or stays on this page never takes this page away.
  if (!link || elsewhere || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
  if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
  setWaiting(true);
});
document.addEventListener("submit", event => event.defaultPrevented || setWaiting(true));
// Also on a page that the browser kept as it was left, and shows again when one goes back.
window.addEventListener("pageshow", () => setWaiting(false));

// A form is sent once, however often the button is pressed.
document.addEventListener("submit", event => {
  if (event.target.method !== "post") return;
  for (const button of event.target.querySelectorAll("button[type=submit]")) {
    // After the browser has collected the fields.
    setTimeout(() => {
      button.disabled = true;
      button.setAttribute("aria-busy", "true");
    });
  }
});

// A page that the browser kept and shows again has not been sent yet.
window.addEventListener("pageshow", event => {
  if (!event.persisted) return;
  for (const button of document.querySelectorAll("button[aria-busy]")) {
    button.disabled = false;
    button.removeAttribute("aria-busy");
  }
});

// Menus close when one goes elsewhere, and on Escape.
const closeMenus = except => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (menu !== except) menu.open = false;
  }
};
document.addEventListener("click", event => closeMenus(event.target.closest("details.menu")));
document.addEventListener("focusin", event => closeMenus(event.target.closest("details.menu")));
document.addEventListener("keydown", event => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
