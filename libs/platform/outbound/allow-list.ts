import { BlockList, isIP } from 'node:net';

const DEFAULT_PORTS = new Set([80, 443]);

interface Rule {
  /** undefined: the two standard ports; '*': any port. */
  port: number | '*' | undefined;
  host?: string;
  suffix?: string;
  network?: BlockList;
}

/** What the operator opened beyond the public Internet on ports 80 and 443. */
export interface AllowList {
  /** May a URL name this port at all? Address rules count, since the address is known only once resolved. */
  portAllowed(host: string, port: number): boolean;
  /** The host itself is named for this port: any address it resolves to is accepted. */
  hostAllowed(host: string, port: number): boolean;
  /** The address lies in an allowed network for this port. */
  addressAllowed(address: string, port: number): boolean;
}

/** True for 80 and 443. */
export function isStandardPort(port: number): boolean {
  return DEFAULT_PORTS.has(port);
}

/** `a.example.` and `A.example` are one host; brackets of IPv6 literals go. */
export function normaliseHost(host: string): string {
  return host.toLowerCase().replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/**
 * Reads OUTBOUND_ALLOW: entries parted by commas, each a host, `*.suffix`, address or CIDR network,
 * with an optional `:port` or `:*` (IPv6 with a port goes in brackets: `[fd00::/8]:8080`).
 * Without a port an entry opens 80 and 443. Throws an Error naming the entry that cannot be read.
 */
export function parseAllowList(text: string | undefined): AllowList {
  const rules = (text ?? '').split(',').map((entry) => entry.trim()).filter(Boolean).map(parseRule);
  const portMatches = (rule: Rule, port: number) =>
    rule.port === '*' || (rule.port === undefined ? isStandardPort(port) : rule.port === port);
  const hostMatches = (rule: Rule, host: string) =>
    rule.host === host || (rule.suffix !== undefined && host.endsWith(rule.suffix));
  return {
    portAllowed: (host, port) =>
      isStandardPort(port) || rules.some((rule) => portMatches(rule, port) && (rule.network !== undefined || hostMatches(rule, normaliseHost(host)))),
    hostAllowed: (host, port) => rules.some((rule) => portMatches(rule, port) && hostMatches(rule, normaliseHost(host))),
    addressAllowed: (address, port) => {
      const family = isIP(address);
      if (family === 0) return false;
      return rules.some((rule) => portMatches(rule, port) && rule.network?.check(address, family === 6 ? 'ipv6' : 'ipv4') === true);
    },
  };
}

function parseRule(entry: string): Rule {
  const { target, port } = splitPort(entry);
  const [base = '', prefix, ...rest] = target.split('/');
  if (rest.length > 0) throw invalid(entry);
  const family = isIP(base);
  if (family !== 0) return { port, network: network(entry, base, family, prefix) };
  if (prefix !== undefined || !/^(\*?\.)?[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*\.?$/u.test(base)) throw invalid(entry);
  const host = normaliseHost(base);
  return host.startsWith('*.') || host.startsWith('.') ? { port, suffix: host.replace(/^\*/, '') } : { port, host };
}

function splitPort(entry: string): { target: string; port: Rule['port'] } {
  const bracketed = /^\[([^\]]+)\](?::(\d+|\*))?$/.exec(entry);
  const plain = /^([^:[\]]+)(?::(\d+|\*))?$/.exec(entry);
  const match = bracketed ?? plain;
  if (!match) {
    if (isIP(entry.split('/')[0] ?? '') === 6) return { target: entry, port: undefined };
    throw invalid(entry);
  }
  const [, target = '', port] = match;
  if (port === undefined || port === '*') return { target, port };
  if (Number(port) < 1 || Number(port) > 65_535) throw invalid(entry);
  return { target, port: Number(port) };
}

function network(entry: string, base: string, family: number, prefix: string | undefined): BlockList {
  const widest = family === 6 ? 128 : 32;
  if (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) throw invalid(entry);
  const bits = prefix === undefined ? widest : Number(prefix);
  if (bits > widest) throw invalid(entry);
  const list = new BlockList();
  list.addSubnet(base, bits, family === 6 ? 'ipv6' : 'ipv4');
  return list;
}

function invalid(entry: string): Error {
  return new Error(`OUTBOUND_ALLOW: "${entry}" is not a host, an address or a CIDR network with an optional port`);
}
