import type { Access, PiiClass } from '../../model/info.ts';
import { keyOf } from '../../model/keys.ts';
import { displayName, type Ident } from '../../model/name.ts';
import { finding } from '../finding.ts';
import { baseType } from '../lookup.ts';
import type { Rule } from '../rule.ts';
import { overColumns } from '../walk.ts';

interface Sign {
  readonly pii: PiiClass;
  readonly pattern: RegExp;
  readonly types: ReadonlySet<string>;
  /** What anybody may read, such as where an event takes place, is no secret of a person. */
  readonly unlessPublic: boolean;
}

const TEXTS = ['text', 'character varying', 'character', 'citext', 'bytea', 'jsonb', 'json'];

function sign(pii: PiiClass, words: string, types: readonly string[], unlessPublic = false): Sign {
  const alternatives = words.trim().split(/\s+/).join('|');
  return { pii, pattern: new RegExp(`(^|_)(${alternatives})$`), types: new Set(types), unlessPublic };
}

/** By the last words of the name; ids, flags and counts of such things tell nothing. */
const SIGNS: readonly Sign[] = [
  sign(
    'secret',
    '(token|secret|password|passphrase|passcode|otp|private_key|api_key|recovery_code)(_hash|_enc)?',
    TEXTS,
  ),
  sign(
    'contact',
    'e?mail e_mail email_address phone phone_number mobile msisdn e164 address street postal_code postcode zip_code',
    TEXTS,
  ),
  sign(
    'identity',
    'legal_name first_name last_name full_name real_name birth_name former_name passport id_number user_agent',
    TEXTS,
  ),
  sign('identity', 'born_on birth_date birthday dob date_of_birth', [...TEXTS, 'date']),
  sign('identity', 'ip ip_address ip_prefix', ['inet', 'cidr', ...TEXTS]),
  sign('identity', 'latitude longitude', ['double precision', 'real', 'numeric'], true),
  sign('financial', 'iban card_number account_number tax_id tin vat_id ssn', TEXTS),
  sign('identity', '\\w*_(enc|bidx)', ['bytea']),
];

/** One look at most names. */
const ANY_SIGN = new RegExp(SIGNS.map(({ pattern }) => pattern.source).join('|'));

function isPublic(access: Access | null): boolean {
  return access !== null && (access.owner === null || access.words.select.includes('anyone'));
}

function signOf(name: Ident, type: string, access: Access | null): Sign | undefined {
  return SIGNS.find(
    ({ pattern, types, unlessPublic }) => types.has(type) && pattern.test(name) && !(unlessPublic && isPublic(access)),
  );
}

export const personalDataUnclassed: Rule = {
  code: 'personal-data-unclassed',
  severity: 'error',
  problem:
    'Personal data that no spec calls so is left behind when a person is erased, and shows up in exports, logs and copies.',
  instead: 'Add `pii:` with contact, identity, special, secret or financial; say in `allow` when it is no person’s.',
  check: overColumns((column, table, context) => {
    const info = context.info.get(keyOf(table));
    if (info === undefined || info.pii.has(column.name) || !ANY_SIGN.test(column.name)) return null;
    const found = signOf(column.name, baseType(context.model, column.type).name, info.access);
    if (found === undefined) return null;
    return finding(context, table, {
      place: `columns.${column.name}`,
      message: `${displayName(table.name)}.${column.name} looks like personal data, but has no class.`,
      help: `add \`pii: ${found.pii}\`, or say in \`allow\` why it tells nothing about a person.`,
    });
  }),
};
