/**
 * What a browser's translation does to a page: every text is put into an element of its own. To be run in the page, so it stands for itself.
 * `inCapitals`: the words change too. `andLater`: so does whatever comes later.
 */
export function translatePage({ inCapitals = false, andLater = false }): void {
  const translate = (): void => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (text.data.trim() === '' || text.parentElement?.closest('font, script, style') != null) continue;
      const font = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
      text.replaceWith(font);
      font.append(inCapitals ? text.data.toUpperCase() : text);
    }
  };
  translate();
  if (andLater) new MutationObserver(translate).observe(document.body, { childList: true, subtree: true });
}
