/** What a fixture says about itself: `# expect: code, code` speaks of its own line, `# expect-next: …` of the next. */

/** @returns `LINE code` for each */
export function expectations(text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const match = /\bexpect(-next)?: ([a-z, -]+)/.exec(line);
    const codes = match?.[2]?.split(',').map((code) => code.trim()) ?? [];
    return codes.map((code) => `${index + (match?.[1] === undefined ? 1 : 2)} ${code}`);
  });
}
