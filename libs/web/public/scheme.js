// Before the first paint: the colour scheme and the language chosen on this device, so that nothing flashes.
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
  var language = stored('portevoix.locale') || navigator.language || 'fr';
  html.lang = language.slice(0, 2) === 'en' ? 'en' : 'fr';
})();
