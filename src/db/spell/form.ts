/** What an expression is for, as far as the server's spelling of it depends on that. */
import type { FunctionArg, ObjectKey, Trigger } from '../../model/model.ts';
import type { Ident, QName } from '../../model/name.ts';
import type { DataType } from '../../model/type.ts';
import { sqlWords } from '../../text/sql-words.ts';

/** The columns that an expression may speak of. */
export interface Scope {
  readonly columns: ReadonlyMap<Ident, DataType>;
  /** Not `null` where the name of the table shows in the spelling: qualified columns, whole rows, subqueries. */
  readonly table: QName | null;
}

export type Form =
  /** A condition without a subquery: CHECK, WHERE of an index, most policies. */
  | { readonly kind: 'condition'; readonly scope: Scope }
  /** An expression of any type: a key of an index. */
  | { readonly kind: 'value'; readonly scope: Scope }
  /** A condition that may have subqueries. */
  | { readonly kind: 'policy'; readonly scope: Scope }
  | { readonly kind: 'generated'; readonly scope: Scope; readonly type: DataType }
  | { readonly kind: 'default'; readonly type: DataType }
  /** A value of a partition's bound, which the server computes. */
  | { readonly kind: 'bound'; readonly type: DataType }
  | { readonly kind: 'domainCheck'; readonly type: DataType }
  | { readonly kind: 'when'; readonly scope: Scope; readonly on: Pick<Trigger, 'timing' | 'events' | 'level'> }
  | { readonly kind: 'view' }
  /** What stands after RETURNS. */
  | { readonly kind: 'result'; readonly args: readonly FunctionArg[] };

/** A question: does `text` mean the same as one of `candidates`? */
export interface Task {
  readonly form: Form;
  /** As the spec wrote it. */
  readonly text: string;
  /** Texts in the live database that it may be, likeliest first. */
  readonly candidates: readonly string[];
  readonly object: ObjectKey;
  /** Where in the object: `columns.x`, or the name of a constraint, index, policy or trigger. */
  readonly part: string;
  /** It speaks of a column that is not there yet, so that it may well be refused. */
  readonly isAboutNew: boolean;
}

/** One text to be spelled. Equal keys are spelled once. */
export interface Item {
  readonly key: string;
  readonly form: Form;
  readonly text: string;
  /** Of the form's scope, those that the text speaks of. */
  readonly columns: ReadonlyMap<Ident, DataType>;
}

export function itemOf(form: Form, text: string): Item {
  const columns = 'scope' in form ? mentioned(form.scope, text) : new Map<Ident, DataType>();
  return { key: JSON.stringify([...formKey(form), [...columns], text]), form, text, columns };
}

function mentioned(scope: Scope, text: string): ReadonlyMap<Ident, DataType> {
  const words = sqlWords(text);
  return new Map([...scope.columns].filter(([name]) => words.has(name)));
}

function formKey(form: Form): readonly unknown[] {
  switch (form.kind) {
    case 'condition':
    case 'value':
    case 'policy':
      return [form.kind, form.scope.table];
    case 'generated':
      return [form.kind, form.scope.table, form.type];
    case 'default':
    case 'bound':
    case 'domainCheck':
      return [form.kind, form.type];
    case 'when':
      return [form.kind, form.on.timing, form.on.events, form.on.level];
    case 'view':
      return [form.kind];
    case 'result':
      return [form.kind, form.args];
  }
}
