/** The matrix is made beside the grants: a yes without its grant, or the other way round, would be a lie. */
import { expect, it } from 'vitest';
import { tablesOf } from '../../src/model/keys.ts';
import { displayName } from '../../src/model/name.ts';
import { accessMatrix } from '../../src/spec/access-matrix.ts';
import { TARGETS } from '../../src/target/list.ts';
import { compiledSpecs } from '../foundation/foundation-script.ts';

it('says yes where a role has a grant, and nowhere else', async () => {
  const { model, info } = await compiledSpecs();
  const { roles } = TARGETS.postgres;
  if (roles === null) throw new Error('The target has no roles');
  const matrix = accessMatrix(model, info, roles);
  const said = matrix.flatMap(({ name, kind, cells }) =>
    kind === 'view' ? [] : cells.map(({ role, verb, without }) => `${name} ${role} ${verb} ${without.length === 0}`),
  );
  const granted = tablesOf(model).flatMap((table) =>
    table.grants.map(
      ({ role, privilege, columns }) => `${displayName(table.name)} ${role} ${privilege} ${columns === null}`,
    ),
  );
  expect(said.sort()).toEqual(granted.sort());
  expect(matrix.flatMap(({ cells }) => cells).filter(({ reasons }) => reasons.length === 0)).toEqual([]);
  expect(matrix.flatMap(({ policies }) => policies)).toEqual([]);
});
