/** Enums and domains. */
import type { EnumPlace } from '../diff/change.ts';
import type { DomainCheck, DomainDef, EnumDef } from '../model/model.ts';
import type { QName } from '../model/name.ts';
import { EMPTY, id, join, list, lit, qualified, raw, type Sql, sql } from './text.ts';
import { typeSql } from './type.ts';

export function createEnum(definition: EnumDef): Sql {
  return sql`create type ${qualified(definition.name)} as enum (${list(definition.values.map((value) => lit(value.label)))})`;
}

export function addEnumValue(name: QName, label: string, place: EnumPlace): Sql {
  const where = place.kind === 'end' ? EMPTY : sql`${raw(place.kind)} ${lit(place.label)}`;
  return join([sql`alter type ${qualified(name)} add value ${lit(label)}`, where], ' ');
}

export function renameEnumValue(name: QName, from: string, to: string): Sql {
  return sql`alter type ${qualified(name)} rename value ${lit(from)} to ${lit(to)}`;
}

function domainCheck(check: DomainCheck): Sql {
  return sql`constraint ${id(check.name)} check (${raw(check.expr)})`;
}

export function createDomain(domain: DomainDef): Sql {
  return join(
    [
      sql`create domain ${qualified(domain.name)} as ${typeSql(domain.type)}`,
      domain.collation === null ? EMPTY : sql`collate ${qualified(domain.collation)}`,
      domain.default === null ? EMPTY : sql`default ${raw(domain.default)}`,
      raw(domain.nullable ? '' : 'not null'),
      ...domain.checks.map(domainCheck),
    ],
    ' ',
  );
}

function alterDomain(domain: QName, action: Sql): Sql {
  return sql`alter domain ${qualified(domain)} ${action}`;
}

export function setDomainDefault(domain: QName, value: string | null): Sql {
  return alterDomain(domain, value === null ? raw('drop default') : sql`set default ${raw(value)}`);
}

export function setDomainNullable(domain: QName, nullable: boolean): Sql {
  return alterDomain(domain, raw(nullable ? 'drop not null' : 'set not null'));
}

export function addDomainCheck(domain: QName, check: DomainCheck): Sql {
  return alterDomain(domain, sql`add ${domainCheck(check)}`);
}

export function dropDomainCheck(domain: QName, check: DomainCheck): Sql {
  return alterDomain(domain, sql`drop constraint ${id(check.name)}`);
}
