import type { Json } from '../json';
import type { Entry } from '../log';

/** Which requests a fault is for; every part that is given must fit. Without a method, preflights are left alone. */
export interface Match {
  method?: string;
  /** The start of the path, or a pattern for it. */
  path?: string | RegExp;
  host?: string | RegExp;
  where?: (entry: Entry) => boolean;
}

/** An answer before it is sent. */
export interface Answer {
  status: number;
  headers: [name: string, value: string][];
  body: Uint8Array;
}

/** An answer as a test writes it: JSON or text or bytes; whatever is left out is 200, no header, no body. */
export interface Scripted {
  status?: number;
  /** Added to the answer's own; an undefined value removes one. A JSON body is announced as such by itself. */
  headers?: Record<string, string | undefined>;
  json?: unknown;
  text?: string;
  bytes?: Uint8Array;
}

/** How the bytes of the answer travel. */
export type Delivery =
  | { kind: 'whole' }
  /** The connection is reset before any header. */
  | { kind: 'reset' }
  /** Headers and this many bytes of the body, and then a reset. */
  | { kind: 'cut'; after: number }
  | { kind: 'drip'; bytesPerSecond: number }
  /** The body, over and over, for ever. */
  | { kind: 'endless' }
  /** Nothing, with the connection open. */
  | { kind: 'silence' };

/**
 * What happens to a request. It runs in this order: `before`, handling (unless `apply` is false), `after`, `answer`,
 * `change`, `delay`, `deliver`.
 */
export interface Fault {
  match?: Match;
  /** How many matching requests meet it (default 1, Infinity for all) after letting `skip` of them pass (default 0). */
  times?: number;
  skip?: number;
  /** Shown in the log. */
  note?: string;
  /** State changes or waits around the handling of the request, such as a profile that is switched in between. */
  before?: (entry: Entry) => void | Promise<void>;
  after?: (entry: Entry) => void | Promise<void>;
  /**
   * Whether the request takes effect. By default it does, unless `answer` is a fixed one: so a 500 alone changes
   * nothing, and a 500 with `apply: true` is a change whose answer was lost.
   */
  apply?: boolean;
  /** Replaces the answer: a fixed one, or one made from the normal one. */
  answer?: Scripted | ((normal: Answer, entry: Entry) => Scripted);
  /** Changes the JSON of the normal answer: wrong types, missing keys, another member's data. */
  change?: (json: Json, entry: Entry) => unknown;
  /** Milliseconds before the first header. */
  delay?: number;
  deliver?: Delivery;
}

/** A fault in force. */
export interface ActiveFault {
  /** How many requests met it. */
  readonly used: number;
  remove(): void;
}

/** A request that is held open. */
export interface Gate {
  /** Resolves with the request when it has come. */
  readonly arrived: Promise<Entry>;
  /** Lets it go on. Also before it comes: then it is not held at all. */
  release(): void;
  /** Breaks its connection instead. */
  reset(): void;
}
