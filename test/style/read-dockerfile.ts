/** One instruction of a Dockerfile, with continued lines joined and comments left out. */
export interface Instruction {
  /** In capitals: FROM, COPY ... */
  readonly name: string;
  readonly flags: Readonly<Record<string, string>>;
  /** What follows the flags. */
  readonly argument: string;
}

export function readDockerfile(text: string): Instruction[] {
  return text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readInstruction);
}

function readInstruction(line: string): Instruction {
  const [, name = '', flags = '', argument = ''] = /^(\w+)\s+((?:--\S+\s+)*)(.*)$/.exec(line.trim()) ?? [];
  return {
    name: name.toUpperCase(),
    flags: Object.fromEntries(
      [...flags.matchAll(/--([\w-]+)=?(\S*)/g)].map(([, flag = '', value = '']) => [flag, value]),
    ),
    argument,
  };
}
