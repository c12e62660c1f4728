/** The audit log, whose entries carry the hash of the one before: where its chains are whole, and where not. */
import { EnvironmentError, type Row, type Session } from './session.ts';

export interface AuditChain {
  readonly chain: number;
  /** Entries that there should be, by the head of the chain. */
  readonly length: number;
  /** Entries before this one were dropped, and a checkpoint covers them; 1 when none were. */
  readonly from: number;
  readonly broken: BrokenEntry | null;
}

/** The first entry of a chain that is not as it was written. What comes behind it proves nothing any more. */
export interface BrokenEntry {
  readonly seq: number;
  readonly reason: 'changed' | 'missing' | 'does not follow the one before' | 'the chain has lost its head';
  /** When it says that it happened; `null` when it is missing. */
  readonly occurredAt: string | null;
}

const PRESENT = `select to_regprocedure('boyfanz.first_broken_audit_entry(smallint,bigint)') is not null`;

/**
 * Chains are numbered from 0 to 31. One starts at 1, or behind what a signed checkpoint covers: partitions past their keep
 * are dropped.
 */
const CHAINS = `
  select c.chain, coalesce(h.last_seq, 0), s.start, b.seq, h.chain_id is null, e.chain_id is null, e.occurred_at,
    -- Hashed as a session is pinned: in UTC, with hexadecimal bytes.
    e.entry_hash <> boyfanz.audit_entry_hash(to_jsonb(e))
  from (select n::smallint as chain from generate_series(0, 31) as n) as c
    left join public.audit_chain_heads h on h.chain_id = c.chain
    cross join lateral (select min(seq) as seq from public.audit_log_entries where chain_id = c.chain) as f
    cross join lateral (
      select case when f.seq > 1 and exists (
        select from public.audit_checkpoints p where p.chain_id = c.chain and p.to_seq >= f.seq - 1) then f.seq else 1 end as start) as s
    cross join lateral (
      select case when h.chain_id is null then f.seq else boyfanz.first_broken_audit_entry(c.chain, s.start) end as seq) as b
    left join public.audit_log_entries e on e.chain_id = c.chain and e.seq = b.seq
  where h.chain_id is not null or f.seq is not null
  order by 1`;

function chainOf([chain, length, from, seq, isHeadless, isMissing, occurredAt, isChanged]: Row): AuditChain {
  const reason =
    isHeadless === 't'
      ? 'the chain has lost its head'
      : isMissing === 't'
        ? 'missing'
        : isChanged === 't'
          ? 'changed'
          : 'does not follow the one before';
  const broken: BrokenEntry | null =
    seq === null || seq === undefined ? null : { seq: Number(seq), reason, occurredAt: occurredAt ?? null };
  return { chain: Number(chain), length: Number(length), from: Number(from), broken };
}

/**
 * Every chain that has entries, in order; reads the whole log, and changes nothing. What is appended meanwhile is not
 * looked at.
 *
 * @throws DatabaseError; EnvironmentError where the schema has not been applied
 */
export async function auditChains(session: Session): Promise<readonly AuditChain[]> {
  const [row] = await session.query(PRESENT);
  if (row?.[0] !== 't') {
    throw new EnvironmentError(
      `${session.description} does not have the function boyfanz.first_broken_audit_entry.`,
      'Run boyfanz-schema apply first.',
    );
  }
  return (await session.query(CHAINS)).map(chainOf);
}
