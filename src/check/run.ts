/**
 * The check stage: all rules over one Model, minus what specs allow with a reason. An allowance that excuses nothing is
 * reported, so that the list of exceptions stays true.
 */
import { keyOf } from '../model/keys.ts';
import { displayName } from '../model/name.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { didYouMean } from '../text/suggest.ts';
import { finding } from './finding.ts';
import { RULES } from './list.ts';
import { lookupOf } from './lookup.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { STALE_ALLOW } from './stale-allow.ts';

/**
 * Rules whose findings depend on the target: what one target needs an allowance for, another one does not, and the spec
 * is the same. Such an allowance is never called stale.
 */
const DEPENDING_ON_TARGET: ReadonlySet<string> = new Set([
  'feature-newer-than-target',
  'unknown-extension-feature',
  'hypertable-with-row-security',
  'partitions-not-distributable',
]);

function toDiagnostic(rule: Pick<Rule, 'code' | 'severity'>, found: Finding): Diagnostic {
  const { message, help, span, related } = found;
  return { code: rule.code, severity: rule.severity, message, help, span, related };
}

function staleAllowances(context: RuleContext, used: ReadonlySet<string>): readonly Diagnostic[] {
  const codes = RULES.map((rule) => rule.code);
  return lookupOf(context.model).tables.flatMap((table) => {
    const allowed = [...(context.info.get(keyOf(table))?.allow.keys() ?? [])];
    return allowed.flatMap((code) => {
      const isKnown = codes.includes(code);
      if (isKnown && (used.has(`${code} ${keyOf(table)}`) || DEPENDING_ON_TARGET.has(code))) return [];
      const name = displayName(table.name);
      const stale = finding(context, table, {
        place: `allow.${code}`,
        message: isKnown
          ? `${name} allows ${code}, but there is nothing to excuse.`
          : `${name} allows ${code}, which is no rule.`,
        help: isKnown ? `remove ${code} from allow.` : (didYouMean(code, codes) ?? 'see docs/rules.md for the rules.'),
      });
      return [toDiagnostic(STALE_ALLOW, stale)];
    });
  });
}

/**
 * Runs every rule for the context's target.
 *
 * The Model should come from specs without errors of their own: what was left out of it is missed here as well.
 *
 * @returns findings in the order of `RULES`, then of the Model, without those that the table's `allow:` names; then the
 *   allowances that are stale.
 */
export function checkModel(context: RuleContext): readonly Diagnostic[] {
  const used = new Set<string>();
  const isAllowed = (rule: Rule, found: Finding): boolean => {
    if (context.info.get(found.object)?.allow.has(rule.code) !== true) return false;
    used.add(`${rule.code} ${found.object}`);
    return true;
  };
  const diagnostics = RULES.flatMap((rule) =>
    rule
      .check(context)
      .filter((found) => !isAllowed(rule, found))
      .map((found) => toDiagnostic(rule, found)),
  );
  return [...diagnostics, ...staleAllowances(context, used)];
}
