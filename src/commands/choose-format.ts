/** The form in which a result is shown. */
import { didYouMean } from '../text/suggest.ts';
import { type Context, UsageError } from './context.ts';

/**
 * @param formats that the command knows, `json` among them
 * @param usual without `--format` and `--json`
 * @throws UsageError
 */
export function chooseFormat<F extends string>(
  formats: readonly F[],
  asked: string | undefined,
  usual: F,
  context: Context,
): F {
  const name = asked ?? (context.json ? 'json' : usual);
  const format = formats.find((known) => known === name);
  if (format === undefined) {
    throw new UsageError(`There is no format ${name}.`, didYouMean(name, formats) ?? `Formats: ${formats.join(', ')}.`);
  }
  if (context.json && format !== 'json') {
    throw new UsageError(`--json and --format ${format} ask for two forms.`, 'Give one of them.');
  }
  return format;
}
