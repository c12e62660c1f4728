import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../src/db/session.ts';
import { readSpecTree } from '../../src/files/read-specs.ts';

let root = '';

function write(file: string, content: string | Buffer): void {
  const place = path.join(root, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'specs-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('readSpecTree', () => {
  it('reads the foundation first, then sections in the order of paths', async () => {
    write('work/specs/project.yaml', 'name: x\n');
    write('work/specs/02-b/z.yaml', 'z');
    write('work/specs/02-b/a.yml', 'a');
    write('work/specs/01-a/deep/m.yaml', 'm');
    write('work/specs/stray.yaml', 's');
    write('work/specs/data/rows.yaml', 'd');
    write('work/specs/.hidden/x.yaml', 'hidden');
    write('work/specs/spec.schema.json', '{}');
    write('work/templates/own/f.sql', '\ufeffbegin\r\nend');
    write('package/templates/foundation/base.yaml', 'f');
    write('package/templates/foundation/f.sql', 'select 1');
    const tree = await readSpecTree(path.join(root, 'work/specs'), path.join(root, 'package'));
    expect(tree.documents.map(({ source, section }) => [source.path, section, source.text])).toEqual([
      ['templates/foundation/base.yaml', null, 'f'],
      ['specs/01-a/deep/m.yaml', '01-a', 'm'],
      ['specs/02-b/a.yml', '02-b', 'a'],
      ['specs/02-b/z.yaml', '02-b', 'z'],
      ['specs/data/rows.yaml', 'data', 'd'],
      ['specs/stray.yaml', '', 's'],
    ]);
    expect([...tree.templates].map(([name, source]) => [name, source.text])).toEqual([
      ['foundation/f.sql', 'select 1'],
      ['own/f.sql', 'begin\nend'],
    ]);
    expect(tree.project).toEqual({ path: 'specs/project.yaml', text: 'name: x\n' });
    expect(tree.columnGroups).toBeNull();
  });

  it('says what to do where there is no spec tree', async () => {
    const missing = readSpecTree(root, root);
    await expect(missing).rejects.toThrow(EnvironmentError);
    await expect(missing).rejects.toMatchObject({ help: expect.stringContaining('project.yaml') });
  });

  it('names the file that is not UTF-8', async () => {
    write('specs/project.yaml', 'name: x\n');
    write('specs/01-a/latin.yaml', Buffer.from([0x63, 0xe9]));
    const failing = readSpecTree(path.join(root, 'specs'), root);
    await expect(failing).rejects.toThrow(/latin\.yaml is not UTF-8/);
    await expect(failing).rejects.toThrow(EnvironmentError);
  });
});
