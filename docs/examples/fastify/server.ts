import { issuerOfEnvironment, poolOfEnvironment, portOfEnvironment } from '../environment.ts';
import { createApp } from './app.ts';

await createApp(poolOfEnvironment(), issuerOfEnvironment()).listen({ port: portOfEnvironment() });
