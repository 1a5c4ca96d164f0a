// The toolbar's button: opens the panel, and tells one that is open already to read. Pressing the button is also what
// lets us read the page; no page is read without it.

const platform = globalThis.browser ?? globalThis.chrome;

platform.action.onClicked.addListener((tab) => {
  // At once: behind a promise the browsers no longer see that a person asked for it.
  const opened = platform.sidePanel ? platform.sidePanel.open({ windowId: tab.windowId }) : platform.sidebarAction.open();
  opened?.catch((error) => console.warn("nutgraf: the panel could not be opened:", error));
  // Nobody hears it while the panel is being opened: it then reads by itself.
  platform.runtime.sendMessage({ nutgraf: "read", tab: tab.id }).catch(() => {});
});
