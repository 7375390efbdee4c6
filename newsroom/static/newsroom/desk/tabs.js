// What stands beside the text, one panel at a time. Without this script the panels stand below each other.
const KEPT = "desk:beside";

function setUp(aside) {
  const panels = [...aside.querySelectorAll(":scope > [data-tab]")];
  const list = document.createElement("div");
  list.className = "desk-tabs";
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", aside.getAttribute("aria-label"));
  const tabs = panels.map((panel) => {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `${panel.id}-tab`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    tab.append(panel.dataset.tab);
    const count = document.createElement("span");
    count.className = "desk-count";
    tab.append(" ", count);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    const tell = () => {
      count.textContent = panel.dataset.tabCount ?? "";
      count.hidden = !Number(panel.dataset.tabCount ?? 0);
    };
    new MutationObserver(tell).observe(panel, { attributeFilter: ["data-tab-count"] });
    tell();
    return tab;
  });

  const show = (at, focus) => {
    tabs.forEach((tab, each) => {
      tab.setAttribute("aria-selected", String(each === at));
      tab.tabIndex = each === at ? 0 : -1;
      panels[each].hidden = each !== at;
    });
    if (focus) {
      tabs[at].focus();
      sessionStorage.setItem(KEPT, panels[at].id);
    }
  };

  list.append(...tabs);
  list.addEventListener("click", (event) => {
    const at = tabs.indexOf(event.target.closest("[role=tab]"));
    if (at >= 0) {
      show(at, true);
    }
  });
  list.addEventListener("keydown", (event) => {
    const here = tabs.indexOf(document.activeElement);
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to !== undefined && here >= 0) {
      event.preventDefault();
      show((to + tabs.length) % tabs.length, true);
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-open-tab]");
    const at = link ? panels.findIndex((panel) => panel.id === link.dataset.openTab) : -1;
    if (at >= 0) {
      event.preventDefault();
      show(at, true);
      tabs[at].scrollIntoView({ block: "nearest" });
    }
  });
  aside.prepend(list);
  const kept = panels.findIndex((panel) => panel.id === sessionStorage.getItem(KEPT));
  show(kept >= 0 ? kept : Math.max(panels.findIndex((panel) => panel.dataset.tabFirst !== undefined), 0), false);
}

document.querySelectorAll("[data-tabs]").forEach(setUp);
