import type { PartLimits } from './target.ts';

/**
 * The editor of Supabase takes 1,027,604 bytes and some 50 s; a lock table of 60 connections with 64 locks each held 8,900
 * relations when nobody else used it.
 */
export const DEFAULT_PARTS: PartLimits = { bytes: 880_000, tables: 150, relations: 3000 };
