/**
 * Values that no check says enough about, set when the rest of the row is known. The last resort: everything else is
 * drawn from the Model.
 */
import type { Row } from './evaluate.ts';
import type { Random } from './random.ts';
import type { TablePlan } from './table-plan.ts';
import type { Value } from './value.ts';

type Adjust = (value: (column: string) => Value, random: Random) => Readonly<Record<string, Value>>;

const ADJUSTMENTS: Readonly<Record<string, Adjust>> = {
  // The frame of an area holds its centroid; operators of boxes are not evaluated here.
  geo_areas: (value, random) => {
    const x = Number(value('centroid_longitude'));
    const y = Number(value('centroid_latitude'));
    const side = 0.1 + random.unit() ** 3 * 8;
    const within = (number: number, most: number) => Math.max(-most, Math.min(most, number));
    const corner = (sign: 1 | -1) => `(${within(x + sign * side, 180)},${within(y + sign * side, 90)})`;
    return { frame: `${corner(1)},${corner(-1)}` };
  },
};

export function adjusted(plan: TablePlan, row: Row, random: Random): Row {
  const adjust = ADJUSTMENTS[plan.table.name.name];
  if (adjust === undefined) return row;
  const place = (column: string) => plan.places.get(column)?.at ?? -1;
  for (const [column, value] of Object.entries(adjust((name) => row[place(name)] ?? null, random))) {
    if (place(column) >= 0) row[place(column)] = value;
  }
  return row;
}
