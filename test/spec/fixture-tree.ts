/** Spec trees for tests: the base of fixtures, with files added to it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SpecTree } from '../../src/spec/tree.ts';
import type { Source } from '../../src/text/source.ts';

export const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));

function source(file: string): Source {
  return { path: `specs/${file}`, text: readFileSync(path.join(FIXTURES, 'specs-base', file), 'utf8') };
}

const BASE = {
  project: source('project.yaml'),
  columnGroups: source('column-groups.yaml'),
  base: { source: source('01-people/base.yaml'), section: '01-people' },
};

/** The same, for a platform whose people can be erased. */
export function erasing(tree: SpecTree): SpecTree {
  const text = `${tree.project.text}erasure: { people: users, domains: { 01-people: account } }\n`;
  return { ...tree, project: { ...tree.project, text } };
}

export const FIXTURE_PATH = 'specs/01-people/fixture.yaml';

/** The base and one more spec. */
export function treeWith(text: string, section = '01-people'): SpecTree {
  return {
    project: BASE.project,
    columnGroups: BASE.columnGroups,
    documents: [BASE.base, { source: { path: FIXTURE_PATH, text }, section }],
    templates: new Map(),
  };
}
