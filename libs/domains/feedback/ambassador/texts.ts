import { defineCatalogue } from '@portevoix/web';

export const texts = defineCatalogue('feedback', {
  fr: {
    publication: { title: 'Cette publication vous parle-t-elle\u202f?', text: 'Deux questions, moins d’une minute. Rien n’est obligatoire.' },
    programme: { title: 'Qu’est-ce qui fonctionne pour vous\u202f?', text: 'Deux questions, moins d’une minute.', until: 'Jusqu’au {{day}}, deux questions en moins d’une minute.', answer: 'Donner mon avis' },
    works: 'Ce qui fonctionne',
    doesNotWork: 'Ce qui ne fonctionne pas',
    comment: 'Un mot de plus, si vous voulez',
    send: 'Envoyer',
    sending: 'Envoi…',
    skip: 'Pas cette fois',
    cancel: 'Garder ma réponse',
    sent: 'Merci, c’est noté. Vous pouvez changer d’avis.',
    change: 'Modifier ma réponse',
    privacy: 'Lu en groupe, à partir de cinq réponses. Votre nom n’y est pas.',
    PROGRAMME: { CONTENT: 'Les contenus', EASE: 'La facilité', TIME: 'Le temps', RHYTHM: 'Le rythme', SUPPORT: 'L’entraide', TRAINING: 'Les formations', RECOGNITION: 'La reconnaissance', FREEDOM: 'La liberté', RESULTS: 'Mes résultats', OTHER: 'Autre chose' },
    PUBLICATION: { CONTENT: 'Le sujet', EASE: 'La clarté', TIME: 'La longueur', RHYTHM: 'Le moment', SUPPORT: 'L’entraide', TRAINING: 'Ce que j’apprends', RECOGNITION: 'Les personnes citées', FREEDOM: 'Le ton', RESULTS: 'L’utilité', OTHER: 'Autre chose' },
    errors: { PULSE_CLOSED: { happened: 'Ce baromètre est fermé.', safe: 'Votre texte est encore là.', todo: 'Parlez-en à votre référent, ou répondez au prochain.' } },
    rules: { isAnswered: 'Cochez au moins une réponse, ou écrivez un mot.', isOffered: 'Cette réponse n’est pas proposée ici.' },
  },
  en: () => import('./texts.en'),
});
