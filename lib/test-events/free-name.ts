/** `name`, or the first of `name 2`, `name 3` … that is free, cut so that it has at most so many characters. */
export async function freeName(name: string, maxCharacters: number, isTaken: (name: string) => Promise<boolean>): Promise<string> {
  for (let count = 1; ; count += 1) {
    const end = count === 1 ? "" : ` ${count}`;
    const candidate = `${name.slice(0, maxCharacters - end.length)}${end}`;
    if (!(await isTaken(candidate))) return candidate;
  }
}
