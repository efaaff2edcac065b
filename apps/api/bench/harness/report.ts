import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type as system } from 'node:os';
import type { Comparison } from './compare';

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** Three significant digits. */
export const figure = (value: number): string => (Math.abs(value) >= 1000 ? whole.format(value) : number.format(value));

type Cell = string | number | null;

interface Aim {
  what: string;
  aim: string;
  measured: string;
  reached: boolean;
}

/** The part of the report that one benchmark writes. */
export class Section {
  private readonly aims: Aim[] = [];
  private readonly blocks: string[] = [];

  constructor(
    private readonly name: string,
    private readonly title: string,
  ) {}

  /** An aim with what was measured; `unit` after both ("x", "ms"). */
  atLeast(what: string, aim: number, measured: number, unit = 'x'): void {
    this.aims.push({ what, aim: `at least ${figure(aim)} ${unit}`, measured: `${figure(measured)} ${unit}`, reached: measured >= aim });
  }

  atMost(what: string, aim: number, measured: number, unit = 'x'): void {
    this.aims.push({ what, aim: `at most ${figure(aim)} ${unit}`, measured: `${figure(measured)} ${unit}`, reached: measured <= aim });
  }

  /** An aim that is said in words. */
  aim(what: string, aim: string, measured: string, reached: boolean): void {
    this.aims.push({ what, aim, measured, reached });
  }

  text(paragraph: string): void {
    this.blocks.push(paragraph);
  }

  table(head: string[], rows: Cell[][]): void {
    this.blocks.push(markdown(head, rows));
  }

  /** Medians of each side. */
  comparison(caption: string, comparison: Comparison): void {
    const rows = [...comparison.rounds.keys()].map((side): Cell[] => [
      side,
      comparison.of(side, ({ rate }) => rate),
      comparison.of(side, ({ p50 }) => p50),
      comparison.of(side, ({ p99 }) => p99),
      comparison.of(side, ({ serverCpu }) => serverCpu),
      comparison.of(side, ({ postgresCpu }) => postgresCpu ?? NaN),
    ]);
    this.blocks.push(`${caption}\n\n${markdown(['', 'requests/s', 'p50 ms', 'p99 ms', 'server CPU µs/request', 'PostgreSQL CPU µs/request'], rows)}`);
  }

  get missed(): string[] {
    return this.aims.filter(({ reached }) => !reached).map(({ what, aim, measured }) => `${what}: ${aim}, measured ${measured}`);
  }

  toString(rounds: string): string {
    const aims = markdown(['', 'aim', 'measured', ''], this.aims.map(({ what, aim, measured, reached }) => [what, aim, measured, reached ? 'reached' : '**missed**']));
    const load = loadavg().map((value) => value.toFixed(1)).join(', ');
    const when = `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${rounds}; load average of the machine at the end ${load}.`;
    return [`## ${this.title}`, `<!-- ${this.name} -->`, when, ...(this.aims.length ? [aims] : []), ...this.blocks].join('\n\n');
  }
}

function markdown(head: string[], rows: Cell[][]): string {
  const line = (cells: Cell[]) => `| ${cells.map((cell) => (cell === null || Number.isNaN(cell) ? '—' : typeof cell === 'number' ? figure(cell) : cell)).join(' | ')} |`;
  return [line(head), `|${head.map((_, at) => (at ? '---:' : '---')).join('|')}|`, ...rows.map(line)].join('\n');
}

/** Writes the sections into the report; those of benchmarks that did not run now stay as they are. */
export function writeReport(file: string, order: string[], sections: Map<string, string>, postgres: string): void {
  const known = new Map<string, string>();
  if (existsSync(file)) {
    for (const part of readFileSync(file, 'utf8').split(/^(?=## )/m).slice(1)) {
      const name = /^<!-- (\w[\w-]*) -->$/m.exec(part)?.[1];
      if (name) known.set(name, part.trimEnd());
    }
  }
  const [cpu] = cpus();
  const machine = [
    ['processor', `${cpu?.model.trim() ?? 'unknown'}, ${cpus().length} cores`],
    ['memory', `${whole.format(totalmem() / 2 ** 30)} GiB`],
    ['system', `${system()} ${release()}`],
    ['Node', process.version],
    ['PostgreSQL', postgres],
  ];
  const intro = `# Measured speed

Written by \`npm run bench\` (the files here say how). Ours, a peer and the limit run one after the other in each round, against the same tables, once their answers have been found equal; a ratio is the median of the ratios of one round. Client, servers and PostgreSQL share the machine's cores, so that only ratios tell something elsewhere. CPU is what /proc counts for the server's process and for all of PostgreSQL's.

${markdown(['', ''], machine)}`;
  const parts = order.flatMap((name) => sections.get(name) ?? known.get(name) ?? []);
  writeFileSync(file, `${[intro, ...parts].join('\n\n')}\n`);
}
