import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveName } from '../../src/model/derive-name.ts';
import { runs } from '../properties/seed.ts';

const LONG = 'user_identity_verification_provider_responses';

describe('deriveName', () => {
  it('is what PostgreSQL would choose, while it fits', () => {
    expect(deriveName('users', [], 'pkey')).toBe('users_pkey');
    expect(deriveName('users', ['email'], 'key')).toBe('users_email_key');
    expect(deriveName('t', ['a', 'b'], 'fkey_idx')).toBe('t_a_b_fkey_idx');
  });

  it('shortens to 63 bytes with a hash that never changes', () => {
    expect(deriveName(LONG, ['verification_request_id'], 'fkey')).toBe(
      'user_identity_verification_provider_responses_ver_013c01d4_fkey',
    );
  });

  it('counts bytes, cuts no character, and keeps different names apart', () => {
    // The replacement character stands for a cut one below, so no name brings it along.
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => !/[\0\ufffd]/.test(text));
    fc.assert(
      fc.property(
        name,
        fc.array(name, { maxLength: 4 }),
        fc.constantFrom('pkey', 'key', 'fkey_idx'),
        (table, columns, suffix) => {
          const derived = deriveName(table, columns, suffix);
          expect(Buffer.byteLength(derived)).toBeLessThanOrEqual(63);
          expect(derived.endsWith(`_${suffix}`)).toBe(true);
          expect(derived).not.toContain('\ufffd');
          const whole = [table, ...columns, suffix].join('_');
          if (Buffer.byteLength(whole) > 63) expect(deriveName(table, [...columns, 'x'], suffix)).not.toBe(derived);
        },
      ),
      runs(100),
    );
  });
});
