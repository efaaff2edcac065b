import { defineCatalogue } from '@portevoix/web';

export const texts = defineCatalogue('cohorts-ambassador', {
  fr: {
    nav: { leave: 'Quitter le programme', me: 'Revenir à Moi' },
    referent: { title: 'Votre référent', answers: 'Répond à toutes vos questions, même à celles que l’on n’ose pas poser.', cohort: '{{job}}. Répond à la cohorte «\u00a0{{cohort}}\u00a0».', group: 'Répond à la cohorte «\u00a0{{cohort}}\u00a0».' },
    leave: {
      row: 'Quitter le programme',
      rowDetail: 'Quand vous voulez, sans dire pourquoi',
      title: 'Quitter le programme',
      lead: 'Un geste suffit. Personne ne vous demandera pourquoi, et rien ne le montre à votre manager.',
      stops: 'Ce qui s’arrête',
      stop1: 'Vous ne faites plus partie de votre cohorte.',
      stop2: 'Plus d’idée à partager, plus d’invitation.',
      keeps: 'Ce qui reste',
      keep1: 'Vous pouvez toujours lire les nouvelles.',
      keep2: 'Ce que vous avez publié sur vos réseaux est à vous.',
      undo: 'Vous aurez une heure pour changer d’avis, et vous pourrez revenir plus tard en répondant à un appel.',
      confirm: 'Quitter le programme',
      stay: 'Rester',
      busy: 'Un instant…',
      doneTitle: 'Vous avez quitté le programme',
      done: 'Merci pour votre voix. Vous pouvez revenir d’un geste jusqu’à {{time}}.',
      comeBack: 'Revenir',
      home: 'Lire les nouvelles',
      back: 'Vous êtes de retour. Rien n’a été perdu.',
      outside: 'Vous ne faites pas partie du programme',
      outsideReason: 'Il n’y a rien à quitter. Si un appel est ouvert, vous le trouverez en haut du fil.',
    },
    errors: { TOO_LATE: { happened: 'L’heure pour changer d’avis est passée.', safe: 'Ce que vous avez publié est à vous.', todo: 'Répondez au prochain appel à volontaires pour revenir.' } },
  },
  en: () => import('./texts.en'),
});
