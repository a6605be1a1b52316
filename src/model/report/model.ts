/** What a report is: its shape as a JSON Schema and, from the same lines, as TypeScript types. */
import Type, { type Static, type TSchema } from 'typebox';

const idPattern = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';
const Id = Type.String({
  pattern: idPattern,
  description: 'stable, the same in every language: lower-case words joined by hyphens',
});
/**
 * Published words: ordinary spaces only, none at the ends, and none of the marks that an e-mail scrambler leaves. No
 * control characters and no half characters, because browsers drop them or show others in their place; nothing that
 * turns the order of letters round.
 */
const Words = Type.String({
  pattern: '^(?!.*(\\s{2}|[\\u00a0\\u202f\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069]|email.protected))\\S(.*\\S)?$',
  description:
    'published words, single ordinary spaces, no space at either end, no control characters, no lost e-mail address',
});
const Language = Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$', description: 'a BCP 47 language tag' });
const strict = { additionalProperties: false };

/** A paragraph. `voices` lists the quoted words in it that somebody said, so that they can be set as a voice. */
export const Paragraph = Type.Object(
  { type: Type.Literal('paragraph'), id: Id, text: Words, voices: Type.Optional(Type.Array(Words, { minItems: 1 })) },
  strict,
);

export const List = Type.Object(
  { type: Type.Literal('list'), id: Id, items: Type.Array(Words, { minItems: 1 }) },
  strict,
);

/**
 * Somebody's own words. `introduction` and `attribution` are printed, before and after; `speaker` and `setting` are the
 * report's words for who speaks and on what occasion, for citations and for listening, and are not printed again.
 */
export const Quotation = Type.Object(
  {
    type: Type.Literal('quotation'),
    id: Id,
    introduction: Type.Optional(Words),
    paragraphs: Type.Array(Words, { minItems: 1 }),
    attribution: Type.Optional(Words),
    speaker: Type.Optional(Words),
    setting: Type.Optional(Words),
  },
  strict,
);

/**
 * A headline figure. `statement` is the whole published sentence; `figure` the part of it that is the number, as
 * published.
 */
export const Statistic = Type.Object(
  {
    type: Type.Literal('statistic'),
    id: Id,
    statement: Words,
    figure: Type.Optional(Words),
    value: Type.Optional(Type.Number()),
    unit: Type.Optional(Type.String({ minLength: 1, description: 'percent, or the noun that is counted' })),
    approximate: Type.Optional(Type.Boolean()),
  },
  { ...strict, dependentRequired: { figure: ['value', 'unit', 'approximate'], value: ['figure'] } },
);

/** One way to reach the publisher. */
export const Contact = Type.Object(
  {
    type: Type.Literal('contact'),
    id: Id,
    kind: Type.Union(
      ['web', 'email', 'phone', 'text-relay', 'post', 'social', 'feedback-survey'].map(kind => Type.Literal(kind)),
    ),
    label: Type.Optional(Words),
    lines: Type.Array(Words, { minItems: 1 }),
    address: Type.Optional(
      Type.String({
        pattern: '^(https://|mailto:|tel:)[^\\s\\p{C}"<>]+$',
        description: 'an https:, mailto: or tel: address',
      }),
    ),
  },
  strict,
);

/** Who signs a text, and as what. */
export const Signature = Type.Object({ type: Type.Literal('signature'), id: Id, name: Words, role: Words }, strict);

const kinds = [Paragraph, List, Quotation, Statistic, Contact, Signature] as const;
/** One of the kinds of block, told apart by `type`, so that a fault is reported against the kind that was meant. */
export const Block = Type.Unsafe<Static<(typeof kinds)[number]>>({
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: kinds as unknown as TSchema[],
});
const Blocks = Type.Array(Block);

/** The smallest passage with a heading. `about` names the section whose figures it gives. */
export const Story = Type.Object(
  { id: Id, heading: Words, about: Type.Optional(Id), blocks: Type.Array(Block, { minItems: 1 }) },
  strict,
);
export const Section = Type.Object({ id: Id, heading: Words, blocks: Blocks, stories: Type.Array(Story) }, strict);
export const Part = Type.Object({ id: Id, heading: Words, blocks: Blocks, sections: Type.Array(Section) }, strict);
export const Report = Type.Object(
  {
    language: Language,
    title: Words,
    series: Words,
    period: Words,
    opening: Blocks,
    parts: Type.Array(Part, { minItems: 1 }),
  },
  strict,
);

/**
 * A text in another language, passage by passage: what a passage id maps to replaces the heading and the blocks of that
 * passage.
 */
export const Translation = Type.Object(
  {
    language: Language,
    passages: Type.Record(
      Type.String({ pattern: idPattern }),
      Type.Object({ heading: Type.Optional(Words), blocks: Blocks }, strict),
    ),
  },
  strict,
);

/** What the published file and the JSON differ in, each with its reason. Applied to the source, in order. */
export const Repairs = Type.Object(
  {
    source: Type.String({ minLength: 1 }),
    repairs: Type.Array(
      Type.Object(
        {
          id: Id,
          find: Type.String({ minLength: 1 }),
          replace: Type.String(),
          times: Type.Integer({ minimum: 1 }),
          reason: Type.String({ minLength: 10 }),
          confirm: Type.Optional(Type.String({ minLength: 10, description: 'what the publisher is asked to confirm' })),
        },
        strict,
      ),
    ),
  },
  strict,
);

export type Paragraph = Static<typeof Paragraph>;
export type List = Static<typeof List>;
export type Quotation = Static<typeof Quotation>;
export type Statistic = Static<typeof Statistic>;
export type Contact = Static<typeof Contact>;
export type Signature = Static<typeof Signature>;
export type Block = Static<typeof Block>;
export type Repairs = Static<typeof Repairs>;
export type Translation = Static<typeof Translation>;
type Spoken<T> = T & { /** The language of these words, where it is not the language asked for. */ lang?: string };
export type Story = Spoken<Static<typeof Story>>;
export type Section = Spoken<Omit<Static<typeof Section>, 'stories'>> & { stories: Story[] };
export type Part = Spoken<Omit<Static<typeof Part>, 'sections'>> & { sections: Section[] };
export type Report = Spoken<Omit<Static<typeof Report>, 'parts'>> & { parts: Part[] };
