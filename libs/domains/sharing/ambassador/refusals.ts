/** What the API refuses of a share, and what to do about it. */
export const errors = {
  fr: {
    DAILY_CAP: { happened: 'Vous avez déjà beaucoup partagé aujourd’hui.', safe: 'Votre texte est gardé ici.', todo: 'Le nombre de partages par jour est de {{cap}}, pour ménager vos lecteurs. Revenez demain\u00a0: tout vous attend.' },
    SAME_TEXT: { happened: 'Un collègue a déjà publié ce texte, mot pour mot.', safe: 'Votre texte est gardé ici.', todo: 'Ajoutez une phrase à vous, ou changez-en une\u00a0: vos lecteurs liront votre voix.' },
    NOT_SHAREABLE: { happened: 'Ce contenu reste dans la maison.', safe: 'Rien n’a été partagé.', todo: 'Vous pouvez le lire et en parler autour de vous\u202f; choisissez un autre sujet pour vos réseaux.' },
    EXPIRED: { happened: 'Ce contenu n’est plus à partager\u00a0: sa date est passée.', safe: 'Vos liens déjà publiés marchent toujours.', todo: 'Choisissez un sujet plus récent dans Partager.' },
    TEXT_TOO_LONG: { happened: 'Le texte est trop long pour ce réseau, de {{excess}}\u00a0signes.', safe: 'Votre texte est gardé ici.', todo: 'Raccourcissez-le, ou choisissez un réseau plus large.' },
    NOT_A_MEMBER: { happened: 'Vous n’êtes dans aucune cohorte en ce moment.', safe: 'Votre texte est gardé ici.', todo: 'Écrivez à la personne qui pilote le programme pour rejoindre un groupe.' },
    SHARE_CLICKED: { happened: 'Quelqu’un a déjà suivi ce lien\u00a0: le partage est bien en ligne.', safe: 'Vos chiffres ne changent pas.', todo: 'Pour le retirer, supprimez la publication sur le réseau lui-même.' },
  },
  en: {
    DAILY_CAP: { happened: 'You have already shared a lot today.', safe: 'Your text is kept here.', todo: 'The number of shares a day is {{cap}}, to spare your readers. Come back tomorrow: everything waits for you.' },
    SAME_TEXT: { happened: 'A colleague already posted this text, word for word.', safe: 'Your text is kept here.', todo: 'Add a sentence of yours, or change one: your readers will read your voice.' },
    NOT_SHAREABLE: { happened: 'This item stays inside.', safe: 'Nothing was shared.', todo: 'You may read it and talk about it; choose another subject for your networks.' },
    EXPIRED: { happened: 'This item is no longer to be shared: its date has passed.', safe: 'Links already posted still work.', todo: 'Choose a more recent subject in Share.' },
    TEXT_TOO_LONG: { happened: 'The text is too long for this network, by {{excess}} characters.', safe: 'Your text is kept here.', todo: 'Shorten it, or choose a roomier network.' },
    NOT_A_MEMBER: { happened: 'You are in no cohort at the moment.', safe: 'Your text is kept here.', todo: 'Write to the person who runs the programme to join a group.' },
    SHARE_CLICKED: { happened: 'Somebody has followed this link: the share is online.', safe: 'Your figures don’t change.', todo: 'To take it back, delete the post on the network itself.' },
  },
} as const;

export const rules = {
  fr: { isMastodonInstance: 'Écrivez le nom du serveur seul, comme mastodon.social.' },
  en: { isMastodonInstance: 'Write the server’s name alone, such as mastodon.social.' },
} as const;
