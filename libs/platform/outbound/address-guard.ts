import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { type AllowList, isStandardPort } from './allow-list';

/** Marks a refusal of ours among the errors that node:http reports. */
export class RefusedAddress extends Error {}

// request-filtering-agent takes these for public: IPv6 outside 2000::/3 (among them ::127.0.0.1, IPv4-compatible)
// and the cloud host's agent of Azure.
const DENIED_6 = new BlockList();
DENIED_6.addSubnet('::', 3, 'ipv6');
DENIED_6.addSubnet('4000::', 2, 'ipv6');
DENIED_6.addSubnet('8000::', 1, 'ipv6');
const DENIED_4 = new Set(['168.63.129.16']);

/**
 * An agent for one connection to `host:port`. request-filtering-agent decides on the very address that is
 * connected to, so a name that changes its answer gains nothing; only addresses that the operator
 * allowed are exempted, one by one.
 */
export function guardedAgent(
  secure: boolean,
  host: string,
  port: number,
  allow: AllowList,
  resolve: LookupFunction = systemLookup as LookupFunction,
): { agent: RequestFilteringHttpAgent | RequestFilteringHttpsAgent; lookup: LookupFunction } {
  const exempted: string[] = [];
  const hostAllowed = allow.hostAllowed(host, port);
  const admit = (address: string): RefusedAddress | undefined => {
    if (hostAllowed || allow.addressAllowed(address, port)) {
      exempted.push(address);
      return undefined;
    }
    const denied = isIP(address) === 6 ? DENIED_6.check(address, 'ipv6') : DENIED_4.has(address);
    // A network rule that opens a port opens it for that network only.
    return denied || !isStandardPort(port) ? new RefusedAddress(`${address} is not allowed`) : undefined;
  };
  const options = { keepAlive: false, allowIPAddressList: exempted };
  const agent = secure ? new RequestFilteringHttpsAgent(options) : new RequestFilteringHttpAgent(options);
  if (isIP(host) !== 0) {
    const refusal = admit(host);
    if (refusal) throw refusal;
  }
  return { agent, lookup: guardedLookup(resolve, admit) };
}

function guardedLookup(resolve: LookupFunction, admit: (address: string) => RefusedAddress | undefined): LookupFunction {
  return (hostname: string, options: LookupOptions, done) => {
    resolve(hostname, options, (error, address, family) => {
      if (error) return done(error, address, family);
      const addresses = (Array.isArray(address) ? address : [{ address }]) as Pick<LookupAddress, 'address'>[];
      for (const found of addresses) {
        const refusal = admit(found.address);
        if (refusal) return done(refusal, address, family);
      }
      return done(null, address, family);
    });
  };
}

/** True for a refusal by this guard or by request-filtering-agent, which has no class of its own for it. */
export function isRefusal(error: unknown): boolean {
  return error instanceof RefusedAddress || (error instanceof Error && !('code' in error) && error.message.startsWith('DNS lookup '));
}
