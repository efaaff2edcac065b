export default {
  nav: { feed: 'Feed', me: 'Me', account: 'My account', label: 'Main navigation', skip: 'Skip to content', admin: 'Run the programme' },
  offline: 'You are offline. What you already received can be read, and what you do will be sent once, when the network is back.',
  update: { text: 'A new version is ready.', apply: 'Refresh' },
  me: { hello: 'Hello {{name}}', settings: 'Account settings', settingsHint: 'Language, appearance, connected devices' },
  install: {
    title: 'Keep Portevoix at hand',
    text: 'On the home screen, the feed opens in one tap and reads without a network. Nothing else changes.',
    add: 'Install',
    how: 'See how',
    no: 'No thanks',
    steps: { title: 'On iPhone and iPad', share: 'In Safari, tap the Share button at the bottom of the screen.', home: 'Choose “Add to Home Screen”.', open: 'Tap “Add”: Portevoix now opens from your home screen.' },
    close: 'Got it',
  },
};
