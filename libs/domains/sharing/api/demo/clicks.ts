import type { Random } from './random';
import type { DemoClick, DemoClickReason, DemoShare, DemoShareNetwork } from './story';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** Mean number of people who follow a link, by network. */
const REACH: Readonly<Record<DemoShareNetwork, number>> = {
  LINKEDIN: 7.5, X: 2.8, FACEBOOK: 3.6, WHATSAPP: 3.5, MASTODON: 4.2, BLUESKY: 4, THREADS: 2, EMAIL: 2,
};

const CRAWLERS: Readonly<Record<DemoShareNetwork, string>> = {
  LINKEDIN: 'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
  X: 'Twitterbot/1.0',
  FACEBOOK: 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  WHATSAPP: 'WhatsApp/2.23.20.0',
  MASTODON: 'http.rb/5.1.1 (Mastodon/4.3.0; +https://mastodon.test/) Bot',
  BLUESKY: 'Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)',
  THREADS: 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  EMAIL: 'Mozilla/5.0 (compatible; GoogleImageProxy; bot)',
};

const BROWSERS = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:132.0) Gecko/20100101 Firefox/132.0',
] as const;

/**
 * Everything that hits the link of a posted share until now: crawlers and HEAD checks in the first minute, sometimes
 * the member themselves, then people over a day or so, some of whom click twice within the hour.
 * @param people expected number of visitors relative to the network's own mean
 */
export function clicksOf(random: Random, share: DemoShare, people: number, now: Date): DemoClick[] {
  const clicks: DemoClick[] = [];
  const add = (delayMs: number, reason: DemoClickReason, userAgent: string, visitor: string): void => {
    const at = new Date(share.at.getTime() + Math.round(delayMs));
    if (at <= now) clicks.push({ share: share.key, at, method: reason === 'HEAD' ? 'HEAD' : 'GET', userAgent, visitor: `${share.key}/${visitor}`, reason });
  };
  const browser = (): string => random.pick(BROWSERS) ?? BROWSERS[0];

  const crawlers = 1 + Math.floor(random.between(0, 3));
  for (let index = 0; index < crawlers; index++) add(random.between(1, 60) * SECOND, 'BOT', CRAWLERS[share.network], `crawler-${index}`);
  if (random.chance(0.6)) add(random.between(1, 20) * SECOND, 'HEAD', browser(), 'check');
  if (random.chance(0.35)) add(random.between(15, 90) * SECOND, 'OWN', browser(), 'self');

  const visitors = Math.floor(random.exponential(REACH[share.network] * people) + 0.5);
  for (let index = 0; index < visitors; index++) {
    const delay = 90 * SECOND + random.exponential(16 * HOUR);
    const userAgent = browser();
    add(delay, 'VALID', userAgent, `visitor-${index}`);
    const again = delay + random.between(5, 240) * SECOND;
    // A second click only counts as a duplicate inside the same hour of the clock.
    const sameHour = Math.floor((share.at.getTime() + delay) / HOUR) === Math.floor((share.at.getTime() + again) / HOUR);
    if (random.chance(0.25) && sameHour) add(again, 'DUPLICATE', userAgent, `visitor-${index}`);
  }
  return clicks;
}
