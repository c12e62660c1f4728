/** The words of an access, whatever the verb. */
import type { Access, AccessWord } from './info.ts';

/** People, as against staff and the service, who have roles of their own. */
export type PersonWord = Exclude<AccessWord, 'staff' | 'service'>;

export function isPersonWord(word: AccessWord): word is PersonWord {
  return word !== 'staff' && word !== 'service';
}

/** Each once, readers first. */
export function accessWords({ words }: Access): readonly AccessWord[] {
  return [...new Set([...words.select, ...words.insert, ...words.update, ...words.delete])];
}
