/** What the API refuses here, and what to do about it. */
export const errors = {
  fr: {
    CONTEST_FINISHED: { happened: 'Ce concours est terminé\u00a0: son classement ne s’ouvre plus.', safe: 'Vos points restent.', todo: 'Vous pourrez figurer au classement du prochain.' },
    NOT_A_MEMBER: { happened: 'Ce concours est celui d’un autre groupe.', safe: 'Rien n’a changé.', todo: 'Seuls les membres du groupe figurent à son classement.' },
    ALREADY_ASKED: { happened: 'Vous avez déjà posé une question sur cette ligne.', safe: 'Elle attend sa réponse.', todo: 'La réponse s’écrira ici, sous vos questions.' },
  },
  en: {
    CONTEST_FINISHED: { happened: 'This contest is over: its ranking is closed.', safe: 'Your points stay.', todo: 'You may join the ranking of the next one.' },
    NOT_A_MEMBER: { happened: 'This contest belongs to another group.', safe: 'Nothing has changed.', todo: 'Only the group’s members are in its ranking.' },
    ALREADY_ASKED: { happened: 'You have already asked about this line.', safe: 'Your question waits for its answer.', todo: 'The answer will be written here, under your questions.' },
  },
} as const;

export const rules = {
  fr: { isAlias: 'Écrivez des lettres et des chiffres, sans signe particulier.', isUnique: 'Quelqu’un porte déjà ce nom dans ce concours.', isOthersName: 'C’est le nom de quelqu’un du groupe. Choisissez-en un autre.' },
  en: { isAlias: 'Use letters and digits, without special signs.', isUnique: 'Somebody already has this name in this contest.', isOthersName: 'This is the name of somebody in the group. Choose another.' },
} as const;
