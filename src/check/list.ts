/**
 * Every rule, in the order in which findings are of use: what cannot work at all, then names, then what is missing, then
 * what works and should not.
 */
import type { Rule } from './rule.ts';
import { accessThroughClosedTable } from './rules/access-through-closed-table.ts';
import { bodyMisreadByEditor } from './rules/body-misread-by-editor.ts';
import { cascadeIntoKeptRows } from './rules/cascade-into-kept-rows.ts';
import { changeWithoutRead } from './rules/change-without-read.ts';
import { checkNotImmutable } from './rules/check-not-immutable.ts';
import { checkPassesOnNull } from './rules/check-passes-on-null.ts';
import { coLocationBroken } from './rules/co-location-broken.ts';
import { conditionWithoutReader } from './rules/condition-without-reader.ts';
import { continuousAggregateRefused } from './rules/continuous-aggregate-refused.ts';
import { definerInExposedSchema } from './rules/definer-in-exposed-schema.ts';
import { distributionKeyInUnique } from './rules/distribution-key-in-unique.ts';
import { distributionKeyUnfit } from './rules/distribution-key-unfit.ts';
import { duplicateIndex } from './rules/duplicate-index.ts';
import { duplicateValue } from './rules/duplicate-value.ts';
import { encryptedColumnOpen } from './rules/encrypted-column-open.ts';
import { erasureUnstated } from './rules/erasure-unstated.ts';
import { featureNewerThanTarget } from './rules/feature-newer-than-target.ts';
import { foreignKeyAcrossServers } from './rules/foreign-key-across-servers.ts';
import { foreignKeyIntoTimePartitioned } from './rules/foreign-key-into-time-partitioned.ts';
import { foreignKeyTypeMismatch } from './rules/foreign-key-type-mismatch.ts';
import { foreignKeyWithoutIndex } from './rules/foreign-key-without-index.ts';
import { foreignKeyWithoutUniqueTarget } from './rules/foreign-key-without-unique-target.ts';
import { functionWithoutSearchPath } from './rules/function-without-search-path.ts';
import { hypertableOpenToPeople } from './rules/hypertable-open-to-people.ts';
import { hypertableWithRowSecurity } from './rules/hypertable-with-row-security.ts';
import { identityTooSmallToSpread } from './rules/identity-too-small-to-spread.ts';
import { jsonInsteadOfJsonb } from './rules/json-instead-of-jsonb.ts';
import { logWithoutRetention } from './rules/log-without-retention.ts';
import { moneyCascade } from './rules/money-cascade.ts';
import { moneyNotBigint } from './rules/money-not-bigint.ts';
import { moneyWithoutCurrency } from './rules/money-without-currency.ts';
import { nameCollision } from './rules/name-collision.ts';
import { namePromisesType } from './rules/name-promises-type.ts';
import { nameStyle } from './rules/name-style.ts';
import { nameTooLong } from './rules/name-too-long.ts';
import { needlessScaleDrop } from './rules/needless-scale-drop.ts';
import { overlappingPolicies } from './rules/overlapping-policies.ts';
import { ownerPathBroken } from './rules/owner-path-broken.ts';
import { partitionInExposedSchema } from './rules/partition-in-exposed-schema.ts';
import { partitionKeyInUnique } from './rules/partition-key-in-unique.ts';
import { partitionsNotDistributable } from './rules/partitions-not-distributable.ts';
import { personalDataUnclassed } from './rules/personal-data-unclassed.ts';
import { policyAcrossServers } from './rules/policy-across-servers.ts';
import { policyAlwaysTrue } from './rules/policy-always-true.ts';
import { policyColumnWithoutIndex } from './rules/policy-column-without-index.ts';
import { policyOnTableWithoutRowSecurity } from './rules/policy-on-table-without-row-security.ts';
import { policyReadsParentWhole } from './rules/policy-reads-parent-whole.ts';
import { policyTrustsClaims } from './rules/policy-trusts-claims.ts';
import { redundantIndex } from './rules/redundant-index.ts';
import { redundantUnique } from './rules/redundant-unique.ts';
import { referenceUndocumented } from './rules/reference-undocumented.ts';
import { reservedWord } from './rules/reserved-word.ts';
import { rollingWithoutOverflow } from './rules/rolling-without-overflow.ts';
import { secretAsText } from './rules/secret-as-text.ts';
import { secretReadable } from './rules/secret-readable.ts';
import { sensitiveColumnOpen } from './rules/sensitive-column-open.ts';
import { serialType } from './rules/serial-type.ts';
import { setNullBreaksCheck } from './rules/set-null-breaks-check.ts';
import { setNullOnNotNull } from './rules/set-null-on-not-null.ts';
import { setNullRefused } from './rules/set-null-refused.ts';
import { similarTables } from './rules/similar-tables.ts';
import { softReferenceUnknown } from './rules/soft-reference-unknown.ts';
import { tableNameNotPlural } from './rules/table-name-not-plural.ts';
import { tableWithoutAccess } from './rules/table-without-access.ts';
import { tableWithoutComment } from './rules/table-without-comment.ts';
import { tableWithoutOwner } from './rules/table-without-owner.ts';
import { tableWithoutPrimaryKey } from './rules/table-without-primary-key.ts';
import { tableWithoutVolume } from './rules/table-without-volume.ts';
import { timestampWithoutTimeZone } from './rules/timestamp-without-time-zone.ts';
import { triggerAcrossServers } from './rules/trigger-across-servers.ts';
import { unknownExtensionFeature } from './rules/unknown-extension-feature.ts';
import { unknownReference } from './rules/unknown-reference.ts';

export const RULES: readonly Rule[] = [
  unknownReference,
  serialType,
  foreignKeyTypeMismatch,
  foreignKeyWithoutUniqueTarget,
  foreignKeyWithoutIndex,
  foreignKeyIntoTimePartitioned,
  softReferenceUnknown,
  referenceUndocumented,
  nameCollision,
  nameTooLong,
  nameStyle,
  tableNameNotPlural,
  namePromisesType,
  reservedWord,
  tableWithoutComment,
  tableWithoutPrimaryKey,
  tableWithoutAccess,
  tableWithoutOwner,
  ownerPathBroken,
  tableWithoutVolume,
  similarTables,
  duplicateIndex,
  redundantIndex,
  redundantUnique,
  partitionKeyInUnique,
  distributionKeyUnfit,
  coLocationBroken,
  distributionKeyInUnique,
  foreignKeyAcrossServers,
  partitionsNotDistributable,
  identityTooSmallToSpread,
  triggerAcrossServers,
  policyAcrossServers,
  needlessScaleDrop,
  logWithoutRetention,
  rollingWithoutOverflow,
  setNullOnNotNull,
  setNullBreaksCheck,
  setNullRefused,
  moneyNotBigint,
  moneyWithoutCurrency,
  moneyCascade,
  cascadeIntoKeptRows,
  timestampWithoutTimeZone,
  jsonInsteadOfJsonb,
  secretAsText,
  erasureUnstated,
  personalDataUnclassed,
  policyColumnWithoutIndex,
  policyReadsParentWhole,
  policyOnTableWithoutRowSecurity,
  hypertableWithRowSecurity,
  hypertableOpenToPeople,
  continuousAggregateRefused,
  functionWithoutSearchPath,
  bodyMisreadByEditor,
  checkNotImmutable,
  checkPassesOnNull,
  duplicateValue,
  unknownExtensionFeature,
  featureNewerThanTarget,
  policyAlwaysTrue,
  overlappingPolicies,
  definerInExposedSchema,
  policyTrustsClaims,
  secretReadable,
  sensitiveColumnOpen,
  encryptedColumnOpen,
  partitionInExposedSchema,
  accessThroughClosedTable,
  changeWithoutRead,
  conditionWithoutReader,
];
