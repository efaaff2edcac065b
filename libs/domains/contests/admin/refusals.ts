/** What the API refuses here, and what to do about it. */
export const errors = {
  fr: {
    CONTEST_STARTED: { happened: 'Ce concours a commencé\u00a0: ses règles sont figées.', safe: 'Rien n’a changé, les points sont là.', todo: 'Corrigez une ligne si besoin, ou reprenez le concours pour une autre cohorte.' },
    ALREADY_REVERSED: { happened: 'Ces points ont déjà été retirés.', safe: 'Ils ne l’ont été qu’une fois.', todo: 'Répondez simplement à la question.' },
  },
  en: {
    CONTEST_STARTED: { happened: 'This contest has started: its rules are frozen.', safe: 'Nothing has changed, the points are there.', todo: 'Correct a line if need be, or take the contest up for another cohort.' },
    ALREADY_REVERSED: { happened: 'These points were already taken back.', safe: 'Only once.', todo: 'Simply answer the question.' },
  },
} as const;

export const rules = {
  fr: {
    isNotPast: 'Choisissez aujourd’hui ou plus tard\u00a0: aucun point n’est donné en arrière.',
    isNotBeforeFirstDay: 'Le dernier jour vient après le premier.',
    isWithinDays: 'Gardez {{count}} jours au plus.',
    givesPoints: 'Donnez au moins un point à quelque chose.',
  },
  en: {
    isNotPast: 'Choose today or later: no point is given backwards.',
    isNotBeforeFirstDay: 'The last day comes after the first.',
    isWithinDays: 'Keep {{count}} days at most.',
    givesPoints: 'Give at least one point to something.',
  },
} as const;
