// A background for tests of the page's scripts alone: it asks the test what to answer, and does what it is told.
// The address of the test's desk is written over DESK when the throw-away extension is put together.
const desk = 'DESK';

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  void answer(message, sender).then(reply);
  return true;
});
void followPushes();

async function answer({ name, body }, { tab, url, frameId, documentLifecycle }) {
  const about = { name, body, url, frameId, tabId: tab?.id, lifecycle: documentLifecycle };
  const response = await fetch(`${desk}/message`, { method: 'POST', body: JSON.stringify(about) });
  const { answered, goTo, withoutCover } = await response.json();
  if (goTo !== null) {
    const place = goTo === 'blocked' ? chrome.runtime.getURL('blocked.html') : goTo;
    await chrome.tabs.update(tab.id, { url: place });
  }
  if (answered?.value?.show !== undefined && !withoutCover)
    await bringCover(tab.id, answered.value.show);
  if (name === 'part.load') await put(tab.id, `/${body.part}.js`, frameId);
  if (answered?.value?.card) await put(tab.id, '/card.js', frameId);
  return answered;
}

/** The cover has to be there before the page hears what to show. */
async function bringCover(tabId, { kind }) {
  if (kind !== 'nothing') await put(tabId, '/cover.js');
}

async function put(tabId, file, frameId = 0) {
  await chrome.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [file],
    injectImmediately: true,
  });
}

async function followPushes() {
  for (;;) {
    try {
      const { tabId, order, again } = await (await fetch(`${desk}/push`)).json();
      if (again) {
        await chrome.scripting.executeScript({ target: { tabId }, files: ['/page.js'] });
        continue;
      }
      await bringCover(tabId, order.show);
      await chrome.tabs.sendMessage(tabId, { order }, { frameId: 0 });
    } catch {
      // Nobody is there yet, or the tab is gone.
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
