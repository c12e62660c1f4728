/**
 * A plan cut into parts that are run one after the other, each by itself and in one transaction: for SQL editors that take
 * only so many bytes and seconds at a time, and for servers whose lock table holds only so much.
 */
import type { TableData } from '../model/data.ts';
import type { Model } from '../model/model.ts';
import { dataBatches } from '../sql/data.ts';
import type { PartLimits } from '../target/target.ts';
import { type Plan, type Step, stepsOf } from './plan.ts';
import { printStep, startsObject } from './print.ts';
import { printData } from './print-data.ts';
import { relationsLocked } from './relations.ts';

/** What is kept together: an object with what hangs on it, or the reference data of a table. */
interface Block {
  readonly text: string;
  readonly kind: 'schema' | 'data';
  /** Names of the tables that it makes, or fills. */
  readonly tables: readonly string[];
  readonly relations: number;
}

export interface Part {
  readonly text: string;
  readonly kind: Block['kind'];
  readonly tables: readonly string[];
  /** That its transaction locks, reckoned on the safe side. */
  readonly relations: number;
}

function blockOfSteps(steps: readonly Step[], model: Model): Block {
  return {
    text: steps.map(printStep).join(''),
    kind: 'schema',
    tables: steps.flatMap(({ change }) =>
      change.kind === 'createTable' && change.table.name.schema !== 'boyfanz' ? [change.table.name.name] : [],
    ),
    relations: steps.reduce((sum, { change }) => sum + relationsLocked(change, model), 0),
  };
}

function blocksOfPlan(plan: Plan, model: Model): readonly Block[] {
  const groups: Step[][] = [];
  for (const step of stepsOf(plan)) {
    const group = groups.at(-1);
    if (group === undefined || startsObject(step)) groups.push([step]);
    else group.push(step);
  }
  return groups.map((steps) => blockOfSteps(steps, model));
}

function blockOfData(data: TableData): Block {
  return { text: printData(dataBatches(data)), kind: 'data', tables: [data.table.name], relations: 10 };
}

/** Of a file: what stands around the work, guard and report. */
const FRAME_BYTES = 5000;

interface Open {
  readonly kind: Block['kind'];
  readonly blocks: Block[];
  bytes: number;
  tables: number;
  relations: number;
}

function takes(open: Open, block: Block, bytes: number, limits: PartLimits): boolean {
  return (
    open.kind === block.kind &&
    open.bytes + bytes <= limits.bytes &&
    open.tables + block.tables.length <= limits.tables &&
    open.relations + block.relations <= limits.relations
  );
}

/**
 * In the order of the plan, each part as full as the limits allow; reference data comes last, in parts of its own. A block
 * that is over a limit by itself gets a part to itself.
 */
export function cutIntoParts(
  plan: Plan,
  model: Model,
  data: readonly TableData[],
  limits: PartLimits,
): readonly Part[] {
  const parts: Open[] = [];
  for (const block of [...blocksOfPlan(plan, model), ...data.map(blockOfData)]) {
    const bytes = Buffer.byteLength(block.text);
    let open = parts.at(-1);
    if (open === undefined || !takes(open, block, bytes, limits)) {
      open = { kind: block.kind, blocks: [], bytes: FRAME_BYTES, tables: 0, relations: 0 };
      parts.push(open);
    }
    open.blocks.push(block);
    open.bytes += bytes;
    open.tables += block.tables.length;
    open.relations += block.relations;
  }
  return parts.map(({ kind, blocks, relations }) => ({
    text: blocks.map(({ text }) => text).join(''),
    kind,
    tables: blocks.flatMap(({ tables }) => tables),
    relations,
  }));
}
