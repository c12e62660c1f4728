/** PostGraphile 4, behind Express. (5 needs Node.js 22; its `pgSettings` in `grafast.context` take the same two.) */
import express, { type Express, type Request, type Response } from 'express';
import type { Pool } from 'pg';
import { type HttpRequestHandler, postgraphile } from 'postgraphile';
import type { Plugin } from 'postgraphile-core';
import { settingsOf } from '../as-person.ts';
import { identify } from '../express/identify.ts';
import type { Issuer } from '../person-of-token.ts';

/** PostGraphile 4 asks for rights on tables and views only, and takes a partitioned table for neither. */
const partitionedAreTables: Plugin = (builder) => {
  builder.hook('build', (build) => {
    for (const relation of build.pgIntrospectionResultsByKind.class) {
      if (relation.classKind === 'p') relation.classKind = 'r';
    }
    return build;
  });
};

/** @param pool of a login that was granted the roles of people and nothing else: what they may not see is not in the API then */
export function graphQL(pool: Pool): HttpRequestHandler<Request, Response> {
  return postgraphile<Request, Response>(pool, 'public', {
    // Fields are those that the roles of the login have rights on.
    ignoreRBAC: false,
    setofFunctionsContainNulls: false,
    dynamicJson: true,
    // Partitioned tables, and not their partitions.
    usePartitionedParent: true,
    appendPlugins: [partitionedAreTables],
    legacyRelations: 'omit',
    disableQueryLog: true,
    pgSettings: async ({ person }) => settingsOf(person),
  });
}

export function createApp(handler: HttpRequestHandler<Request, Response>, issuer: Issuer): Express {
  const app = express();
  app.use(identify(issuer), handler);
  return app;
}
