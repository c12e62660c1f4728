import { describe, expect, it } from 'vitest';
import { parseInterval } from '../../src/model/interval.ts';
import { displayType, parseType } from '../../src/model/type.ts';

describe('parseType', () => {
  it.each([
    ['int', 'integer'],
    ['bigint', 'bigint'],
    ['timestamptz', 'timestamptz'],
    ['TIMESTAMP WITH TIME ZONE', 'timestamptz'],
    ['timestamp(3) with time zone', 'timestamptz(3)'],
    ['timestamp', 'timestamp without time zone'],
    ['char', 'character(1)'],
    ['char(2)', 'character(2)'],
    ['varchar(20)[]', 'character varying(20)[]'],
    ['numeric(12)', 'numeric(12,0)'],
    ['numeric( 12 , 2 )', 'numeric(12,2)'],
    ['double  precision', 'double precision'],
    ['text[][]', 'text[]'],
    ['pg_catalog.int4', 'integer'],
    ['"char"', '"char"'],
    ['extensions.geography(Point,4326)', 'extensions.geography(Point,4326)'],
    ['app."Odd ""Name"""', 'app.Odd "Name"'],
  ])('reads %s as %s', (text, expected) => {
    const type = parseType(text);
    expect(type === null ? null : displayType(type)).toBe(expected);
  });

  it.each(['', '(3)', '[]'])('does not take %j for a type', (text) => expect(parseType(text)).toBeNull());
});

describe('parseInterval', () => {
  it.each([
    ['7 days', 7, 'day'],
    ['1 week', 7, 'day'],
    ['2 years', 24, 'month'],
    ['60 minutes', 1, 'hour'],
    ['90 minutes', 90, 'minute'],
  ])('reads %s', (text, count, unit) => expect(parseInterval(text)).toEqual({ count, unit }));

  it.each(['', '0 days', '1 month 2 days', 'P1D', 'monthly'])('refuses %j', (text) =>
    expect(parseInterval(text)).toBeNull());
});
