// Before the first paint: the colour scheme and the language chosen on this device, so that nothing flashes. After it,
// in a page that the server drew: its app, which would have taken the line of what is read.
(function () {
  var html = document.documentElement;
  var stored = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var chosen = stored('portevoix-color-scheme');
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  html.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  if (html.dataset.app) {
    addEventListener('DOMContentLoaded', function () {
      // Nothing is painted in a tab that nobody sees.
      if (document.hidden) fetchApp(html.dataset.app.split(' '));
      else requestAnimationFrame(function () { setTimeout(fetchApp, 0, html.dataset.app.split(' ')); });
    });
    return;
  }
  var language = stored('portevoix.locale') || navigator.language || 'fr';
  html.lang = language.slice(0, 2) === 'en' ? 'en' : 'fr';
})();

/** Its pieces, the last of which starts it: all asked for at once, run one by one, so that a slow device answers between two. */
function fetchApp(pieces) {
  pieces.forEach(function (piece) {
    var link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = piece;
    document.head.append(link);
  });
  (function next() {
    var piece = pieces.shift();
    if (piece) import(piece).then(function () { setTimeout(next); });
  })();
}
