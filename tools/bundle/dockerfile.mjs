import * as fs from 'node:fs';

/**
 * The instructions of docker/Dockerfile by stages, the last of which is the image.
 *
 * @returns {{ name?: string, from: string, instructions: { keyword: string, args: string }[] }[]}
 */
export function stages(file = 'docker/Dockerfile') {
  const text = fs.readFileSync(file, 'utf8').replace(/^\s*#.*\n/gm, '').replace(/\\\n/g, ' ');
  const found = [];
  for (const line of text.split('\n').filter((each) => each.trim())) {
    const [, keyword, args] = /^\s*([A-Z]+)\s+(.*)$/.exec(line);
    if (keyword === 'FROM') {
      const [from, , name] = args.split(/\s+/);
      found.push({ from, name, instructions: [] });
    } else found.at(-1).instructions.push({ keyword, args });
  }
  return found;
}

/** What an instruction in the JSON form runs. */
export const words = (args) => JSON.parse(args.slice(args.indexOf('[')));
