import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';

export type UiLanguage = 'fr' | 'en';

/** Generic words of the components; everything else comes in as props. `{n}`-like marks are replaced by the component. */
export interface UiTexts {
  readonly cancel: string;
  readonly close: string;
  readonly copy: string;
  readonly copied: string;
  readonly retry: string;
  readonly chart: string;
  readonly table: string;
  readonly display: string;
  readonly measured: string;
  readonly declared: string;
  readonly estimated: string;
  /** `{version}` is the number of the definition. */
  readonly definitionVersion: string;
  readonly definition: string;
  readonly example: string;
  readonly happened: string;
  readonly safe: string;
  readonly todo: string;
  /** `{code}`. */
  readonly code: string;
  readonly search: string;
  readonly searchOrAct: string;
  readonly nothingFound: string;
  readonly menu: string;
  readonly skipToContent: string;
  readonly mainNavigation: string;
  readonly programme: string;
  readonly language: string;
  readonly colourScheme: string;
  readonly schemeAuto: string;
  readonly schemeLight: string;
  readonly schemeDark: string;
  /** `{word}`. */
  readonly typeWord: string;
  /** `{seconds}`. */
  readonly undoLeft: string;
  readonly suppressed: string;
  readonly export: string;
  /** `{n}` lines, `{n}` being written by Intl. */
  readonly exportLines: string;
  readonly exportLine: string;
  /** `{n}` lines read so far. */
  readonly readingLines: string;
  readonly stop: string;
  readonly columns: string;
  /** `{row}`: opens the menu of a row. */
  readonly rowActions: string;
  readonly selectAll: string;
  /** `{row}`. */
  readonly selectRow: string;
  readonly clearSelection: string;
  readonly previousPage: string;
  readonly nextPage: string;
  /** `{from}`, `{to}`, `{total}`. */
  readonly pageRange: string;
  readonly loading: string;
  readonly actions: string;
  readonly done: string;
  readonly current: string;
  readonly blocked: string;
  /** `{n}` passages marked in a text. */
  readonly highlights: string;
  readonly seeMore: string;
  readonly now: string;
  readonly today: string;
  readonly previousMonth: string;
  readonly nextMonth: string;
  readonly chooseMonth: string;
  readonly chooseYear: string;
}

const fr: UiTexts = {
  cancel: 'Annuler',
  close: 'Fermer',
  copy: 'Copier',
  copied: 'Copié',
  retry: 'Réessayer',
  chart: 'Graphique',
  table: 'Tableau',
  display: 'Affichage',
  measured: 'Mesuré',
  declared: 'Déclaré',
  estimated: 'Estimé',
  definitionVersion: 'définition, version\u00a0{version}',
  definition: 'voir la définition',
  example: 'Exemple',
  happened: 'Ce qui s’est passé',
  safe: 'Ce qui est sauf',
  todo: 'Ce que vous pouvez faire',
  code: 'Code {code}',
  search: 'Chercher',
  searchOrAct: 'Chercher ou agir',
  nothingFound: 'Rien ne correspond',
  menu: 'Menu',
  skipToContent: 'Aller au contenu',
  mainNavigation: 'Navigation principale',
  programme: 'Changer de programme',
  language: 'Langue',
  colourScheme: 'Apparence',
  schemeAuto: 'Comme le système',
  schemeLight: 'Claire',
  schemeDark: 'Sombre',
  typeWord: 'Pour confirmer, recopiez {word}',
  undoLeft: 'encore {seconds}\u00a0s pour annuler',
  suppressed: 'moins de 5',
  export: 'Exporter',
  exportLines: 'Exporter ces {n} lignes',
  exportLine: 'Exporter cette ligne',
  readingLines: '{n} lues',
  stop: 'Arrêter',
  columns: 'Colonnes',
  rowActions: 'Actions\u00a0: {row}',
  selectAll: 'Tout sélectionner',
  selectRow: 'Sélectionner {row}',
  clearSelection: 'Vider la sélection',
  previousPage: 'Page précédente',
  nextPage: 'Page suivante',
  pageRange: '{from}\u00a0–\u00a0{to} sur {total}',
  loading: 'Chargement…',
  actions: 'Actions',
  done: 'fait',
  current: 'en cours',
  blocked: 'bloquant',
  highlights: 'Passages signalés\u00a0: {n}',
  seeMore: 'voir plus',
  now: 'Maintenant',
  today: 'aujourd’hui',
  previousMonth: 'Précédent',
  nextMonth: 'Suivant',
  chooseMonth: 'Choisir le mois',
  chooseYear: 'Choisir l’année',
};

const en: UiTexts = {
  cancel: 'Undo',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  retry: 'Try again',
  chart: 'Chart',
  table: 'Table',
  display: 'Display',
  measured: 'Measured',
  declared: 'Declared',
  estimated: 'Estimated',
  definitionVersion: 'definition, version {version}',
  definition: 'see the definition',
  example: 'Example',
  happened: 'What happened',
  safe: 'What is safe',
  todo: 'What you can do',
  code: 'Code {code}',
  search: 'Search',
  searchOrAct: 'Search or act',
  nothingFound: 'Nothing matches',
  menu: 'Menu',
  skipToContent: 'Skip to content',
  mainNavigation: 'Main navigation',
  programme: 'Change programme',
  language: 'Language',
  colourScheme: 'Appearance',
  schemeAuto: 'Same as the system',
  schemeLight: 'Light',
  schemeDark: 'Dark',
  typeWord: 'To confirm, type {word}',
  undoLeft: '{seconds} s left to undo',
  suppressed: 'fewer than 5',
  export: 'Export',
  exportLines: 'Export these {n} rows',
  exportLine: 'Export this row',
  readingLines: '{n} read',
  stop: 'Stop',
  columns: 'Columns',
  rowActions: 'Actions: {row}',
  selectAll: 'Select all',
  selectRow: 'Select {row}',
  clearSelection: 'Clear the selection',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pageRange: '{from} – {to} of {total}',
  loading: 'Loading…',
  actions: 'Actions',
  done: 'done',
  current: 'in progress',
  blocked: 'blocking',
  highlights: 'Marked passages: {n}',
  seeMore: 'see more',
  now: 'Now',
  today: 'today',
  previousMonth: 'Previous',
  nextMonth: 'Next',
  chooseMonth: 'Choose the month',
  chooseYear: 'Choose the year',
};

interface UiContext {
  readonly language: UiLanguage;
  readonly texts: UiTexts;
  readonly number: Intl.NumberFormat;
}

const numbers = new Map<UiLanguage, Intl.NumberFormat>();

const contextOf = (language: UiLanguage, texts: UiTexts): UiContext => ({
  language,
  texts,
  // Made when one is first written: it takes a phone longer than a page's texts.
  get number() {
    const number = numbers.get(language) ?? new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB');
    numbers.set(language, number);
    return number;
  },
});
const Context = createContext<UiContext>(contextOf('fr', fr));

/** The generic words of a language. */
export const uiTextsOf = (language: UiLanguage): UiTexts => (language === 'en' ? en : fr);

/** Generic words in French or English; `texts` replaces some of them. */
export function UiTextsProvider({ language, texts, children }: { language: UiLanguage; texts?: Partial<UiTexts>; children: ReactNode }) {
  const value = useMemo(() => contextOf(language, { ...uiTextsOf(language), ...texts }), [language, texts]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export const useUi = (): UiContext => useContext(Context);
export const useUiTexts = (): UiTexts => useContext(Context).texts;

/** Replaces `{name}` marks: `fill('Code {code}', { code: 'A-1' })` is `Code A-1`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => (name in values ? String(values[name]) : mark));
}
