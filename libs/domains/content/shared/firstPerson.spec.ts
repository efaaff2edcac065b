import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkFirstPerson, FirstPersonRule, type VoiceLanguage } from './index';

const { NO_FIRST_PERSON, BRAND_WE, BRAND_OUR, BRAND_AT, BRAND_CALL, BRAND_NAME } = FirstPersonRule;
const rules = (text: string, language: VoiceLanguage, organisation?: string) => checkFirstPerson(text, language, organisation).findings.map(({ rule }) => rule);
const brand = (text: string, language: VoiceLanguage) => rules(text, language).filter((rule) => rule !== NO_FIRST_PERSON);

describe('brand voice in French', () => {
  it.each([
    ['Nous sommes fiers d’annoncer l’ouverture du site de Nantes.', BRAND_WE],
    ['NOUS SOMMES FIERS DE NOS ÉQUIPES', BRAND_WE],
    ['Nous sommes très heureuses de vous accueillir', BRAND_WE],
    ['nous sommes\u00a0ravis de ce partenariat', BRAND_WE],
    ['Nous, collaborateurs d’Orvane, sommes fiers de ce prix.', BRAND_WE],
    ['Nous recrutons un chef de chantier à Lyon !', BRAND_WE],
    ['Nous lançons aujourd’hui une offre inédite.', BRAND_WE],
    ['Nous vous accompagnons dans vos projets.', BRAND_WE],
    ['Nous nous engageons pour le climat.', BRAND_WE],
    ['Nous sommes une entreprise familiale.', BRAND_WE],
    ['Hier, nous avons reçu un prix.', BRAND_WE],
    ['Notre entreprise ouvre ses portes.', BRAND_OUR],
    ['Notre groupe publie son rapport.', BRAND_OUR],
    ['Notre équipe est au salon.', BRAND_OUR],
    ['Nos équipes recrutent.', BRAND_OUR],
    ['Nos clients en parlent mieux que personne.', BRAND_OUR],
    ['Chez Orvane, nous croyons au travail bien fait.', BRAND_AT],
    ['Rejoignez-nous !', BRAND_CALL],
    ['Contactez-nous pour en savoir plus.', BRAND_CALL],
  ])('flags: %s', (text, rule) => expect(brand(text, 'fr')).toContain(rule));

  it.each([
    'Je suis fier d’annoncer l’ouverture du site de Nantes.',
    'Je suis fière de ce nouveau projet.',
    'J’ai rencontré une équipe formidable.',
    "J'adore mon métier.",
    'Un nouveau chantier commence pour moi à Nantes.',
    'Mes collègues et moi, nous avons couru dix kilomètres.',
    'Mon directeur nous a expliqué le projet, je suis conquise.',
    'Il nous donne des leçons que je n’oublierai pas.',
    'Ma collègue l’a dit : « Nous sommes fiers de ce prix ».',
    'Je reprends ses mots : “notre entreprise a changé”.',
    'Je partage https://exemple.fr/nous-sommes-fiers et #NousSommesFiers',
    'On m’a demandé ce que j’en pense.',
    'Hier soir, avec mes collègues, nous avons dîné au bord de l’eau.',
  ])('accepts: %s', (text) => expect(rules(text, 'fr')).toEqual([]));

  it.each(['Un jeune ingénieur rejoint le jeu.', 'Le nouveau menu mérite le détour.', 'Ouvrez mon-compte.fr', 'Émoi à Mesnil', 'Elle a dit « je suis là ».', '#JeSuis fier'])(
    'finds nobody speaking: %s',
    (text) => expect(checkFirstPerson(text, 'fr').firstPerson).toBe(false),
  );

  it.each(['je', 'Moi, le béton bas carbone', 'Ma journée', 'Ce projet m’a appris la patience', 'Écrivez-moi', 'puis-je', 'MES COLLÈGUES', 'j\u02bcy serai'])('hears a person: %s', (text) =>
    expect(checkFirstPerson(text, 'fr').firstPerson).toBe(true),
  );

  it('proposes both agreements and keeps the capital', () => {
    const [, finding] = checkFirstPerson('Nous sommes fiers de ce prix.', 'fr').findings;
    expect(finding).toMatchObject({ passage: 'Nous sommes fiers', start: 0, end: 17, suggestions: ['Je suis fier', 'Je suis fière'] });
  });

  it('keeps the name of the organisation in what it proposes', () => {
    const finding = checkFirstPerson('Chez Orvane, nous innovons et je le vois.', 'fr').findings[0];
    expect(finding?.suggestions[0]).toBe('Chez Orvane, je');
  });

  it('knows the organisation by name, with its odd characters', () => {
    expect(rules('Orvane (France) est fière de ses ambassadeurs, et moi aussi.', 'fr', 'Orvane (France)')).toEqual([BRAND_NAME]);
    expect(rules('Orvane est fière de ses ambassadeurs, et moi aussi.', 'fr')).toEqual([]);
  });

  it('gives the same findings for decomposed accents, with offsets in the text given', () => {
    const text = 'Je vois que notre société évolue.'.normalize('NFD');
    const [finding] = checkFirstPerson(text, 'fr').findings;
    expect(finding?.passage.normalize('NFC')).toBe('notre société');
  });
});

describe('brand voice in English', () => {
  it.each([
    ['We are proud to announce our new plant.', BRAND_WE],
    ['We’re thrilled to share the news.', BRAND_WE],
    ['We are hiring in Lyon!', BRAND_WE],
    ['We launch a new service today.', BRAND_WE],
    ['We are a leading company.', BRAND_WE],
    ['Our company opens its doors.', BRAND_OUR],
    ['Our team is growing.', BRAND_OUR],
    ['At Orvane, we care.', BRAND_AT],
    ['Join us!', BRAND_CALL],
  ])('flags: %s', (text, rule) => expect(brand(text, 'en')).toContain(rule));

  it.each([
    'I am proud to announce the new plant.',
    'I’m proud of my team.',
    'My colleagues and I, we ran ten kilometres.',
    'My manager said “we are proud”.',
    'Last night I met friends and we had dinner.',
    'Thanks to Léa, who taught me well.',
    'The power of the hour is not lost on me.',
  ])('accepts: %s', (text) => expect(rules(text, 'en')).toEqual([]));

  it.each(['Phase I starts today', 'i.e. nothing', 'Maybe the army', 'I/O errors', 'Welcome home'])('finds nobody speaking: %s', (text) =>
    expect(checkFirstPerson(text, 'en').firstPerson).toBe(false),
  );
});

describe('any text', () => {
  it('has nothing to say about a blank one', () => {
    expect(checkFirstPerson(' \n 🎉', 'fr')).toEqual({ firstPerson: false, findings: [] });
  });

  it('gives ordered findings that do not overlap and quote the text exactly', () => {
    const words = fc.constantFrom('nous', 'sommes', 'fiers', 'notre', 'équipe', 'entreprise', 'est', 'je', 'chez', 'Orvane,', '«', '»', '"', 'we', 'are', 'our', '👩‍🚀', 'e\u0301', '\n', 'l’');
    const text = fc.oneof(fc.array(words).map((list) => list.join(' ')), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, fc.constantFrom<VoiceLanguage>('fr', 'en'), (value, language) => {
        let last = 0;
        for (const { start, end, passage, suggestions } of checkFirstPerson(value, language, 'Orvane').findings) {
          expect(value.slice(start, end)).toBe(passage);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(suggestions.length).toBeGreaterThan(0);
          last = end;
        }
      }),
    );
  });

  it.each(['«', '“', '"', '„', '#', 'https://', 'nous le ', 'chez a'])('reads a very long run of %j', (run) => {
    expect(checkFirstPerson(`je ${run.repeat(200_000)}`, 'fr').firstPerson).toBe(true);
  });

  it('reads a very long text', () => {
    const long = 'Nous, « vous le la les n’ chez Orvane '.repeat(20_000);
    expect(checkFirstPerson(long, 'fr').findings.length).toBeGreaterThan(0);
  });
});
