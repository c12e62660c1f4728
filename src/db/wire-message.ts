/** The frontend side of PostgreSQL's wire protocol, as far as a gateway must understand it to pass it on. */

/** Codes in place of a version number in the first packet of a connection. */
const CANCEL_REQUEST = 80877102;
const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;

export type FirstPacket = 'startup' | 'encryption' | 'cancel';

/** @param packet the first packet, or the one after a refused request for encryption; it has no type byte */
export function firstPacketKind(packet: Buffer): FirstPacket {
  const code = packet.readInt32BE(4);
  if (code === SSL_REQUEST || code === GSS_REQUEST) return 'encryption';
  return code === CANCEL_REQUEST ? 'cancel' : 'startup';
}

/** Cuts complete messages off a stream. */
export interface MessageReader {
  readonly push: (chunk: Buffer) => void;
  /** The next message with its type byte and length, or `null` when it is not complete yet. */
  readonly next: (typed: boolean) => Buffer | null;
}

/** @throws RangeError from `next` when what comes is not the protocol */
export function messageReader(): MessageReader {
  let chunks: Buffer[] = [];
  let size = 0;
  return {
    push: (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
    },
    next: (typed) => {
      const head = typed ? 1 : 0;
      if (size < head + 4) return null;
      if (chunks.length > 1 && (chunks[0]?.length ?? 0) < head + 4) chunks = [Buffer.concat(chunks)];
      const announced = chunks[0]?.readInt32BE(head) ?? 0;
      if (announced < 4) throw new RangeError(`A message cannot have ${announced} bytes`);
      const length = head + announced;
      if (size < length) return null;
      const [first] = chunks;
      const all = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
      size -= length;
      chunks = size === 0 ? [] : [all.subarray(length)];
      return all.subarray(0, length);
    },
  };
}

export function messageType(message: Buffer): string {
  return String.fromCharCode(message[0] ?? 0);
}

/**
 * Puts a prefix before the name of a prepared statement, so that connections that share a backend do not meet in one
 * name. The unnamed statement stays unnamed.
 */
export function prefixStatement(message: Buffer, prefix: string): Buffer {
  const at = statementNameOffset(message);
  if (at === null || message[at] === 0) return message;
  const result = Buffer.concat([message.subarray(0, at), Buffer.from(prefix), message.subarray(at)]);
  result.writeInt32BE(result.length - 1, 1);
  return result;
}

function statementNameOffset(message: Buffer): number | null {
  switch (messageType(message)) {
    case 'P':
      return 5;
    case 'B':
      return message.indexOf(0, 5) + 1;
    case 'C':
    case 'D':
      return message[5] === 'S'.charCodeAt(0) ? 6 : null;
    default:
      return null;
  }
}

/** The text of a simple query or of a statement to prepare. */
export function statementText(message: Buffer): string | null {
  const type = messageType(message);
  if (type !== 'Q' && type !== 'P') return null;
  const start = type === 'Q' ? 5 : message.indexOf(0, 5) + 1;
  return message.toString('utf8', start, message.indexOf(0, start));
}

/** An ERROR with the ReadyForQuery that lets the client go on. */
export function errorResponse(sqlState: string, text: string, status: string): Buffer {
  const fields = Buffer.from(`SERROR\0VERROR\0C${sqlState}\0M${text}\0\0`);
  return Buffer.concat([typed('E', fields), typed('Z', Buffer.from(status))]);
}

export function queryMessage(text: string): Buffer {
  return typed('Q', Buffer.from(`${text}\0`));
}

/** CopyInResponse for text; clients send lines and do not look at the number of columns. */
export function copyInResponse(): Buffer {
  return typed('G', Buffer.from([0, 0, 0]));
}

function typed(type: string, body: Buffer): Buffer {
  const message = Buffer.alloc(5 + body.length);
  message.write(type, 0, 'latin1');
  message.writeInt32BE(4 + body.length, 1);
  body.copy(message, 5);
  return message;
}

/** The messages of a server's answer. */
export function* serverMessages(answer: Buffer): Generator<Buffer> {
  let at = 0;
  while (at + 5 <= answer.length) {
    const end = at + 1 + answer.readInt32BE(at + 1);
    yield answer.subarray(at, end);
    at = end;
  }
}
